package trading.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import trading.api.Instrument;
import trading.api.spi.BarView;

/// Looks for what makes unadjusted prices lie: splits and bonus issues.
final class BarChecks {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// Beyond the widest daily price band of the NSE (20 %), so that no ordinary gap is reported.
  private static final long JUMP_PERCENT = 25;

  private final ZoneId zone;
  private final List<String> warnings = new ArrayList<>();
  private long lastCloseTicks;

  BarChecks(ZoneId zone) {
    this.zone = zone;
  }

  void check(BarView bar) {
    long previous = bar.previousCloseTicks();
    if (lastCloseTicks != 0 && previous != 0 && previous != lastCloseTicks) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: previous close is %s, but the last close was %s (split or bonus issue?)",
              date(bar),
              price(bar, previous),
              price(bar, lastCloseTicks)));
    } else if (lastCloseTicks != 0 && jumps(bar.openTicks())) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: open %s is %+.1f %% from the last close %s (unadjusted split or bonus issue?)",
              date(bar),
              price(bar, bar.openTicks()),
              100.0 * (bar.openTicks() - lastCloseTicks) / lastCloseTicks,
              price(bar, lastCloseTicks)));
    }
    lastCloseTicks = bar.closeTicks();
  }

  List<String> warnings() {
    return warnings;
  }

  private boolean jumps(long openTicks) {
    return Math.abs(openTicks - lastCloseTicks) * 100 > JUMP_PERCENT * lastCloseTicks;
  }

  private LocalDate date(BarView bar) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(Math.floorDiv(bar.startNanos(), NANOS_PER_SECOND)), zone);
  }

  private static String price(BarView bar, long ticks) {
    Instrument instrument = bar.instrument();
    return instrument.price(ticks).toPlainString();
  }
}
