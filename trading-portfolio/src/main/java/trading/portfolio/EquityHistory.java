package trading.portfolio;

import java.util.Arrays;

/// One account's equity in one currency over event time; bounded.
///
/// A point is the end of an interval, of a trading day, or of a stretch without deposit. When it is
/// full the interval doubles, and only ends of the longer ones stay, with the ends of days while
/// those are longer; the first point always stays.
final class EquityHistory {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final int maxPoints;
  private long intervalNanos;
  private EquityCurve curve = new EquityCurve();
  private long[] days = new long[16];

  EquityHistory(PortfolioConfig config) {
    maxPoints = config.points();
    intervalNanos = config.interval().toNanos();
  }

  /// {@return whether something ended between two moments that follow each other}
  ///
  /// @param dayEnds whether the later one begins a trading day
  boolean ends(long atNanos, long nextNanos, boolean dayEnds) {
    return (dayEnds && intervalNanos < NANOS_PER_DAY)
        || Math.floorDiv(atNanos, intervalNanos) != Math.floorDiv(nextNanos, intervalNanos);
  }

  /// Adds a point, unless the account has had nothing since the point before.
  void add(EquityPoint point) {
    if (isMoreOfNothing(point)) {
      return;
    }
    int size = curve.size();
    if (size == days.length) {
      days = Arrays.copyOf(days, size * 2);
    }
    days[size] = point.day();
    append(curve, point);
  }

  private boolean isMoreOfNothing(EquityPoint point) {
    int last = curve.size() - 1;
    return last >= 0
        && curve.equityMicros(last) == 0
        && point.equityMicros() == 0
        && curve.depositsMicros(last) == point.depositsMicros()
        && !point.inMarket();
  }

  private static void append(EquityCurve curve, EquityPoint point) {
    curve.append(point.atNanos(), point.equityMicros(), point.depositsMicros(), point.inMarket());
  }

  /// Doubles the interval until there is room for another point.
  ///
  /// @param nextNanos the time of the next point
  /// @param nextDay its trading day
  void makeRoom(long nextNanos, long nextDay) {
    while (curve.size() >= maxPoints) {
      intervalNanos *= 2;
      thin(nextNanos, nextDay);
    }
  }

  private void thin(long nextNanos, long nextDay) {
    EquityCurve kept = new EquityCurve();
    int size = curve.size();
    for (int i = 0; i < size; i++) {
      boolean last = i == size - 1;
      long next = last ? nextNanos : curve.atNanos(i + 1);
      long day = last ? nextDay : days[i + 1];
      if (i == 0 || ends(curve.atNanos(i), next, day != days[i])) {
        days[kept.size()] = days[i];
        append(kept, point(i));
      }
    }
    curve = kept;
  }

  private EquityPoint point(int i) {
    return new EquityPoint(
        curve.atNanos(i),
        days[i],
        curve.equityMicros(i),
        curve.depositsMicros(i),
        curve.inMarket(i));
  }

  /// {@return whether a point differs in profit from the last one}
  boolean hasOtherProfit(EquityPoint point) {
    EquityPoint last = point(curve.size() - 1);
    return point.profitMicros() != last.profitMicros();
  }

  boolean isEmpty() {
    return curve.size() == 0;
  }

  /// {@return what goes its own way from here}
  EquityHistory copy() {
    return new EquityHistory(this);
  }

  private EquityHistory(EquityHistory other) {
    maxPoints = other.maxPoints;
    intervalNanos = other.intervalNanos;
    curve = other.curve.copy();
    days = other.days.clone();
  }

  EquityCurve curve() {
    return curve;
  }

  int periodsPerYear() {
    return PeriodsPerYear.of(Arrays.copyOf(days, curve.size()));
  }
}
