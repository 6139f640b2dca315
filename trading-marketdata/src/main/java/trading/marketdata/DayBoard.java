package trading.marketdata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.spi.BarView;
import trading.api.spi.QuoteView;

/// The last quote of one instrument with its day so far; the hub guards it.
// Hot: updated by every quote; allocates nothing within a day.
final class DayBoard {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Instrument instrument;
  private final ZoneId zone;
  private final LocalTime dayStart;
  private long dayEndNanos = Long.MIN_VALUE;
  private long atNanos = Long.MIN_VALUE;
  private long bidTicks;
  private long bidLots;
  private long askTicks;
  private long askLots;
  private long lastTicks;
  private long openTicks;
  private long highTicks;
  private long lowTicks;
  private long previousCloseTicks;
  private long volumeLots;

  DayBoard(Instrument instrument, ZoneId zone, LocalTime dayStart) {
    this.instrument = instrument;
    this.zone = zone;
    this.dayStart = dayStart;
  }

  Instrument instrument() {
    return instrument;
  }

  /// Whether a quote or bar was taken yet.
  boolean hasQuote() {
    return lastTicks > 0;
  }

  /// Checks first, then changes: a refused quote leaves no trace.
  void take(QuoteView quote) {
    long nanos = quote.atNanos();
    DataCheck.quote(quote);
    DataCheck.sameInstrument(instrument, quote.instrument());
    DataCheck.notBefore(instrument, "quote's time in nanoseconds", atNanos, nanos);
    long volume = volumeWith("traded lots", nanos, quote.tradedLots());
    long last = quote.lastTicks();
    rollTo(nanos, last, 0);
    bidTicks = quote.bidTicks();
    bidLots = quote.bidLots();
    askTicks = quote.askTicks();
    askLots = quote.askLots();
    widen(last, last);
    settle(nanos, last, volume);
  }

  /// Checks first, then changes: a refused bar leaves no trace.
  void take(BarView bar) {
    DataCheck.bar(bar);
    DataCheck.sameInstrument(instrument, bar.instrument());
    DataCheck.notBefore(instrument, "bar's start in nanoseconds", atNanos, bar.startNanos());
    long volume = volumeWith("volume in lots", bar.startNanos(), bar.volumeLots());
    rollTo(bar.startNanos(), bar.openTicks(), bar.previousCloseTicks());
    widen(bar.highTicks(), bar.lowTicks());
    settle(bar.endNanos(), bar.closeTicks(), volume);
  }

  Quote quote() {
    return new Quote(
        instrument,
        atNanos,
        bidTicks,
        bidLots,
        askTicks,
        askLots,
        lastTicks,
        openTicks,
        highTicks,
        lowTicks,
        previousCloseTicks,
        volumeLots);
  }

  private long volumeWith(String what, long nanos, long lots) {
    return DataCheck.sum(instrument, what, nanos < dayEndNanos ? volumeLots : 0, lots);
  }

  private void rollTo(long nanos, long firstTicks, long statedCloseTicks) {
    if (nanos < dayEndNanos) {
      return;
    }
    long ownCloseTicks = lastTicks > 0 ? lastTicks : firstTicks;
    previousCloseTicks = statedCloseTicks > 0 ? statedCloseTicks : ownCloseTicks;
    openTicks = firstTicks;
    highTicks = firstTicks;
    lowTicks = firstTicks;
    dayEndNanos = dayEndAfter(nanos);
  }

  private void widen(long high, long low) {
    highTicks = Math.max(highTicks, high);
    lowTicks = Math.min(lowTicks, low);
  }

  private void settle(long nanos, long last, long volume) {
    atNanos = nanos;
    lastTicks = last;
    volumeLots = volume;
  }

  private long dayEndAfter(long nanos) {
    Instant moment = Instant.ofEpochSecond(0, nanos);
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    LocalDate date = local.toLocalDate();
    LocalDate next = local.toLocalTime().isBefore(dayStart) ? date : date.plusDays(1);
    Instant end = start(next);
    // Where clocks are set back, a start may come twice: the first counts.
    return (end.isAfter(moment) ? end : start(next.plusDays(1))).getEpochSecond()
        * NANOS_PER_SECOND;
  }

  private Instant start(LocalDate date) {
    return dayStart.equals(LocalTime.MIDNIGHT)
        ? date.atStartOfDay(zone).toInstant()
        : date.atTime(dayStart).atZone(zone).toInstant();
  }
}
