package trading.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;

/// What the naive twin asks of a well formed order: liquidity, flags, size, number, gate.
final class NaiveDoor {
  private final NaiveBooks books;
  private final Map<String, Long> firstWithNumber = new HashMap<>();
  private final long maxPosition;
  private final List<Shown> shown = new ArrayList<>();

  NaiveDoor(NaiveBooks books, long maxPosition) {
    this.books = books;
    this.maxPosition = maxPosition;
  }

  /// {@return why an order is refused, checks 2 to 15}
  ///
  /// @param follows whether it waits for its entry
  /// @param before the first one of its pair
  Optional<Refusal> check(
      OrderRequest request,
      NaiveMarket market,
      boolean follows,
      Optional<OrderRequest> before,
      long nowNanos) {
    boolean sized = request.sizing() == Sizing.LOTS;
    boolean sizedLater = !sized && market.isClosed();
    return NaiveRules.first(
        () -> NaiveRules.malformed(request, market, nowNanos),
        () -> follows ? Optional.empty() : liquidity(request, market),
        () ->
            follows || request.type() != OrderType.LIMIT || !request.terms().postOnly()
                ? Optional.empty()
                : postOnly(market, request.side(), request.limitTicks()),
        () -> follows || !sized ? Optional.empty() : reduceOnly(request, request.lots()),
        () ->
            sized || sizedLater
                ? Optional.empty()
                : NaiveRules.allIn(request.symbol(), allIn(request, market)),
        () -> duplicate(request),
        () ->
            follows || sizedLater
                ? Optional.empty()
                : gate(request, shown(size(request, market), before)));
  }

  /// {@return what the gate was shown since the last call}
  List<Shown> takeShown() {
    List<Shown> taken = List.copyOf(shown);
    shown.clear();
    return taken;
  }

  /// {@return the quantity of an order that is accepted}
  long size(OrderRequest request, NaiveMarket market) {
    return request.sizing() == Sizing.LOTS || market.isClosed()
        ? request.lots()
        : allIn(request, market).orElseThrow().longValueExact();
  }

  /// {@return the size of an all-in order that meets the market}
  Optional<BigInteger> allIn(OrderRequest request, NaiveMarket market) {
    long price = request.limitTicks();
    if (request.type() == OrderType.MARKET) {
      price =
          market.openTicks != 0 ? market.openTicks : market.bestTicks(request.side().opposite());
    }
    return books.allIn(market, request, price);
  }

  private static Optional<Refusal> liquidity(OrderRequest request, NaiveMarket market) {
    boolean needed =
        request.type() == OrderType.MARKET || request.type() == OrderType.MARKET_TO_LIMIT;
    boolean nobody = market.best(request.side().opposite()).isEmpty();
    return market.matching == Matching.QUOTES && needed && nobody
        ? NaiveRules.noLiquidity(request)
        : Optional.empty();
  }

  Optional<Refusal> postOnly(NaiveMarket market, Side side, long limit) {
    long best =
        market.matching == Matching.BARS ? market.openTicks : market.bestTicks(side.opposite());
    boolean crosses = best != 0 && (side == Side.BUY ? best <= limit : best >= limit);
    return crosses
        ? NaiveTerms.refuse(Reason.POST_ONLY_WOULD_TRADE, best, limit)
        : Optional.empty();
  }

  Optional<Refusal> reduceOnly(OrderRequest request, long lots) {
    long against = books.lotsAgainst(request.account(), request.symbol(), request.side());
    return request.terms().reduceOnly() && lots > against
        ? NaiveTerms.refuse(Reason.REDUCE_ONLY_WOULD_OPEN, against, lots)
        : Optional.empty();
  }

  private Optional<Refusal> duplicate(OrderRequest request) {
    long number = request.clientOrderId();
    Long first = firstWithNumber.get(request.account() + " " + number);
    return first == null
        ? Optional.empty()
        : NaiveTerms.refuse(Reason.DUPLICATE_CLIENT_ORDER, first, number);
  }

  /// An order was accepted: its account uses its number no more.
  void accepted(NaiveOrder order) {
    long number = order.request.clientOrderId();
    if (number != 0) {
      firstWithNumber.put(order.request.account() + " " + number, order.id);
    }
  }

  private static Shown shown(long lots, Optional<OrderRequest> before) {
    return before.map(Shown.alone(lots)::behind).orElse(Shown.alone(lots));
  }

  /// {@return why an order that was accepted before may not have so many lots}
  Optional<Refusal> gate(NaiveOrder order, long lots) {
    Shown asks = Shown.alone(lots);
    if (order.works()) {
      asks = asks.working().without(order);
    }
    boolean isExit = order.entry.isPresent() && order.sibling.isPresent();
    if (isExit && order.sibling.get().works()) {
      asks = asks.without(order.sibling.get());
    }
    return gate(order.request, asks);
  }

  private Optional<Refusal> gate(OrderRequest request, Shown asks) {
    shown.add(asks);
    long lots = asks.lots();
    long held = books.lots(request.account(), request.symbol());
    long after = Math.abs(held + lots * request.side().sign());
    return after <= maxPosition
        ? Optional.empty()
        : Optional.of(FakeGate.overLimit(request.symbol(), maxPosition, after));
  }
}
