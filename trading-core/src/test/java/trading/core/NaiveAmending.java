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
        () ->
            isBad(order, amendment)
                ? NaiveTerms.refuse(Reason.BAD_AMENDMENT, 0, 0)
                : Optional.empty(),
        () -> amendment.lots() == 0 ? Optional.empty() : NaiveRules.lots(symbol, lots),
        () -> amendment.limitTicks() == 0 ? Optional.empty() : NaiveRules.limit(symbol, limit),
        () ->
            amendment.stopTicks() == 0
                ? Optional.empty()
                : NaiveTerms.stop(order.type, amendment.stopTicks()),
        () -> NaiveRules.notional(order.market, limit, lots),
        () ->
            amendment.lots() == 0
                ? Optional.empty()
                : NaiveTerms.display(lots, order.asked.displayLots()));
  }

  private static boolean isBad(NaiveOrder order, Amendment amendment) {
    boolean lots = amendment.lots() != 0;
    boolean limit = amendment.limitTicks() != 0;
    boolean stop = amendment.stopTicks() != 0;
    boolean same =
        (!lots || amendment.lots() == order.lots)
            && (!limit || amendment.limitTicks() == order.limitTicks)
            && (!stop || amendment.stopTicks() == order.stopTicks);
    boolean unsized = order.request.sizing() == Sizing.ALL_IN && order.lots == 0;
    boolean hasLimit =
        order.type.hasLimit()
            || (order.type == OrderType.MARKET_TO_LIMIT && order.status != OrderStatus.PENDING_NEW);
    return same
        || (limit && !hasLimit)
        || (stop && (!order.type.hasStop() || order.triggered))
        || (lots && (order.isLinked() || unsized));
  }

  /// {@return what post-only, reduce-only or the gate say against an order of what would be left}
  private Optional<Refusal> asked(NaiveOrder order, long left, long limit) {
    NaiveMarket market = order.market;
    if (order.status == OrderStatus.SUSPENDED) {
      return Optional.empty();
    }
    boolean unsized = order.request.sizing() == Sizing.ALL_IN && order.lots == 0;
    return NaiveRules.first(
        () ->
            order.asked.postOnly() && market.rests(order)
                ? door.postOnly(market, order.side, limit)
                : Optional.empty(),
        () -> door.reduceOnly(order.request, left),
        () -> unsized ? Optional.empty() : door.gate(order.request, left));
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
