package trading.marketdata;

import java.util.Objects;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;

/// Refuses quotes and bars whose numbers cannot be; crossed and locked quotes are legal.
// Hot: called for every quote and bar; allocates only for a refusal.
final class DataCheck {
  /// The latest time taken, 2116-02-20; the earliest is as far before 1970.
  static final long MAX_NANOS = 1L << 62;

  private DataCheck() {}

  static void quote(QuoteView quote) {
    Instrument instrument = quote.instrument();
    price(instrument, "last price in ticks", 1, quote.lastTicks());
    price(instrument, "bid price in ticks", 0, quote.bidTicks());
    price(instrument, "ask price in ticks", 0, quote.askTicks());
    notNegative(instrument, "bid size in lots", quote.bidLots());
    notNegative(instrument, "ask size in lots", quote.askLots());
    notNegative(instrument, "traded lots", quote.tradedLots());
    time(instrument, "quote's time in nanoseconds", quote.atNanos());
  }

  static void bar(BarView bar) {
    Instrument instrument = bar.instrument();
    long highest = Math.max(bar.openTicks(), bar.closeTicks());
    long lowest = Math.min(bar.openTicks(), bar.closeTicks());
    price(instrument, "open in ticks", 1, bar.openTicks());
    price(instrument, "close in ticks", 1, bar.closeTicks());
    price(instrument, "low in ticks", 1, bar.lowTicks());
    price(instrument, "high in ticks", 1, bar.highTicks());
    price(instrument, "previous close in ticks", 0, bar.previousCloseTicks());
    atLeast(instrument, "high in ticks", highest, bar.highTicks());
    atMost(instrument, "low in ticks", lowest, bar.lowTicks());
    notNegative(instrument, "volume in lots", bar.volumeLots());
    time(instrument, "bar's start in nanoseconds", bar.startNanos());
    time(instrument, "bar's end in nanoseconds", bar.endNanos());
    atLeast(instrument, "bar's end in nanoseconds", bar.startNanos(), bar.endNanos());
  }

  static void notBefore(Instrument instrument, String what, long earliest, long nanos) {
    atLeast(instrument, what, earliest, nanos);
  }

  static void notAfter(Instrument instrument, String what, long latest, long nanos) {
    atMost(instrument, what, latest, nanos);
  }

  static void sameInstrument(Instrument known, Instrument given) {
    if (!Objects.equals(known, given)) {
      throw bad("instrument of " + known.symbol() + " must be " + known + ", was " + given);
    }
  }

  static long sum(Instrument instrument, String what, long before, long more) {
    long sum = before + more;
    if (sum < 0) {
      String bound = " must be at most " + (Long.MAX_VALUE - before);
      throw bad(what + " of " + instrument.symbol() + bound + ", was " + more);
    }
    return sum;
  }

  private static void price(Instrument instrument, String what, long min, long ticks) {
    atLeast(instrument, what, min, ticks);
    atMost(instrument, what, Instrument.MAX_PRICE_TICKS, ticks);
  }

  private static void time(Instrument instrument, String what, long nanos) {
    atLeast(instrument, what, -MAX_NANOS, nanos);
    atMost(instrument, what, MAX_NANOS, nanos);
  }

  private static void notNegative(Instrument instrument, String what, long value) {
    atLeast(instrument, what, 0, value);
  }

  private static void atLeast(Instrument instrument, String what, long min, long value) {
    if (value < min) {
      throw bad(
          what + " of " + instrument.symbol() + " must be at least " + min + ", was " + value);
    }
  }

  private static void atMost(Instrument instrument, String what, long max, long value) {
    if (value > max) {
      throw bad(what + " of " + instrument.symbol() + " must be at most " + max + ", was " + value);
    }
  }

  private static BadInputException bad(String sentence) {
    return new BadInputException(Reason.BAD_MARKET_DATA, sentence);
  }
}
