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
  private long replacedLots;

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

  void set(long newStopTicks, boolean newReduceOnly, long newReplacedLots) {
    stopTicks = newStopTicks;
    reduceOnly = newReduceOnly;
    replacedLots = newReplacedLots;
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
  public long replacedLots() {
    return replacedLots;
  }

  private Market market() {
    return Objects.requireNonNull(market, "no order was set");
  }
}
