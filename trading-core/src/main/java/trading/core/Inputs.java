package trading.core;

import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;

/// The sentences about input that the engine cannot take.
final class Inputs {
  private static final long MAX_AMOUNT_MICROS = (1L << 62) - 1;

  private static final int MAX_NAME = 64;

  private Inputs() {}

  static void requireName(String what, String name) {
    boolean printable = name.chars().allMatch(c -> c > ' ' && c < 127);
    if (name.isEmpty() || name.length() > MAX_NAME || !printable) {
      throw new BadInputException(
          Reason.BAD_NAME,
          what + " must be 1.." + MAX_NAME + " printable ASCII characters, was \"" + name + "\"");
    }
  }

  static void requirePrice(String what, String symbol, long ticks) {
    if (ticks < 1 || ticks > Instrument.MAX_PRICE_TICKS) {
      throw badData(
          what + " of " + symbol + " must be 1.." + Instrument.MAX_PRICE_TICKS + ", was " + ticks);
    }
  }

  static void requireMatching(
      Matching needed, Matching actual, String what, Instrument instrument) {
    if (actual != needed) {
      throw badData(
          what
              + " of "
              + instrument.symbol()
              + " needs an engine that matches on "
              + needed
              + ", this one matches on "
              + actual);
    }
  }

  static void requireClosed(String symbol, long openTicks) {
    if (openTicks != 0) {
      throw badData("the bar of " + symbol + " that opened at " + openTicks + " was not closed");
    }
  }

  static void checkBar(String symbol, long high, long low, long close, long open) {
    requirePrice("low", symbol, low);
    requirePrice("high", symbol, high);
    if (close < low || close > high) {
      throw badData(
          "close of " + symbol + " must be " + low + ".." + high + " (low..high), was " + close);
    }
    if (open < low || open > high) {
      throw badData(
          open == 0
              ? "the bar of " + symbol + " was not opened"
              : "open of "
                  + symbol
                  + " must be "
                  + low
                  + ".."
                  + high
                  + " (low..high), was "
                  + open);
    }
  }

  /// {@return a name that is not known, as its bytes will show it}
  ///
  /// Half a surrogate pair would become `?`, somebody's name when the command runs again.
  static String wellFormed(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  static boolean isAmount(long micros) {
    return micros >= -MAX_AMOUNT_MICROS && micros <= MAX_AMOUNT_MICROS;
  }

  static Optional<Refusal> unknownAccount(String account) {
    return refuse(Reason.UNKNOWN_ACCOUNT, 0, "account " + wellFormed(account) + " is not open");
  }

  static Optional<Refusal> unknownSymbol(String symbol) {
    return refuse(Reason.UNKNOWN_SYMBOL, 0, "symbol " + wellFormed(symbol) + " is not listed");
  }

  static Optional<Refusal> unknownOrder(long orderId) {
    return refuse(Reason.UNKNOWN_ORDER, orderId, "order " + orderId + " does not exist");
  }

  static Optional<Refusal> notOwner(String account, long orderId) {
    return refuse(
        Reason.NOT_ORDER_OWNER, orderId, "order " + orderId + " does not belong to " + account);
  }

  static Optional<Refusal> tooLate(long orderId, OrderStatus status) {
    return refuse(
        Reason.TOO_LATE_TO_CANCEL, orderId, "order " + orderId + " is " + status + " already");
  }

  static Optional<Refusal> noLiquidity(OrderRequest request) {
    String size = request.sizing() == Sizing.ALL_IN ? "all in" : "of " + request.lots() + " lots";
    return refuse(
        Reason.NO_LIQUIDITY,
        0,
        "nobody "
            + (request.side() == Side.BUY ? "sells " : "buys ")
            + request.symbol()
            + " now, a "
            + request.type()
            + " order "
            + size
            + " cannot trade");
  }

  static Optional<Refusal> postOnlyWouldTrade(String symbol, long price, long limitTicks) {
    return Optional.of(
        Refusal.of(
            Reason.POST_ONLY_WOULD_TRADE,
            price,
            limitTicks,
            "a post-only order of "
                + symbol
                + " must not trade at once: its limit is "
                + limitTicks
                + ", the best price "
                + price));
  }

  static Optional<Refusal> reduceOnlyWouldOpen(String symbol, long closable, long lots) {
    return Optional.of(
        Refusal.of(
            Reason.REDUCE_ONLY_WOULD_OPEN,
            closable,
            lots,
            "a reduce-only order of "
                + symbol
                + " must be at most the position on the other side, "
                + closable
                + " lots, was "
                + lots));
  }

  static Optional<Refusal> duplicateClientOrder(OrderRequest request, long first) {
    return Optional.of(
        Refusal.of(
            Reason.DUPLICATE_CLIENT_ORDER,
            first,
            request.clientOrderId(),
            "client order id "
                + request.clientOrderId()
                + " of "
                + request.account()
                + " is that of order "
                + first));
  }

  static Optional<Refusal> tooLateToAmend(long orderId, OrderStatus status) {
    return Optional.of(
        Refusal.of(
            Reason.TOO_LATE_TO_AMEND,
            0,
            orderId,
            "order " + orderId + " is " + status + " already"));
  }

  static Optional<Refusal> badAmendment(long actual, String sentence) {
    return Optional.of(Refusal.of(Reason.BAD_AMENDMENT, 0, actual, sentence));
  }

  static Optional<Refusal> badLink(String sentence) {
    return Optional.of(Refusal.of(Reason.BAD_LINK, 0, 0, sentence));
  }

  static BadInputException bad(Optional<Refusal> refusal) {
    Refusal why = refusal.orElseThrow();
    return new BadInputException(why.reason(), why.sentence());
  }

  static void requireWithin(String what, String symbol, long value, long max) {
    if (value < 0 || value > max) {
      throw badData(what + " of " + symbol + " must be 0.." + max + ", was " + value);
    }
  }

  private static Optional<Refusal> refuse(Reason reason, long actual, String sentence) {
    return Optional.of(Refusal.of(reason, 0, actual, sentence));
  }

  private static BadInputException badData(String sentence) {
    return new BadInputException(Reason.BAD_MARKET_DATA, sentence);
  }
}
