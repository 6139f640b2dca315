package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// An order of the naive twin: plain fields, those that change copied from its request.
final class NaiveOrder {
  final long id;
  final int accountId;
  final NaiveMarket market;
  final OrderRequest request;
  final Side side;
  final OrderType type;
  final TimeInForce timeInForce;
  final OrderTerms asked;
  final long createdNanos;
  OrderStatus status;
  long lots;
  long limitTicks;
  long stopTicks;
  long expireNanos;
  boolean triggered;
  long filledLots;
  long filledMicros;
  long feesMicros;
  long updatedNanos;
  Optional<Reason> reason = Optional.empty();

  /// The prices since it began to wait for one, or since the last look; 0 for none.
  long lowTicks;

  long highTicks;

  /// Its place among those that wait for a price.
  long waitsSince;

  Optional<NaiveOrder> entry = Optional.empty();
  Optional<NaiveOrder> sibling = Optional.empty();
  final List<NaiveOrder> followers = new ArrayList<>();

  /// What its sibling traded while it was held back.
  long tradedBeforeLots;

  boolean wasCut;

  /// When, as an entry, it traded first since its followers came on the market; 0 if it did not.
  long tradedSince;

  NaiveOrder(
      long id, int accountId, NaiveMarket market, OrderRequest request, long lots, long nowNanos) {
    this.id = id;
    this.accountId = accountId;
    this.market = market;
    this.request = request;
    this.side = request.side();
    this.type = request.type();
    this.timeInForce = request.timeInForce();
    this.asked = request.terms();
    this.lots = lots;
    this.limitTicks = request.limitTicks();
    this.stopTicks = asked.stopTicks();
    this.expireNanos = asked.expireNanos();
    this.status = OrderStatus.NEW;
    this.createdNanos = nowNanos;
    this.updatedNanos = nowNanos;
  }

  long left() {
    return lots - filledLots;
  }

  boolean isOpen() {
    return !status.isTerminal();
  }

  /// {@return whether it counts among the orders that work}
  boolean works() {
    return isOpen() && status != OrderStatus.SUSPENDED && left() > 0;
  }

  boolean isLinked() {
    return entry.isPresent() || sibling.isPresent() || !followers.isEmpty();
  }

  /// {@return what the book holds of it}
  long shown() {
    return asked.displayLots() == 0 ? left() : Math.min(asked.displayLots(), left());
  }

  /// {@return whether it may trade at a price}
  boolean takes(long priceTicks) {
    if (limitTicks == 0) {
      return true;
    }
    return switch (side) {
      case BUY -> priceTicks <= limitTicks;
      case SELL -> priceTicks >= limitTicks;
    };
  }

  /// {@return whether it is on the market and its price has not been met}
  boolean waitsForPrice() {
    return type.isTriggered() && !triggered && status == OrderStatus.NEW;
  }

  /// {@return whether lower prices bring it nearer}
  boolean waitsForFall() {
    boolean touched = type == OrderType.MARKET_IF_TOUCHED || type == OrderType.LIMIT_IF_TOUCHED;
    return (side == Side.BUY) == touched;
  }

  boolean isTriggeredBy(TriggerPrice price, Side ofSide) {
    return asked.triggerPrice() == price && side == ofSide;
  }

  OrderTerms terms() {
    return new OrderTerms(
        stopTicks,
        asked.trailTicks(),
        asked.trailBasisPoints(),
        asked.triggerPrice(),
        asked.displayLots(),
        asked.postOnly(),
        asked.reduceOnly(),
        expireNanos);
  }

  long entryId() {
    return entry.map(order -> order.id).orElse(0L);
  }

  long siblingId() {
    return sibling.map(order -> order.id).orElse(0L);
  }

  Order word() {
    return new Order(
        id,
        request.account(),
        market.instrument,
        side,
        type,
        timeInForce,
        request.sizing(),
        status,
        lots,
        filledLots,
        filledMicros,
        feesMicros,
        limitTicks,
        request.clientOrderId(),
        createdNanos,
        updatedNanos,
        terms(),
        triggered,
        entryId(),
        siblingId(),
        reason);
  }
}
