package trading.core;

import java.util.Optional;
import trading.api.OrderResult;

/// Commands for the real engine.
record EngineDoor(Engine engine, FakeClock clock) implements Door {
  @Override
  public Optional<OrderResult> take(Command command) {
    switch (command) {
      case Command.SetClock c -> clock.set(c.nanos());
      case Command.ListInstrument c -> engine.listInstrument(c.instrument());
      case Command.OpenAccount c -> engine.openAccount(c.account());
      case Command.MoveCash c -> engine.moveCash(c.account(), c.currency(), c.amountMicros());
      case Command.Advance _ -> engine.advance();
      case Command.Quote c -> engine.onQuote(c.quote());
      case Command.OpenBar c -> engine.openBar(c.symbol(), c.openTicks());
      case Command.CloseBar c ->
          engine.closeBar(c.symbol(), c.highTicks(), c.lowTicks(), c.closeTicks());
      case Command.Place c -> {
        return Optional.of(engine.placeOrder(c.request()));
      }
      case Command.Cancel c -> {
        return Optional.of(engine.cancelOrder(c.account(), c.orderId()));
      }
    }
    return Optional.empty();
  }
}
