package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// Hears an engine's events and says where they break a promise about orders.
final class OrderPromises {

  /// What the events have said about an order.
  private static final class Seen {
    final Event.OrderAccepted accepted;
    OrderTerms terms = OrderTerms.NONE;
    long entryId;
    long siblingId;
    OrderStatus status;
    long limitTicks;
    long filledLots;
    long leftLots;

    Seen(Event.OrderAccepted accepted) {
      this.accepted = accepted;
      status = accepted.status();
      limitTicks = accepted.limitTicks();
      leftLots = accepted.lots();
    }
  }

  private record Holding(int accountId, int instrumentId) implements Comparable<Holding> {
    @Override
    public int compareTo(Holding other) {
      return accountId != other.accountId
          ? Integer.compare(accountId, other.accountId)
          : Integer.compare(instrumentId, other.instrumentId);
    }
  }

  private final Map<Long, Seen> orders = new TreeMap<>();
  private final Map<Holding, Long> positions = new TreeMap<>();
  private final Map<String, Integer> met = new TreeMap<>();
  private final Set<Long> traded = new TreeSet<>();
  private long lastTrade;
  private int lastTrader;

  /// {@return how often a fill or a pair was looked at, by promise}
  Map<String, Integer> met() {
    return met;
  }

  void hear(Event event, String where) {
    switch (event) {
      case Event.OrderAccepted e -> orders.put(e.orderId(), new Seen(e));
      case Event.OrderTermed e -> {
        Seen order = orders.get(e.orderId());
        order.terms = e.terms();
        order.entryId = e.entryId();
        order.siblingId = e.siblingId();
      }
      case Event.OrderActivated e -> {
        orders.get(e.orderId()).status = OrderStatus.NEW;
        orders.get(e.orderId()).leftLots = e.lots();
      }
      case Event.OrderAmended e -> {
        orders.get(e.orderId()).leftLots = e.remainingLots();
        orders.get(e.orderId()).limitTicks = e.limitTicks();
      }
      case Event.OrderReduced e -> orders.get(e.orderId()).leftLots = e.remainingLots();
      case Event.OrderCanceled e -> canceled(e, where);
      case Event.OrderRejected e when e.orderId() > 0 ->
          end(orders.get(e.orderId()), OrderStatus.REJECTED);
      case Event.OrderFilled e -> filled(e, where);
      default -> {}
    }
  }

  private void canceled(Event.OrderCanceled e, String where) {
    Seen order = orders.get(e.orderId());
    boolean killed = order.accepted.timeInForce() == TimeInForce.FOK;
    if (killed && e.reason() == Reason.FILL_OR_KILL) {
      assertEquals(0, order.filledLots, () -> where + "killed after a fill: " + e);
      count("fill or kill");
    }
    end(order, OrderStatus.CANCELED);
  }

  private static void end(Seen order, OrderStatus status) {
    order.status = status;
    order.leftLots = 0;
  }

  private void filled(Event.OrderFilled e, String where) {
    Seen order = orders.get(e.orderId());
    assertFalse(order.status.isTerminal(), () -> where + "filled after its end: " + e);
    assertTrue(e.lots() <= order.leftLots, () -> where + "filled more than was left: " + e);
    checkPrice(order, e, where);
    checkFlags(order, e, where);
    if (e.tradeId() == lastTrade) {
      assertNotEquals(lastTrader, e.accountId(), () -> where + "traded with itself: " + e);
    }
    lastTrade = e.tradeId();
    lastTrader = e.accountId();
    traded.add(e.orderId());
    order.filledLots += e.lots();
    order.leftLots = e.remainingLots();
    if (e.remainingLots() == 0) {
      order.status = OrderStatus.FILLED;
    }
    positions.merge(
        new Holding(e.accountId(), e.instrumentId()), e.side().sign() * e.lots(), Long::sum);
    checkLinks(order, e, where);
  }

  private static void checkPrice(Seen order, Event.OrderFilled e, String where) {
    if (order.limitTicks != 0) {
      boolean fair =
          e.side() == Side.BUY
              ? e.priceTicks() <= order.limitTicks
              : e.priceTicks() >= order.limitTicks;
      assertTrue(fair, () -> where + "filled beyond " + order.limitTicks + ": " + e);
    }
    long expiry = order.terms.expireNanos();
    assertTrue(expiry == 0 || e.atNanos() < expiry, () -> where + "filled after expiry: " + e);
  }

  private void checkFlags(Seen order, Event.OrderFilled e, String where) {
    if (order.terms.postOnly()) {
      count("post-only");
      assertNotEquals(Liquidity.TAKER, e.liquidity(), () -> where + "post-only: " + e);
    }
    if (order.terms.reduceOnly()) {
      count("reduce-only");
      long held = positions.getOrDefault(new Holding(e.accountId(), e.instrumentId()), 0L);
      long against = -held * e.side().sign();
      assertTrue(e.lots() <= against, () -> where + "reduce-only with " + held + ": " + e);
    }
  }

  /// At no time do the orders that depend on each other trade more than they may.
  private void checkLinks(Seen order, Event.OrderFilled e, String where) {
    long both = order.filledLots;
    if (order.siblingId != 0) {
      count("pair");
      both += orders.get(order.siblingId).filledLots;
      long most = order.accepted.lots();
      long traded = both;
      assertTrue(both <= most, () -> where + "a pair of " + most + " traded " + traded + ": " + e);
    }
    if (order.entryId != 0) {
      count("entry");
      long entered = orders.get(order.entryId).filledLots;
      long traded = both;
      assertTrue(
          both <= entered,
          () ->
              where + "an entry with " + entered + " filled was followed by " + traded + ": " + e);
    }
  }

  /// When a command has ended no order of a pair works for more than the two have left.
  void commandEnded(String where) {
    traded.forEach(id -> {
      checkPair(id, where);
      checkPair(orders.get(id).siblingId, where);
    });
    traded.clear();
  }

  private void checkPair(long id, String where) {
    Seen order = orders.get(id);
    if (order == null || order.siblingId == 0 || order.status == OrderStatus.SUSPENDED) {
      return;
    }
    long left = order.accepted.lots() - order.filledLots - orders.get(order.siblingId).filledLots;
    assertTrue(
        order.leftLots <= left,
        () -> where + "order " + id + " works for " + order.leftLots + ", the pair has " + left);
  }

  private void count(String promise) {
    met.merge(promise, 1, Integer::sum);
  }
}
