package trading.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.spi.OrderView;

/// The order that is shown to the risk gate; refilled for each.
// Hot: engine only; allocates nothing once warm.
final class AskingOrder implements OrderView {
  private final Registry names;
  private int accountId;
  private @Nullable Market market;
  private Side side = Side.BUY;
  private OrderType type = OrderType.MARKET;
  private TimeInForce timeInForce = TimeInForce.IOC;
  private long lots;
  private long limitTicks;
  private long stopTicks;
  private boolean reduceOnly;
  private boolean worksAlready;
  private long addedBuyLots;
  private long addedSellLots;
  private long addedReducingBuyLots;
  private long addedReducingSellLots;
  private long addedOrders;

  AskingOrder(Registry names) {
    this.names = names;
  }

  void set(int newAccountId, Market newMarket, long newLots, long newLimitTicks) {
    accountId = newAccountId;
    market = newMarket;
    lots = newLots;
    limitTicks = newLimitTicks;
  }

  void set(Side newSide, OrderType newType, TimeInForce newTimeInForce) {
    side = newSide;
    type = newType;
    timeInForce = newTimeInForce;
  }

  /// Completes it; nothing is added or left out yet.
  void set(long newStopTicks, boolean newReduceOnly, boolean newWorksAlready) {
    stopTicks = newStopTicks;
    reduceOnly = newReduceOnly;
    worksAlready = newWorksAlready;
    addedBuyLots = 0;
    addedSellLots = 0;
    addedReducingBuyLots = 0;
    addedReducingSellLots = 0;
    addedOrders = 0;
  }

  /// Lets an order that is to be accepted before it count as if it were.
  void countBefore(Side of, long lotsBefore, boolean reduces) {
    add(of, lotsBefore, reduces);
    addedOrders++;
  }

  /// Lets lots that an order has working not count.
  void leaveOut(Side of, long working, boolean reduces) {
    add(of, -working, reduces);
  }

  private void add(Side of, long added, boolean reduces) {
    long reducing = reduces ? added : 0;
    if (of == Side.BUY) {
      addedBuyLots += added;
      addedReducingBuyLots += reducing;
    } else {
      addedSellLots += added;
      addedReducingSellLots += reducing;
    }
  }

  @Override
  public int accountId() {
    return accountId;
  }

  @Override
  public String account() {
    return names.account(accountId);
  }

  @Override
  public int instrumentId() {
    return market().id();
  }

  @Override
  public Instrument instrument() {
    return market().instrument();
  }

  @Override
  public Side side() {
    return side;
  }

  @Override
  public OrderType type() {
    return type;
  }

  @Override
  public TimeInForce timeInForce() {
    return timeInForce;
  }

  @Override
  public long lots() {
    return lots;
  }

  @Override
  public long limitTicks() {
    return limitTicks;
  }

  @Override
  public long stopTicks() {
    return stopTicks;
  }

  @Override
  public boolean reduceOnly() {
    return reduceOnly;
  }

  @Override
  public boolean worksAlready() {
    return worksAlready;
  }

  @Override
  public long addedLots(Side of) {
    return of == Side.BUY ? addedBuyLots : addedSellLots;
  }

  @Override
  public long addedReduceOnlyLots(Side of) {
    return of == Side.BUY ? addedReducingBuyLots : addedReducingSellLots;
  }

  @Override
  public long addedOrders() {
    return addedOrders;
  }

  private Market market() {
    return Objects.requireNonNull(market, "no order was set");
  }
}
