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
    boolean worksAlready,
    Added buys,
    Added sells,
    long addedOrders)
    implements OrderView {

  /// What is added to the lots that work on a side, and to those of them that may only reduce.
  record Added(long lots, long reducing) {
    static final Added NOTHING = new Added(0, 0);

    Added and(long more, boolean reduces) {
      return new Added(lots + more, reducing + (reduces ? more : 0));
    }
  }

  static AskingOrder of(
      int accountId,
      String account,
      int instrumentId,
      Instrument instrument,
      Side side,
      long lots) {
    return new AskingOrder(
        accountId,
        account,
        instrumentId,
        instrument,
        side,
        lots,
        false,
        false,
        Added.NOTHING,
        Added.NOTHING,
        0);
  }

  AskingOrder reducing() {
    return with(true, worksAlready, buys, sells, addedOrders);
  }

  /// {@return the same as an amendment of an order with so many lots to trade}
  AskingOrder replacing(long working) {
    AskingOrder changed = with(reduceOnly, true, buys, sells, addedOrders);
    return changed.adding(side, -working, reduceOnly);
  }

  /// {@return the same beside an exit of its bracket with so many lots to trade}
  AskingOrder besideExit(long working, boolean reduces) {
    return adding(side, -working, reduces);
  }

  /// {@return the same as the second of a pair}
  AskingOrder behind(Side first, long firstLots, boolean reduces) {
    AskingOrder added = adding(first, firstLots, reduces);
    return added.with(reduceOnly, worksAlready, added.buys, added.sells, addedOrders + 1);
  }

  private AskingOrder adding(Side of, long added, boolean reduces) {
    return of == Side.BUY
        ? with(reduceOnly, worksAlready, buys.and(added, reduces), sells, addedOrders)
        : with(reduceOnly, worksAlready, buys, sells.and(added, reduces), addedOrders);
  }

  private AskingOrder with(
      boolean newReduceOnly, boolean works, Added newBuys, Added newSells, long newAddedOrders) {
    return new AskingOrder(
        accountId,
        account,
        instrumentId,
        instrument,
        side,
        lots,
        newReduceOnly,
        works,
        newBuys,
        newSells,
        newAddedOrders);
  }

  @Override
  public long addedLots(Side of) {
    return of == Side.BUY ? buys.lots() : sells.lots();
  }

  @Override
  public long addedReduceOnlyLots(Side of) {
    return of == Side.BUY ? buys.reducing() : sells.reducing();
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
