package trading.core;

import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.SelfTradePrevention;

/// What a test asks of an engine, in a form that golden files and the naive twin take as well.
sealed interface Command {
  record SetClock(long nanos) implements Command {}

  record ListInstrument(Instrument instrument) implements Command {}

  record OpenAccount(String account) implements Command {}

  record MoveCash(String account, String currency, long amountMicros) implements Command {}

  record Advance() implements Command {}

  record Quote(FakeQuote quote) implements Command {}

  record OpenBar(String symbol, long openTicks) implements Command {}

  record CloseBar(String symbol, long highTicks, long lowTicks, long closeTicks)
      implements Command {}

  record Place(OrderRequest request) implements Command {}

  record Cancel(String account, long orderId) implements Command {}

  record Amend(String account, long orderId, Amendment amendment) implements Command {}

  record PlaceLinked(LinkedOrders orders) implements Command {}

  record CancelOrders(CancelScope scope) implements Command {}

  record SetSelfTrade(String account, SelfTradePrevention mode) implements Command {}
}
