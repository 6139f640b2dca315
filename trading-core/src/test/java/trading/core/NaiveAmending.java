package trading.core;

import java.util.Optional;
import trading.api.Amendment;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;

/// How the naive twin changes an order.
final class NaiveAmending {
  private final NaiveNews news;
  private final NaiveChanges changes;
  private final NaiveDoor door;
  private final NaiveTrading trading;
  private final NaiveWatch watch;

  NaiveAmending(
      NaiveNews news,
      NaiveChanges changes,
      NaiveDoor door,
      NaiveTrading trading,
      NaiveWatch watch) {
    this.news = news;
    this.changes = changes;
    this.door = door;
    this.trading = trading;
    this.watch = watch;
  }

  /// {@return why an order stays as it is; empty when it was changed}
  Optional<Refusal> amend(NaiveOrder order, Amendment amendment) {
    long lots = amendment.lots() == 0 ? order.lots : amendment.lots();
    long limit = amendment.limitTicks() == 0 ? order.limitTicks : amendment.limitTicks();
    long stop = amendment.stopTicks() == 0 ? order.stopTicks : amendment.stopTicks();
    Optional<Refusal> refusal = malformed(order, amendment);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (amendment.lots() != 0 && lots <= order.filledLots) {
      changes.cancel(order, Reason.AMENDED_AWAY);
      return Optional.empty();
    }
    boolean samePrices = limit == order.limitTicks && stop == order.stopTicks;
    if (lots >= order.lots || !samePrices) {
      refusal = asked(order, lots - order.filledLots, limit);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    apply(order, lots, limit, stop);
    return Optional.empty();
  }

  private static Optional<Refusal> malformed(NaiveOrder order, Amendment amendment) {
    String symbol = order.market.instrument.symbol();
    long lots = amendment.lots() == 0 ? order.lots : amendment.lots();
    long limit = amendment.limitTicks() == 0 ? order.limitTicks : amendment.limitTicks();
    return NaiveRules.first(
        () -> misplaced(order, amendment),
        () -> amendment.lots() == 0 ? Optional.empty() : NaiveRules.lots(symbol, lots),
        () -> amendment.limitTicks() == 0 ? Optional.empty() : NaiveRules.limit(symbol, limit),
        () ->
            amendment.stopTicks() == 0
                ? Optional.empty()
                : NaiveTerms.stop(order.type, amendment.stopTicks()),
        () -> NaiveRules.notional(order.market, limit, lots),
        () ->
            amendment.lots() == 0 || lots <= order.filledLots
                ? Optional.empty()
                : NaiveTerms.display(lots, order.asked.displayLots()));
  }

  private static Optional<Refusal> misplaced(NaiveOrder order, Amendment amendment) {
    long lots = amendment.lots();
    long limit = amendment.limitTicks();
    long stop = amendment.stopTicks();
    boolean same =
        (lots == 0 || lots == order.lots)
            && (limit == 0 || limit == order.limitTicks)
            && (stop == 0 || stop == order.stopTicks);
    boolean hasLimit =
        order.type == OrderType.MARKET_TO_LIMIT
            ? order.status != OrderStatus.PENDING_NEW
            : order.type.hasLimit();
    return NaiveRules.first(
        () -> bad(same, 0),
        () -> bad(limit != 0 && !hasLimit, limit),
        () -> bad(stop != 0 && (!order.type.hasStop() || order.triggered), stop),
        () -> bad(lots != 0 && (order.isLinked() || isUnsized(order)), lots));
  }

  private static Optional<Refusal> bad(boolean bad, long number) {
    return bad ? NaiveTerms.refuse(Reason.BAD_AMENDMENT, 0, number) : Optional.empty();
  }

  private static boolean isUnsized(NaiveOrder order) {
    return order.request.sizing() == Sizing.ALL_IN && order.lots == 0;
  }

  /// {@return what post-only, reduce-only or the gate say against an order of what would be left}
  private Optional<Refusal> asked(NaiveOrder order, long left, long limit) {
    NaiveMarket market = order.market;
    if (order.status == OrderStatus.SUSPENDED) {
      return Optional.empty();
    }
    return NaiveRules.first(
        () ->
            order.asked.postOnly() && market.rests(order)
                ? door.postOnly(market, order.side, limit)
                : Optional.empty(),
        () -> door.reduceOnly(order.request, left),
        () -> isUnsized(order) ? Optional.empty() : door.gate(order, left));
  }

  private void apply(NaiveOrder order, long lots, long limit, long stop) {
    boolean losesPlace = lots > order.lots || limit != order.limitTicks;
    boolean waitsAnew = stop != order.stopTicks && order.waitsForPrice();
    order.lots = lots;
    order.limitTicks = limit;
    order.stopTicks = stop;
    news.amended(order);
    if (waitsAnew) {
      watch.begin(order);
    }
    if (order.market.rests(order)) {
      if (losesPlace) {
        order.market.remove(order);
        trading.enter(order);
      } else {
        order.market.shrink(order);
      }
    }
  }
}
