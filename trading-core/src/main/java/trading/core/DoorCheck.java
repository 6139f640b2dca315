package trading.core;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;

/// What a request must satisfy before anything else looks at it.
// Hot: engine only; allocates nothing unless something is refused.
final class DoorCheck {
  private DoorCheck() {}

  /// {@return why a request is malformed, or empty}
  static Optional<Refusal> check(OrderRequest request, Market market, long nowNanos) {
    Optional<Refusal> refusal = checkSize(request);
    refusal = refusal.isPresent() ? refusal : checkPrice(request);
    refusal = refusal.isPresent() ? refusal : TermsCheck.check(request, nowNanos);
    return refusal.isPresent()
        ? refusal
        : checkNotional(request.symbol(), request.limitTicks(), request.lots(), market);
  }

  private static Optional<Refusal> checkSize(OrderRequest request) {
    long lots = request.lots();
    if (request.sizing() == Sizing.ALL_IN) {
      return lots == 0
          ? Optional.empty()
          : refuse(Reason.LOTS_ON_ALL_IN, 0, lots, "an all-in order must have 0 lots, had " + lots);
    }
    return checkLots(request.symbol(), lots);
  }

  /// {@return why a quantity is out of range, or empty}
  static Optional<Refusal> checkLots(String symbol, long lots) {
    if (lots >= 1 && lots <= Instrument.MAX_LOTS) {
      return Optional.empty();
    }
    String sentence = "lots of " + symbol + " must be 1.." + Instrument.MAX_LOTS + ", was " + lots;
    return lots < 1
        ? refuse(Reason.QUANTITY_NOT_POSITIVE, 1, lots, sentence)
        : refuse(Reason.QUANTITY_TOO_LARGE, Instrument.MAX_LOTS, lots, sentence);
  }

  private static Optional<Refusal> checkPrice(OrderRequest request) {
    long limit = request.limitTicks();
    if (!request.type().hasLimit()) {
      return limit == 0
          ? Optional.empty()
          : refuse(
              Reason.PRICE_ON_MARKET,
              0,
              limit,
              "a " + request.type() + " order takes no price, had " + limit + " ticks");
    }
    return checkLimit(request.symbol(), limit);
  }

  /// {@return why a limit is out of range, or empty}
  static Optional<Refusal> checkLimit(String symbol, long limit) {
    if (limit < 1) {
      return refuse(
          Reason.PRICE_NOT_POSITIVE,
          1,
          limit,
          "limit of " + symbol + " must be at least 1 tick, was " + limit);
    }
    if (limit > Instrument.MAX_PRICE_TICKS) {
      return refuse(
          Reason.PRICE_TOO_LARGE,
          Instrument.MAX_PRICE_TICKS,
          limit,
          "limit of "
              + symbol
              + " must be at most "
              + Instrument.MAX_PRICE_TICKS
              + " ticks, was "
              + limit);
    }
    return Optional.empty();
  }

  /// {@return why price × quantity is too large, or empty}
  ///
  /// @param limitTicks the limit, or 0
  static Optional<Refusal> checkNotional(String symbol, long limitTicks, long lots, Market market) {
    long price = Math.max(1, limitTicks);
    if (fits(price, lots, market.tickValueMicros())) {
      return Optional.empty();
    }
    return refuse(
        Reason.NOTIONAL_TOO_LARGE,
        Long.MAX_VALUE,
        lots,
        "price × quantity of "
            + symbol
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
