package trading.core;

import java.util.List;
import trading.api.event.Event;

/// What several callers asked of one engine at the same time, and what its journal says of it.
///
/// @param calls every call, in any order
/// @param journal every command that the engine ran, in its order
record History(List<Call> calls, List<Entry> journal) {

  /// What a caller asks: a command, or a question that changes nothing.
  sealed interface Ask {
    record Do(Command command) implements Ask {}

    record OrderOf(long orderId) implements Ask {}

    record LotsOf(String account, String symbol) implements Ask {}

    record CashOf(String account, String currency) implements Ask {}
  }

  /// One call.
  ///
  /// Moments are counted by one counter: a call that ended before another began has the smaller
  /// one.
  ///
  /// @param caller whose call it was, from 0
  /// @param ask what was asked
  /// @param began the moment before the call
  /// @param ended the moment after it
  /// @param answer what was answered
  record Call(int caller, Ask ask, int began, int ended, String answer) {}

  /// One command in the journal.
  ///
  /// @param caller whose it is, by its account or, for a quote, its instrument
  /// @param key what tells it from the other commands of its caller
  /// @param atNanos the engine's time
  /// @param events what it caused
  record Entry(int caller, String key, long atNanos, List<Event> events) {}

  /// Who answers a caller.
  @FunctionalInterface
  interface Teller {
    String answer(Ask ask);

    /// {@return the engine itself, through its public door}
    static Teller of(Engine engine) {
      EngineDoor door = new EngineDoor(engine, new FakeClock());
      return ask ->
          switch (ask) {
            case Ask.Do(Command command) -> door.answer(command);
            case Ask.OrderOf(long orderId) -> engine.order(orderId).toString();
            case Ask.LotsOf(String account, String symbol) ->
                Long.toString(engine.netLots(account, symbol));
            case Ask.CashOf(String account, String currency) ->
                Long.toString(engine.cashMicros(account, currency));
          };
    }

    /// {@return the sequential model}
    static Teller of(NaiveEngine model) {
      return ask ->
          switch (ask) {
            case Ask.Do(Command command) -> model.answer(command);
            case Ask.OrderOf(long orderId) ->
                model.orders.stream()
                    .filter(order -> order.id == orderId)
                    .map(NaiveOrder::word)
                    .findFirst()
                    .toString();
            case Ask.LotsOf(String account, String symbol) ->
                Long.toString(model.books.lots(account, symbol));
            case Ask.CashOf(String account, String currency) ->
                model.books.cash(account, currency).toString();
          };
    }
  }

  /// {@return what tells a command from the others of its caller}
  static String key(Command command) {
    return switch (command) {
      case Command.Place c -> "place " + c.request().clientOrderId();
      case Command.Cancel c -> "cancel " + c.orderId();
      case Command.MoveCash c -> "move " + c.amountMicros();
      case Command.Quote c -> "quote " + c.quote().bidTicks();
      default -> throw new IllegalArgumentException("callers do not send " + command);
    };
  }
}
