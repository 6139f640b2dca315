package trading.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TriggerPrice;

/// Orders of the naive twin that wait for a price: who is met, in which order, and what follows.
final class NaiveWatch {
  private static final long MAX_TICKS = 1L << 40;

  private final NaiveNews news;
  private final NaiveTrading trading;
  private final NaiveLinks links;
  private long waits;

  NaiveWatch(NaiveNews news, NaiveTrading trading, NaiveLinks links) {
    this.news = news;
    this.trading = trading;
    this.links = links;
  }

  /// An order begins to wait: only the last price counts, what came before does not.
  void begin(NaiveOrder order) {
    order.waitsSince = ++waits;
    order.lowTicks = order.market.lastTicks;
    order.highTicks = order.market.lastTicks;
    takeFirstStop(order);
  }

  /// {@return whether it is a trailing stop that has its first stop now}
  private static boolean takeFirstStop(NaiveOrder order) {
    return order.type == OrderType.TRAILING_STOP
        && order.stopTicks == 0
        && follow(order, best(order));
  }

  /// An order comes on the market, perhaps to wait for its price.
  void enter(NaiveOrder order) {
    if (!order.waitsForPrice()) {
      trading.enter(order);
      return;
    }
    boolean hadStop = order.stopTicks != 0;
    if (order.waitsSince == 0) {
      begin(order);
    } else {
      takeFirstStop(order);
    }
    if (!hadStop && order.stopTicks != 0) {
      news.stopMoved(order);
    }
  }

  void look(NaiveMarket market) {
    if (market.isClosed()) {
      return;
    }
    while (true) {
      Optional<NaiveOrder> met = firstMet(market);
      if (met.isPresent()) {
        trigger(met.get(), priceThatMet(met.get()));
        trading.enter(met.get());
      } else {
        boolean moved = trail(market);
        market.onlyLastPrice();
        if (!moved && !links.bringOne(market, this)) {
          return;
        }
      }
    }
  }

  private void trigger(NaiveOrder order, long priceTicks) {
    order.triggered = true;
    news.triggered(order, priceTicks);
    links.leave(order);
  }

  private Optional<NaiveOrder> firstMet(NaiveMarket market) {
    for (Predicate<NaiveOrder> kind : kinds(market)) {
      for (boolean fall : List.of(true, false)) {
        Optional<NaiveOrder> first =
            market.waitingForPrice().stream()
                .filter(kind)
                .filter(order -> order.waitsForFall() == fall && isMet(order))
                .min(inTurn(fall));
        if (first.isPresent()) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Predicate<NaiveOrder>> kinds(NaiveMarket market) {
    if (market.matching == Matching.BARS) {
      return List.of(_ -> true);
    }
    return List.of(
        order -> order.asked.triggerPrice() == TriggerPrice.LAST,
        order -> order.isTriggeredBy(TriggerPrice.BID_ASK, Side.SELL),
        order -> order.isTriggeredBy(TriggerPrice.BID_ASK, Side.BUY),
        order -> order.asked.triggerPrice() == TriggerPrice.MID);
  }

  private static Comparator<NaiveOrder> inTurn(boolean fall) {
    Comparator<NaiveOrder> byStop = Comparator.comparingLong(order -> order.stopTicks);
    return (fall ? byStop.reversed() : byStop).thenComparingLong(order -> order.waitsSince);
  }

  private static boolean isMet(NaiveOrder order) {
    long price = priceThatMet(order);
    if (order.stopTicks == 0 || price == 0) {
      return false;
    }
    if (price(order) == TriggerPrice.MID) {
      long sum = order.market.bestTicks(Side.BUY) + order.market.bestTicks(Side.SELL);
      return order.waitsForFall() ? sum <= 2 * order.stopTicks : sum >= 2 * order.stopTicks;
    }
    return order.waitsForFall() ? price <= order.stopTicks : price >= order.stopTicks;
  }

  private static TriggerPrice price(NaiveOrder order) {
    return order.market.matching == Matching.BARS ? TriggerPrice.LAST : order.asked.triggerPrice();
  }

  /// {@return the price that is the nearest to an order's stop; 0 when there is none}
  private static long priceThatMet(NaiveOrder order) {
    return price(order) == TriggerPrice.LAST
        ? (order.waitsForFall() ? order.lowTicks : order.highTicks)
        : priceNow(order);
  }

  /// {@return the price that a trailing stop follows; 0 when there is none}
  private static long best(NaiveOrder order) {
    return price(order) == TriggerPrice.LAST
        ? (order.side == Side.SELL ? order.highTicks : order.lowTicks)
        : priceNow(order);
  }

  private static long priceNow(NaiveOrder order) {
    NaiveMarket market = order.market;
    long bid = market.bestTicks(Side.BUY);
    long ask = market.bestTicks(Side.SELL);
    if (price(order) == TriggerPrice.BID_ASK) {
      return order.side == Side.SELL ? bid : ask;
    }
    if (bid == 0 || ask == 0) {
      return 0;
    }
    return order.waitsForFall() ? Math.ceilDiv(bid + ask, 2) : Math.floorDiv(bid + ask, 2);
  }

  private boolean trail(NaiveMarket market) {
    boolean moved = false;
    for (NaiveOrder order : market.waitingForPrice()) {
      if (order.type == OrderType.TRAILING_STOP && follow(order, best(order))) {
        news.stopMoved(order);
        order.waitsSince = ++waits;
        moved = true;
      }
    }
    return moved;
  }

  /// {@return whether a trailing stop moved to where a price wants it}
  private static boolean follow(NaiveOrder order, long priceTicks) {
    if (priceTicks == 0) {
      return false;
    }
    long distance = order.asked.trailTicks();
    if (distance == 0) {
      distance = Math.max(1, priceTicks * order.asked.trailBasisPoints() / 10_000);
    }
    long wanted = Math.clamp(priceTicks + order.side.sign() * distance, 1, MAX_TICKS);
    boolean better = order.side == Side.SELL ? wanted > order.stopTicks : wanted < order.stopTicks;
    if (order.stopTicks != 0 && !better) {
      return false;
    }
    order.stopTicks = wanted;
    return true;
  }

  /// Before a bar's sweep: what waits and was met within the bar trades at its stop.
  ///
  /// @return those that were met and did not trade
  List<NaiveOrder> withinBar(NaiveMarket market, long lowTicks, long highTicks) {
    for (NaiveOrder order : market.waitingForPrice()) {
      order.lowTicks = lowTicks;
      order.highTicks = highTicks;
    }
    List<NaiveOrder> later = new ArrayList<>();
    Optional<NaiveOrder> met = firstMet(market);
    while (met.isPresent()) {
      trigger(met.get(), priceThatMet(met.get()));
      if (trading.tradeAtStop(met.get())) {
        later.add(met.get());
      }
      met = firstMet(market);
    }
    return later;
  }

  /// After a bar's sweep: trailing stops follow the best price that it had.
  void afterBar(NaiveMarket market, long closeTicks) {
    trail(market);
    market.lastTicks = closeTicks;
    market.onlyLastPrice();
  }
}
