package trading.core;

import java.util.List;
import java.util.Optional;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// What the naive twin refuses of an order's terms and of links, without sentences.
final class NaiveTerms {
  private static final long MAX_TICKS = 1_099_511_627_776L;

  private NaiveTerms() {}

  static Optional<Refusal> refuse(Reason reason, long bound, long actual) {
    return NaiveRules.refuse(reason, bound, actual, "");
  }

  static Optional<Refusal> stop(OrderType type, long stop) {
    boolean has = type.isTriggered() && type != OrderType.TRAILING_STOP;
    if (!has) {
      return stop == 0 ? Optional.empty() : refuse(Reason.STOP_NOT_ALLOWED, 0, stop);
    }
    if (stop < 1) {
      return refuse(Reason.STOP_NOT_POSITIVE, 1, stop);
    }
    return stop > MAX_TICKS ? refuse(Reason.PRICE_TOO_LARGE, MAX_TICKS, stop) : Optional.empty();
  }

  /// {@return why terms other than the stop are malformed, checks 5 to 8}
  static Optional<Refusal> rest(OrderRequest request, long nowNanos) {
    return NaiveRules.first(
        () -> trail(request),
        () -> display(request.lots(), request.terms().displayLots()),
        () -> expiry(request, nowNanos),
        () -> contradicts(request) ? refuse(Reason.TERMS_CONTRADICT, 0, 0) : Optional.empty());
  }

  private static Optional<Refusal> trail(OrderRequest request) {
    long ticks = request.terms().trailTicks();
    long basisPoints = request.terms().trailBasisPoints();
    if (request.type() != OrderType.TRAILING_STOP) {
      return ticks == 0 && basisPoints == 0
          ? Optional.empty()
          : refuse(Reason.BAD_TRAIL, 0, ticks != 0 ? ticks : basisPoints);
    }
    if ((ticks == 0) == (basisPoints == 0)) {
      return refuse(Reason.BAD_TRAIL, 1, ticks == 0 ? 0 : 2);
    }
    return ticks != 0 ? within(ticks, MAX_TICKS) : within(basisPoints, 9_999);
  }

  private static Optional<Refusal> within(long value, long most) {
    if (value < 1) {
      return refuse(Reason.BAD_TRAIL, 1, value);
    }
    return value > most ? refuse(Reason.BAD_TRAIL, most, value) : Optional.empty();
  }

  static Optional<Refusal> display(long lots, long display) {
    return display == 0 || (display >= 1 && display < lots)
        ? Optional.empty()
        : refuse(Reason.BAD_DISPLAY, lots - 1, display);
  }

  private static Optional<Refusal> expiry(OrderRequest request, long nowNanos) {
    long expiry = request.terms().expireNanos();
    if (request.timeInForce() == TimeInForce.GTD) {
      return expiry > nowNanos ? Optional.empty() : refuse(Reason.BAD_EXPIRY, nowNanos, expiry);
    }
    return expiry == 0 ? Optional.empty() : refuse(Reason.BAD_EXPIRY, 0, expiry);
  }

  private static boolean contradicts(OrderRequest request) {
    OrderTerms terms = request.terms();
    OrderType type = request.type();
    boolean immediate =
        request.timeInForce() == TimeInForce.IOC || request.timeInForce() == TimeInForce.FOK;
    boolean allIn = request.sizing() == Sizing.ALL_IN;
    boolean toLimit = type == OrderType.MARKET_TO_LIMIT;
    boolean iceberg = terms.displayLots() > 0;
    return (toLimit && (immediate || terms.postOnly() || allIn))
        || (iceberg && (immediate || !(type.hasLimit() || toLimit)))
        || (terms.postOnly() && (immediate || !type.hasLimit()))
        || (allIn && (terms.reduceOnly() || iceberg))
        || (allIn && type != OrderType.MARKET && type != OrderType.LIMIT);
  }

  /// {@return the place of the first order that does not fit the others, or -1}
  static int misfit(LinkedOrders linked) {
    List<OrderRequest> orders = linked.orders();
    boolean hasEntry = !(linked instanceof LinkedOrders.OneCancelsOther);
    if (hasEntry && (orders.size() < 2 || orders.size() > 17)) {
      return 0;
    }
    for (int i = 0; i < orders.size(); i++) {
      if (!fits(linked, orders, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fits(LinkedOrders linked, List<OrderRequest> orders, int i) {
    OrderRequest first = orders.getFirst();
    OrderRequest order = orders.get(i);
    boolean follows = i > 0 && !(linked instanceof LinkedOrders.OneCancelsOther);
    boolean sameSize = linked instanceof LinkedOrders.OneTriggersOthers;
    boolean bracket = linked instanceof LinkedOrders.Bracket;
    boolean clientSeen =
        order.clientOrderId() != 0
            && orders.subList(0, i).stream()
                .anyMatch(before -> before.clientOrderId() == order.clientOrderId());
    return order.account().equals(first.account())
        && order.symbol().equals(first.symbol())
        && order.sizing() != Sizing.ALL_IN
        && !(follows && order.type() == OrderType.MARKET_TO_LIMIT)
        && (sameSize || order.lots() == first.lots())
        && !(bracket && i > 0 && order.side() == first.side())
        && !clientSeen;
  }
}
