package trading.core;

/// Commands for the real engine.
record EngineDoor(Engine engine, FakeClock clock) implements Door {
  @Override
  public Reply take(Command command) {
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
        return new Reply.One(engine.placeOrder(c.request()));
      }
      case Command.Cancel c -> {
        return new Reply.One(engine.cancelOrder(c.account(), c.orderId()));
      }
      case Command.Amend c -> {
        return new Reply.One(engine.amendOrder(c.account(), c.orderId(), c.amendment()));
      }
      case Command.PlaceLinked c -> {
        return new Reply.Linked(engine.placeLinked(c.orders()));
      }
      case Command.CancelOrders c -> {
        return new Reply.Canceled(engine.cancelOrders(c.scope()));
      }
      case Command.SetSelfTrade c -> engine.setSelfTradePrevention(c.account(), c.mode());
    }
    return new Reply.Done();
  }
}
