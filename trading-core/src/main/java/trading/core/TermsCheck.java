package trading.core;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// What the terms of a request must satisfy: stop, trail, display, expiry, and that nothing
/// contradicts.
// Hot: engine only; allocates nothing unless something is refused.
final class TermsCheck {
  private static final long MAX_BASIS_POINTS = 9_999;

  private TermsCheck() {}

  /// {@return why the terms are malformed, or empty}
  static Optional<Refusal> check(OrderRequest request, long nowNanos) {
    if (request.terms().equals(OrderTerms.NONE)
        && !request.type().isTriggered()
        && request.timeInForce() != TimeInForce.GTD
        && request.type() != OrderType.MARKET_TO_LIMIT) {
      return Optional.empty();
    }
    Optional<Refusal> refusal = checkStop(request);
    refusal = refusal.isPresent() ? refusal : checkTrail(request);
    refusal = refusal.isPresent() ? refusal : checkDisplay(request);
    refusal = refusal.isPresent() ? refusal : checkExpiry(request, nowNanos);
    return refusal.isPresent() ? refusal : checkTogether(request);
  }

  private static Optional<Refusal> checkStop(OrderRequest request) {
    long stop = request.terms().stopTicks();
    if (request.type().hasStop()) {
      return checkStop(request.symbol(), stop);
    }
    return stop == 0
        ? Optional.empty()
        : refuse(
            Reason.STOP_NOT_ALLOWED,
            0,
            stop,
            "an order of type " + request.type() + " takes no stop, had " + stop + " ticks");
  }

  /// {@return why a stop is out of range, or empty}
  static Optional<Refusal> checkStop(String symbol, long stopTicks) {
    if (stopTicks < 1) {
      return refuse(
          Reason.STOP_NOT_POSITIVE,
          1,
          stopTicks,
          "stop of " + symbol + " must be at least 1 tick, was " + stopTicks);
    }
    return stopTicks <= Instrument.MAX_PRICE_TICKS
        ? Optional.empty()
        : refuse(
            Reason.PRICE_TOO_LARGE,
            Instrument.MAX_PRICE_TICKS,
            stopTicks,
            "stop of "
                + symbol
                + " must be at most "
                + Instrument.MAX_PRICE_TICKS
                + " ticks, was "
                + stopTicks);
  }

  private static Optional<Refusal> checkTrail(OrderRequest request) {
    long ticks = request.terms().trailTicks();
    long points = request.terms().trailBasisPoints();
    if (request.type() != OrderType.TRAILING_STOP) {
      long given = ticks == 0 ? points : ticks;
      return given == 0
          ? Optional.empty()
          : refuse(
              Reason.BAD_TRAIL,
              0,
              given,
              "an order of type " + request.type() + " takes no trail, had " + given);
    }
    if ((ticks == 0) == (points == 0)) {
      return refuse(
          Reason.BAD_TRAIL,
          1,
          ticks == 0 ? 0 : 2,
          "a trailing stop must have a trail in ticks or in basis points, had "
              + (ticks == 0 ? "neither" : "both"));
    }
    return ticks == 0
        ? checkTrail("basis points", points, MAX_BASIS_POINTS)
        : checkTrail("ticks", ticks, Instrument.MAX_PRICE_TICKS);
  }

  private static Optional<Refusal> checkTrail(String unit, long trail, long max) {
    return trail >= 1 && trail <= max
        ? Optional.empty()
        : refuse(
            Reason.BAD_TRAIL,
            trail < 1 ? 1 : max,
            trail,
            "trail in " + unit + " must be 1.." + max + ", was " + trail);
  }

  private static Optional<Refusal> checkDisplay(OrderRequest request) {
    return checkDisplay(request.terms().displayLots(), request.lots());
  }

  /// {@return why a display quantity does not go with a quantity, or empty}
  static Optional<Refusal> checkDisplay(long displayLots, long lots) {
    return displayLots == 0 || (displayLots >= 1 && displayLots < lots)
        ? Optional.empty()
        : refuse(
            Reason.BAD_DISPLAY,
            lots - 1,
            displayLots,
            "display must be 0 or 1.." + (lots - 1) + " lots, was " + displayLots);
  }

  private static Optional<Refusal> checkExpiry(OrderRequest request, long nowNanos) {
    long expire = request.terms().expireNanos();
    if (request.timeInForce() == TimeInForce.GTD) {
      return expire > nowNanos
          ? Optional.empty()
          : refuse(
              Reason.BAD_EXPIRY,
              nowNanos,
              expire,
              "a GTD order must expire after now, " + nowNanos + " ns, was " + expire);
    }
    return expire == 0
        ? Optional.empty()
        : refuse(
            Reason.BAD_EXPIRY,
            0,
            expire,
            "a " + request.timeInForce() + " order takes no expiry, had " + expire);
  }

  private static Optional<Refusal> checkTogether(OrderRequest request) {
    OrderTerms terms = request.terms();
    OrderType type = request.type();
    boolean immediate =
        request.timeInForce() == TimeInForce.IOC || request.timeInForce() == TimeInForce.FOK;
    if (request.sizing() == Sizing.ALL_IN) {
      boolean goes = type == OrderType.MARKET || type == OrderType.LIMIT;
      if (!goes || terms.displayLots() != 0 || terms.reduceOnly()) {
        return contradict(
            "an all-in order must be MARKET or LIMIT, not shown in part, not reduce-only");
      }
    }
    if (type == OrderType.MARKET_TO_LIMIT && (immediate || terms.postOnly())) {
      return contradict("a MARKET_TO_LIMIT order must not be IOC, FOK or post-only");
    }
    boolean mayRest = type.hasLimit() && !immediate;
    if (terms.displayLots() != 0 && !mayRest && type != OrderType.MARKET_TO_LIMIT) {
      return contradict(
          "an order that is shown in part must have a limit and must not be IOC or FOK");
    }
    return terms.postOnly() && !mayRest
        ? contradict("a post-only order must have a limit and must not be IOC or FOK")
        : Optional.empty();
  }

  private static Optional<Refusal> contradict(String sentence) {
    return refuse(Reason.TERMS_CONTRADICT, 0, 0, sentence);
  }

  private static Optional<Refusal> refuse(Reason reason, long limit, long actual, String sentence) {
    return Optional.of(Refusal.of(reason, limit, actual, sentence));
  }
}
