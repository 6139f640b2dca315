package trading.risk;

import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.spi.OrderView;

/// An order that asks the gate.
record AskingOrder(
    int accountId, String account, int instrumentId, Instrument instrument, Side side, long lots)
    implements OrderView {

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
