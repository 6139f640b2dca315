package trading.core;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;

/// What a request must satisfy before anything else looks at it.
// Hot: engine only; allocates nothing unless something is refused.
final class DoorCheck {
  private DoorCheck() {}

  /// {@return why a request is malformed, or empty}
  static Optional<Refusal> check(OrderRequest request, Market market) {
    Optional<Refusal> size = checkSize(request);
    if (size.isPresent()) {
      return size;
    }
    Optional<Refusal> price = checkPrice(request);
    return price.isPresent() ? price : checkNotional(request, market);
  }

  private static Optional<Refusal> checkSize(OrderRequest request) {
    long lots = request.lots();
    if (request.sizing() == Sizing.ALL_IN) {
      return lots == 0
          ? Optional.empty()
          : refuse(Reason.LOTS_ON_ALL_IN, 0, lots, "an all-in order must have 0 lots, had " + lots);
    }
    if (lots < 1) {
      return refuse(
          Reason.QUANTITY_NOT_POSITIVE,
          1,
          lots,
          "lots of " + request.symbol() + " must be 1.." + Instrument.MAX_LOTS + ", was " + lots);
    }
    if (lots > Instrument.MAX_LOTS) {
      return refuse(
          Reason.QUANTITY_TOO_LARGE,
          Instrument.MAX_LOTS,
          lots,
          "lots of " + request.symbol() + " must be 1.." + Instrument.MAX_LOTS + ", was " + lots);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkPrice(OrderRequest request) {
    long limit = request.limitTicks();
    if (request.type() == OrderType.MARKET) {
      return limit == 0
          ? Optional.empty()
          : refuse(
              Reason.PRICE_ON_MARKET,
              0,
              limit,
              "a MARKET order takes no price, had " + limit + " ticks");
    }
    if (limit < 1) {
      return refuse(
          Reason.PRICE_NOT_POSITIVE,
          1,
          limit,
          "limit of " + request.symbol() + " must be at least 1 tick, was " + limit);
    }
    if (limit > Instrument.MAX_PRICE_TICKS) {
      return refuse(
          Reason.PRICE_TOO_LARGE,
          Instrument.MAX_PRICE_TICKS,
          limit,
          "limit of "
              + request.symbol()
              + " must be at most "
              + Instrument.MAX_PRICE_TICKS
              + " ticks, was "
              + limit);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> checkNotional(OrderRequest request, Market market) {
    long lots = request.lots();
    long price = Math.max(1, request.limitTicks());
    if (fits(price, lots, market.tickValueMicros())) {
      return Optional.empty();
    }
    return refuse(
        Reason.NOTIONAL_TOO_LARGE,
        Long.MAX_VALUE,
        lots,
        "price × quantity of "
            + request.symbol()
            + " must be at most 2^63 micros, was "
            + price
            + " ticks × "
            + lots
            + " lots");
  }

  /// {@return whether price × quantity fits a `long` in micros; all three are positive}
  static boolean fits(long priceTicks, long lots, long tickValueMicros) {
    return Math.multiplyHigh(priceTicks, lots) == 0
        && priceTicks * lots >= 0
        && Math.multiplyHigh(priceTicks * lots, tickValueMicros) == 0
        && priceTicks * lots * tickValueMicros >= 0;
  }

  private static Optional<Refusal> refuse(Reason reason, long limit, long actual, String sentence) {
    return Optional.of(Refusal.of(reason, limit, actual, sentence));
  }
}
