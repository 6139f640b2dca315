package trading.risk;

import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.spi.OrderView;

/// An order that asks the gate.
record AskingOrder(
    int accountId,
    String account,
    int instrumentId,
    Instrument instrument,
    Side side,
    long lots,
    boolean reduceOnly,
    long replacedLots)
    implements OrderView {

  AskingOrder reducing() {
    return new AskingOrder(
        accountId, account, instrumentId, instrument, side, lots, true, replacedLots);
  }

  /// {@return the same as an amendment of an order with so many lots to trade}
  AskingOrder replacing(long newReplacedLots) {
    return new AskingOrder(
        accountId, account, instrumentId, instrument, side, lots, reduceOnly, newReplacedLots);
  }

  @Override
  public OrderType type() {
    return OrderType.MARKET;
  }

  @Override
  public TimeInForce timeInForce() {
    return TimeInForce.IOC;
  }

  @Override
  public long limitTicks() {
    return 0;
  }
}
