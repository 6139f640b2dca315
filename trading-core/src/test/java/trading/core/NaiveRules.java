package trading.core;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import trading.api.BadInputException;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Sizing;

/// What the naive twin refuses at its door, with the sentences written out once more.
///
/// An empty sentence is one that nothing specifies: what the engine says there is not compared.
final class NaiveRules {
  private static final long MAX_LOTS = 1_000_000_000_000L;
  private static final long MAX_TICKS = 1_099_511_627_776L;

  private NaiveRules() {}

  /// {@return why a request is malformed, checks 2 to 9}
  static Optional<Refusal> malformed(OrderRequest request, NaiveMarket market, long nowNanos) {
    return first(
        () -> quantity(request),
        () -> limit(request.symbol(), request.type(), request.limitTicks()),
        () -> NaiveTerms.stop(request.type(), request.terms().stopTicks()),
        () -> NaiveTerms.rest(request, nowNanos),
        () -> notional(market, request.limitTicks(), request.lots()));
  }

  @SafeVarargs
  static Optional<Refusal> first(Supplier<Optional<Refusal>>... checks) {
    for (Supplier<Optional<Refusal>> check : checks) {
      Optional<Refusal> refusal = check.get();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> quantity(OrderRequest request) {
    long lots = request.lots();
    if (request.sizing() == Sizing.LOTS) {
      return lots(request.symbol(), lots);
    }
    return lots == 0
        ? Optional.empty()
        : refuse(Reason.LOTS_ON_ALL_IN, 0, lots, "an all-in order must have 0 lots, had " + lots);
  }

  static Optional<Refusal> lots(String symbol, long lots) {
    String bound = "lots of " + symbol + " must be 1..1000000000000, was " + lots;
    if (lots <= 0) {
      return refuse(Reason.QUANTITY_NOT_POSITIVE, 1, lots, bound);
    }
    return lots > MAX_LOTS
        ? refuse(Reason.QUANTITY_TOO_LARGE, MAX_LOTS, lots, bound)
        : Optional.empty();
  }

  private static Optional<Refusal> limit(String symbol, OrderType type, long limit) {
    if (!type.hasLimit()) {
      return limit == 0
          ? Optional.empty()
          : refuse(
              Reason.PRICE_ON_MARKET,
              0,
              limit,
              type == OrderType.MARKET
                  ? "a MARKET order takes no price, had " + limit + " ticks"
                  : "");
    }
    return limit(symbol, limit);
  }

  static Optional<Refusal> limit(String symbol, long limit) {
    if (limit <= 0) {
      return refuse(
          Reason.PRICE_NOT_POSITIVE,
          1,
          limit,
          "limit of " + symbol + " must be at least 1 tick, was " + limit);
    }
    return limit > MAX_TICKS
        ? refuse(
            Reason.PRICE_TOO_LARGE,
            MAX_TICKS,
            limit,
            "limit of " + symbol + " must be at most 1099511627776 ticks, was " + limit)
        : Optional.empty();
  }

  static Optional<Refusal> notional(NaiveMarket market, long limit, long lots) {
    long price = limit == 0 ? 1 : limit;
    if (market.micros(price, lots).bitLength() > 63) {
      return refuse(
          Reason.NOTIONAL_TOO_LARGE,
          Long.MAX_VALUE,
          lots,
          "price × quantity of "
              + market.instrument.symbol()
              + " must be at most 2^63 micros, was "
              + price
              + " ticks × "
              + lots
              + " lots");
    }
    return Optional.empty();
  }

  static Optional<Refusal> noLiquidity(OrderRequest request) {
    if (request.type() != OrderType.MARKET) {
      return refuse(Reason.NO_LIQUIDITY, 0, 0, "");
    }
    String verb =
        switch (request.side()) {
          case BUY -> "sells ";
          case SELL -> "buys ";
        };
    return refuse(
        Reason.NO_LIQUIDITY,
        0,
        0,
        "nobody "
            + verb
            + request.symbol()
            + " now, a MARKET order "
            + (request.sizing() == Sizing.LOTS ? "of " + request.lots() + " lots" : "all in")
            + " cannot trade");
  }

  /// {@return why an all-in order of a size is refused; without a size the position is too large}
  static Optional<Refusal> allIn(String symbol, Optional<BigInteger> size) {
    if (size.isEmpty()) {
      return refuse(
          Reason.NOTIONAL_TOO_LARGE,
          1L << 61,
          Long.MAX_VALUE,
          "the position in " + symbol + " must be worth, and cost to close, at most 2^61 micros");
    }
    BigInteger lots = size.get();
    if (lots.signum() <= 0) {
      return refuse(
          Reason.ALL_IN_TOO_SMALL,
          1,
          lots.longValueExact(),
          "all the cash must buy at least 1 lot of " + symbol + " more, bought " + lots);
    }
    if (lots.compareTo(BigInteger.valueOf(MAX_LOTS)) > 0) {
      return refuse(
          Reason.QUANTITY_TOO_LARGE,
          MAX_LOTS,
          lots.longValueExact(),
          "lots of " + symbol + " must be 1..1000000000000, was " + lots);
    }
    return Optional.empty();
  }

  static Optional<Refusal> unknownAccount(String account) {
    return refuse(Reason.UNKNOWN_ACCOUNT, 0, 0, "account " + shown(account) + " is not open");
  }

  static Optional<Refusal> unknownSymbol(String symbol) {
    return refuse(Reason.UNKNOWN_SYMBOL, 0, 0, "symbol " + shown(symbol) + " is not listed");
  }

  static Optional<Refusal> refuse(Reason reason, long limit, long actual, String sentence) {
    return Optional.of(new Refusal(reason, "", limit, actual, sentence, Optional.empty()));
  }

  static BadInputException bad(Optional<Refusal> refusal) {
    return bad(refusal.orElseThrow().reason(), refusal.orElseThrow().sentence());
  }

  static BadInputException bad(Reason reason, String sentence) {
    return new BadInputException(reason, sentence);
  }

  /// {@return a name with what is no character shown as U+FFFD}
  private static String shown(String name) {
    return name.replaceAll("\\p{Cs}", "\uFFFD");
  }

  static void checkAccount(String name) {
    if (!name.matches("[!-~]{1,64}")) {
      throw bad(
          Reason.BAD_NAME,
          "account must be 1..64 printable ASCII characters, was \"" + name + "\"");
    }
  }

  static void checkCurrency(String name) {
    if (!name.matches("[!-~]{3,8}")) {
      throw bad(
          Reason.BAD_NAME,
          "currency must be 3..8 printable ASCII characters, was \"" + name + "\"");
    }
    if (!name.matches("[A-Za-z0-9]*")) {
      throw bad(Reason.BAD_NAME, "currency must be letters or digits, was \"" + name + "\"");
    }
  }

  static void checkClosed(String symbol, long open) {
    if (open != 0) {
      throw bad(
          Reason.BAD_MARKET_DATA,
          "the bar of " + symbol + " that opened at " + open + " was not closed");
    }
  }

  static void checkQuote(FakeQuote quote) {
    String symbol = quote.instrument().symbol();
    checkPrice("last", symbol, quote.lastTicks());
    checkWithin("bid", symbol, quote.bidTicks(), MAX_TICKS);
    checkWithin("ask", symbol, quote.askTicks(), MAX_TICKS);
    checkWithin("bid size", symbol, quote.bidLots(), MAX_LOTS);
    checkWithin("ask size", symbol, quote.askLots(), MAX_LOTS);
  }

  static void checkPrice(String what, String symbol, long ticks) {
    if (ticks < 1 || ticks > MAX_TICKS) {
      throw bad(
          Reason.BAD_MARKET_DATA,
          what + " of " + symbol + " must be 1..1099511627776, was " + ticks);
    }
  }

  private static void checkWithin(String what, String symbol, long value, long max) {
    if (value < 0 || value > max) {
      throw bad(
          Reason.BAD_MARKET_DATA, what + " of " + symbol + " must be 0.." + max + ", was " + value);
    }
  }

  static void checkBar(Command.CloseBar bar, long open) {
    checkPrice("low", bar.symbol(), bar.lowTicks());
    checkPrice("high", bar.symbol(), bar.highTicks());
    String range = bar.lowTicks() + ".." + bar.highTicks() + " (low..high)";
    if (bar.closeTicks() < bar.lowTicks() || bar.closeTicks() > bar.highTicks()) {
      throw bad(
          Reason.BAD_MARKET_DATA,
          "close of " + bar.symbol() + " must be " + range + ", was " + bar.closeTicks());
    }
    if (open == 0) {
      throw bad(Reason.BAD_MARKET_DATA, "the bar of " + bar.symbol() + " was not opened");
    }
    if (open < bar.lowTicks() || open > bar.highTicks()) {
      throw bad(
          Reason.BAD_MARKET_DATA,
          "open of " + bar.symbol() + " must be " + range + ", was " + open);
    }
  }
}
