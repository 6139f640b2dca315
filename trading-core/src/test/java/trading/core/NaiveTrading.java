package trading.core;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.Liquidity;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.TimeInForce;

/// How orders meet in the naive twin.
final class NaiveTrading {
  final Map<Integer, SelfTradePrevention> selfTrade = new HashMap<>();
  private final NaiveChanges changes;
  private final NaiveBooks books;

  NaiveTrading(NaiveChanges changes, NaiveBooks books) {
    this.changes = changes;
    this.books = books;
  }

  void quoteSide(NaiveMarket market, Side side, long priceTicks, long lots) {
    long left = lots;
    while (left > 0) {
      Optional<NaiveMarket.Resting> met =
          market.best(side.opposite()).filter(m -> (priceTicks - m.priceTicks) * side.sign() >= 0);
      if (met.isEmpty()) {
        market.resting.add(new NaiveMarket.Resting(Optional.empty(), side, priceTicks, left));
        return;
      }
      NaiveOrder maker = met.get().order.orElseThrow();
      long price = met.get().priceTicks;
      changes.cutToPosition(maker);
      long traded = Math.min(left, met.get().lots);
      if (!maker.isOpen()) {
        continue;
      }
      if (books.hold(maker, price, traded)) {
        changes.fill(maker, changes.newTrade(), price, traded, Liquidity.MAKER);
        market.price(price);
        left -= traded;
      } else {
        changes.cancel(maker, Reason.LEDGER_FULL);
      }
    }
  }

  /// An order comes on the market: what can trade trades, what may rest rests.
  void enter(NaiveOrder order) {
    if (order.market.matching == Matching.BARS) {
      tradeAtOpen(order);
    } else {
      tradeWithBook(order);
    }
  }

  private void tradeAtOpen(NaiveOrder order) {
    NaiveMarket market = order.market;
    boolean trades = !market.isClosed() && order.takes(market.openTicks);
    if (trades && order.asked.postOnly()) {
      changes.cancel(order, Reason.POST_ONLY_WOULD_TRADE);
      return;
    }
    boolean whole =
        trades && (!order.asked.reduceOnly() || changes.position(order) >= order.left());
    if (order.timeInForce == TimeInForce.FOK && !whole) {
      changes.cancel(order, Reason.FILL_OR_KILL);
      return;
    }
    if (trades) {
      tradeWhole(order, market.openTicks, Liquidity.AUCTION);
    }
    restOrCancel(order);
  }

  /// Trades what rests and was reached, bids first: at one price, or each at its own limit.
  void tradeResting(NaiveMarket market, long lowTicks, long highTicks, Optional<Long> priceTicks) {
    for (Side side : List.of(Side.BUY, Side.SELL)) {
      long reached = side == Side.BUY ? lowTicks : highTicks;
      Optional<NaiveMarket.Resting> best = market.best(side);
      while (best.isPresent() && best.get().order.orElseThrow().takes(reached)) {
        Liquidity part = priceTicks.isPresent() ? Liquidity.AUCTION : Liquidity.MAKER;
        tradeWhole(best.get().order.orElseThrow(), priceTicks.orElse(best.get().priceTicks), part);
        best = market.best(side);
      }
    }
  }

  /// Lets the market take all of an order at a price.
  void tradeWhole(NaiveOrder order, long priceTicks, Liquidity part) {
    changes.cutToPosition(order);
    if (!order.isOpen()) {
      return;
    }
    if (books.hold(order, priceTicks, order.left())) {
      order.market.remove(order);
      changes.fill(order, changes.newTrade(), priceTicks, order.left(), part);
    } else {
      changes.cancel(order, Reason.LEDGER_FULL);
    }
  }

  private void tradeWithBook(NaiveOrder taker) {
    NaiveMarket market = taker.market;
    Side other = taker.side.opposite();
    boolean crosses = market.best(other).filter(best -> taker.takes(best.priceTicks)).isPresent();
    if (crosses && taker.asked.postOnly()) {
      changes.cancel(taker, Reason.POST_ONLY_WOULD_TRADE);
      return;
    }
    if (taker.timeInForce == TimeInForce.FOK && !canTradeWhole(taker)) {
      changes.cancel(taker, Reason.FILL_OR_KILL);
      return;
    }
    Optional<NaiveMarket.Resting> met = market.best(other);
    while (taker.isOpen() && met.isPresent() && taker.takes(met.get().priceTicks)) {
      NaiveMarket.Resting resting = met.get();
      if (resting.order.map(maker -> maker.accountId == taker.accountId).orElse(false)) {
        preventSelfTrade(taker, resting.order.get());
      } else {
        trade(taker, resting);
      }
      met = market.best(other);
    }
    restOrCancel(taker);
  }

