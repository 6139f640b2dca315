package trading.core;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;

/// What can happen to one order of the naive twin, and what it does to the orders linked with it.
final class NaiveChanges {
  private final NaiveNews news;
  private final NaiveBooks books;
  private long trades;
  private long links;

  NaiveChanges(NaiveNews news, NaiveBooks books) {
    this.news = news;
    this.books = books;
  }

  void cancel(NaiveOrder order, Reason reason) {
    OrderStatus status = reason == Reason.TIME_EXPIRED ? OrderStatus.EXPIRED : OrderStatus.CANCELED;
    end(order, status, reason);
    news.canceled(order, reason);
    takeFollowersAlong(order);
  }

  void reject(NaiveOrder order, Refusal why) {
    end(order, OrderStatus.REJECTED, why.reason());
    news.rejected(order, why);
    takeFollowersAlong(order);
  }

  /// Takes quantity off an order, or ends it when nothing would be left.
  void cut(NaiveOrder order, long lots, Reason reason) {
    if (lots >= order.left()) {
      cancel(order, reason);
      return;
    }
    order.lots -= lots;
    order.wasCut = true;
    order.market.shrink(order);
    news.reduced(order, lots, reason);
  }

  /// Brings a reduce-only order down to what its position still has.
  void cutToPosition(NaiveOrder order) {
    if (order.asked.reduceOnly()) {
      long still = position(order);
      if (order.left() > still) {
        cut(order, order.left() - still, Reason.REDUCE_ONLY_WOULD_OPEN);
      }
    }
  }

  long position(NaiveOrder order) {
    return books.lotsAgainst(order.request.account(), order.request.symbol(), order.side);
  }

  long newTrade() {
    return ++trades;
  }

  void fill(NaiveOrder order, long trade, long priceTicks, long lots, Liquidity part) {
    NaiveMarket market = order.market;
    BigInteger notional = market.micros(priceTicks, lots);
    BigInteger fee = books.fee(notional);
    order.filledLots += lots;
    order.filledMicros += notional.longValueExact();
    order.feesMicros += fee.longValueExact();
    order.status = order.left() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    market.traded(order, lots);
    if (order.left() == 0) {
      market.open.remove(order);
    }
    String account = order.request.account();
    BigInteger paid = notional.multiply(BigInteger.valueOf(order.side.sign())).add(fee);
    books.moveCash(account, market.currency, paid.negate());
    books.moveLots(account, market.instrument.symbol(), lots * order.side.sign());
    news.filled(order, trade, priceTicks, lots, fee.longValueExact(), part);
    tellLinked(order, lots);
  }

  private void tellLinked(NaiveOrder order, long lots) {
    if (!order.followers.isEmpty() && order.tradedSince == 0) {
      order.tradedSince = ++links;
    }
    if (order.sibling.isEmpty()) {
      return;
    }
    NaiveOrder sibling = order.sibling.get();
    if (sibling.status == OrderStatus.SUSPENDED) {
      sibling.tradedBeforeLots += lots;
    } else if (sibling.isOpen()) {
      cut(sibling, lots, Reason.LINKED_ORDER);
    }
    order.entry.filter(NaiveOrder::isOpen).ifPresent(entry -> cancel(entry, Reason.LINKED_ORDER));
  }

  private void end(NaiveOrder order, OrderStatus status, Reason reason) {
    order.market.remove(order);
    order.market.open.remove(order);
    order.status = status;
    order.reason = Optional.of(reason);
  }

  private void takeFollowersAlong(NaiveOrder entry) {
    if (entry.filledLots > 0) {
      return;
    }
    for (NaiveOrder follower : List.copyOf(entry.followers)) {
      if (follower.isOpen()) {
        cancel(follower, Reason.LINKED_ORDER);
      }
    }
  }
}
