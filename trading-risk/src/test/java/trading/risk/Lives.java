package trading.risk;

import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// The events of an order of the first account in ITC.
final class Lives {

  private Lives() {}

  static Event accepted(long order, Side side, long lots, OrderStatus status) {
    return accepted(order, 1, World.ITC, side, lots, status);
  }

  static Event accepted(
      long order, int account, int instrument, Side side, long lots, OrderStatus status) {
    return new Event.OrderAccepted(
        1,
        0,
        order,
        account,
        instrument,
        side,
        OrderType.MARKET,
        TimeInForce.GTC,
        lots == 0 ? Sizing.ALL_IN : Sizing.LOTS,
        status,
        lots,
        0,
        0);
  }

  /// {@return what is told of a reduce-only order after it was accepted}
  static Event termed(long order, int account, int instrument, Side side) {
    return new Event.OrderTermed(
        1, 0, order, account, instrument, side, OrderTerms.NONE.withFlags(false, true), 0, 0);
  }

  static Event activated(long order, Side side, long lots) {
    return new Event.OrderActivated(1, 0, order, 1, World.ITC, side, lots);
  }

  static Event amended(long order, Side side, long remainingLots) {
    return new Event.OrderAmended(
        1, 0, order, 1, World.ITC, side, remainingLots, remainingLots, 0, 0);
  }

  static Event reduced(long order, Side side, long lots, long remainingLots) {
    return new Event.OrderReduced(
        1, 0, order, 1, World.ITC, side, lots, remainingLots, Reason.REDUCE_ONLY_WOULD_OPEN);
  }

  static Event filled(long order, Side side, long lots) {
    return new Event.OrderFilled(
        1, 0, order, 1, 1, World.ITC, side, 2_000, lots, 0, 0, Liquidity.TAKER);
  }

  static Event canceled(long order, Side side, long lots) {
    return new Event.OrderCanceled(1, 0, order, 1, World.ITC, side, lots, Reason.CANCELED_BY_USER);
  }

  static Event rejected(long order, Side side, long lots) {
    return new Event.OrderRejected(
        1, 0, order, 1, World.ITC, side, lots, 0, Reason.RISK_LIMIT, 1, 2, "r", "s");
  }
}
