package trading.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;

/// Orders of the naive twin that wait for their entry.
final class NaiveLinks {

  /// Who is asked before an order comes on the market with a quantity.
  @FunctionalInterface
  interface Gate {
    Optional<Refusal> check(NaiveOrder order, long lots);
  }

  private final NaiveNews news;
  private final NaiveChanges changes;
  private final Gate gate;

  NaiveLinks(NaiveNews news, NaiveChanges changes, Gate gate) {
    this.news = news;
    this.changes = changes;
    this.gate = gate;
  }

  /// Brings one order, or more of one, on the market because its entry has traded.
  ///
  /// @return whether there was one
  boolean bringOne(NaiveMarket market, NaiveWatch watch) {
    for (NaiveOrder entry : entriesInTurn(market)) {
      for (NaiveOrder order : entry.followers) {
        if (order.isOpen() && isDue(order)) {
          bring(order, watch);
          return true;
        }
      }
      entry.tradedSince = 0;
    }
    return false;
  }

  /// One of a bracket's pair was triggered: its entry buys or sells no more.
  void leave(NaiveOrder order) {
    order
        .entry
        .filter(entry -> order.sibling.isPresent() && entry.isOpen())
        .ifPresent(entry -> changes.cancel(entry, Reason.LINKED_ORDER));
  }

  private static List<NaiveOrder> entriesInTurn(NaiveMarket market) {
    return market.open.stream()
        .flatMap(order -> order.entry.stream())
        .distinct()
        .filter(entry -> entry.tradedSince > 0)
        .sorted(Comparator.comparingLong(entry -> entry.tradedSince))
        .toList();
  }

  private static boolean isDue(NaiveOrder order) {
    return order.status == OrderStatus.SUSPENDED || (!order.wasCut && quantity(order) > order.lots);
  }

  private static long quantity(NaiveOrder order) {
    long entered = order.entry.orElseThrow().filledLots;
    return Math.min(order.request.lots(), entered) - order.tradedBeforeLots;
  }

  private void bring(NaiveOrder order, NaiveWatch watch) {
    long lots = quantity(order);
    if (order.status == OrderStatus.SUSPENDED) {
      activate(order, lots, watch);
      return;
    }
    Optional<Refusal> refusal = gate.check(order, lots - order.filledLots);
    if (refusal.isPresent()) {
      order.wasCut = true;
      news.amendmentRefused(order, refusal.get());
      return;
    }
    order.lots = lots;
    news.amended(order);
    if (order.market.rests(order)) {
      order.market.remove(order);
      order.market.rest(order);
    }
  }

  private void activate(NaiveOrder order, long lots, NaiveWatch watch) {
    if (lots <= 0) {
      changes.cancel(order, Reason.LINKED_ORDER);
      return;
    }
    Optional<Refusal> refusal = gate.check(order, lots);
    if (refusal.isPresent()) {
      changes.reject(order, refusal.get());
      return;
    }
    order.lots = lots;
    order.status = OrderStatus.NEW;
    news.activated(order);
    watch.enter(order);
  }
}