  private void trade(NaiveOrder taker, NaiveMarket.Resting resting) {
    NaiveMarket market = taker.market;
    resting.order.ifPresent(changes::cutToPosition);
    if (resting.order.isPresent() && !resting.order.get().isOpen()) {
      return;
    }
    changes.cutToPosition(taker);
    if (!taker.isOpen()) {
      return;
    }
    long traded = Math.min(taker.left(), resting.lots);
    long price = resting.priceTicks;
    if (resting.order.isPresent() && !books.hold(resting.order.get(), price, traded)) {
      changes.cancel(resting.order.get(), Reason.LEDGER_FULL);
    } else if (!books.hold(taker, price, traded)) {
      changes.cancel(taker, Reason.LEDGER_FULL);
    } else {
      long trade = changes.newTrade();
      if (resting.order.isPresent()) {
        changes.fill(resting.order.get(), trade, price, traded, Liquidity.MAKER);
      } else {
        resting.lots -= traded;
        market.resting.removeIf(each -> each.lots == 0);
      }
      changes.fill(taker, trade, price, traded, Liquidity.TAKER);
      market.price(price);
    }
  }

  private void preventSelfTrade(NaiveOrder taker, NaiveOrder resting) {
    switch (mode(taker)) {
      case CANCEL_NEWEST -> changes.cancel(taker, Reason.SELF_TRADE);
      case CANCEL_OLDEST -> changes.cancel(resting, Reason.SELF_TRADE);
      case CANCEL_BOTH -> {
        changes.cancel(resting, Reason.SELF_TRADE);
        if (taker.isOpen()) {
          changes.cancel(taker, Reason.SELF_TRADE);
        }
      }
      case DECREMENT -> {
        long lots = Math.min(taker.left(), resting.left());
        changes.cut(resting, lots, Reason.SELF_TRADE);
        if (taker.isOpen()) {
          changes.cut(taker, lots, Reason.SELF_TRADE);
        }
      }
    }
  }

  private SelfTradePrevention mode(NaiveOrder order) {
    return selfTrade.getOrDefault(order.accountId, SelfTradePrevention.CANCEL_NEWEST);
  }

  private boolean canTradeWhole(NaiveOrder taker) {
    if (taker.asked.reduceOnly() && changes.position(taker) < taker.left()) {
      return false;
    }
    boolean ownOrdersStop = mode(taker) != SelfTradePrevention.CANCEL_OLDEST;
    BigInteger found = BigInteger.ZERO;
    List<NaiveMarket.Resting> ranked = taker.market.ranked(taker.side.opposite());
    for (long price : ranked.stream().map(each -> each.priceTicks).distinct().toList()) {
      if (!taker.takes(price) || !books.hold(taker, price, 2 * taker.left())) {
        return false;
      }
      List<NaiveMarket.Resting> queue =
          ranked.stream().filter(each -> each.priceTicks == price).toList();
      boolean stops = ownOrdersStop && queue.stream().anyMatch(each -> isOwn(taker, each));
      for (NaiveMarket.Resting each :
          queue.stream().takeWhile(each -> !ownOrdersStop || !isOwn(taker, each)).toList()) {
        if (isSure(taker, each)) {
          long all = each.order.map(NaiveOrder::left).orElse(each.lots);
          found = found.add(BigInteger.valueOf(stops ? each.lots : all));
        }
      }
      if (found.compareTo(BigInteger.valueOf(taker.left())) >= 0) {
        return true;
      }
      if (stops) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOwn(NaiveOrder taker, NaiveMarket.Resting resting) {
    return resting.order.map(maker -> maker.accountId == taker.accountId).orElse(false);
  }

  /// {@return whether what rests can trade with a taker, and will not have shrunk before}
  private boolean isSure(NaiveOrder taker, NaiveMarket.Resting resting) {
    return resting
        .order
        .map(maker ->
            !isOwn(taker, resting)
                && !maker.asked.reduceOnly()
                && maker.sibling.isEmpty()
                && books.hold(maker, resting.priceTicks, 2 * taker.left()))
        .orElse(true);
  }

  void restOrCancel(NaiveOrder order) {
    if (!order.isOpen()) {
      return;
    }
    if (order.timeInForce == TimeInForce.FOK) {
      changes.cancel(order, Reason.FILL_OR_KILL);
    } else if (order.limitTicks == 0) {
      changes.cancel(order, Reason.NO_LIQUIDITY);
    } else if (order.timeInForce == TimeInForce.IOC) {
      changes.cancel(order, Reason.IMMEDIATE_OR_CANCEL);
    } else {
      order.market.rest(order);
    }
  }

  /// What an order that was met within a bar does: it trades at its stop, or it has to wait.
  ///
  /// @return whether it is to rest, or to be canceled, after the sweep
  boolean tradeAtStop(NaiveOrder order) {
    boolean whole = !order.asked.reduceOnly() || changes.position(order) >= order.left();
    if (!order.takes(order.stopTicks) || (order.timeInForce == TimeInForce.FOK && !whole)) {
      return true;
    }
    if (order.asked.postOnly()) {
      changes.cancel(order, Reason.POST_ONLY_WOULD_TRADE);
    } else {
      tradeWhole(order, order.stopTicks, Liquidity.TAKER);
    }
    return false;
  }
}
