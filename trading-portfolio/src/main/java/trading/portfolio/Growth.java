package trading.portfolio;

import java.util.OptionalDouble;

/// How money grew along a curve, what came and left taken out: time-weighted.
///
/// Between two flows it is equity ÷ equity; these quotients are multiplied. The peak, too, grows
/// and shrinks with each flow as the equity does.
final class Growth {
  private final boolean started;
  private double base;
  private double growth = 1;
  private double peak;
  private double peakOverEquity = 1;
  private double deepest;
  private double last;
  private boolean defined = true;

  private Growth(double startingMicros) {
    base = startingMicros;
    peak = startingMicros;
    last = startingMicros;
    started = startingMicros > 0;
  }

  /// {@return the growth of a curve}
  ///
  /// @param startingMicros the money before the first point
  static Growth of(EquityCurve curve, long startingMicros) {
    Growth growth = new Growth(startingMicros);
    for (int i = 0; i < curve.size(); i++) {
      if (i > 0 && curve.flowMicros(i) != 0) {
        growth.flow(curve.stakeMicros(i));
      }
      growth.point((double) curve.equityMicros(i));
    }
    growth.defined &= curve.size() > 0;
    return growth;
  }

  /// Nothing can grow out of nothing, except that an emptied account may be filled again.
  private void flow(double stake) {
    if (base == 0) {
      defined &= last == 0;
    } else {
      defined &= last > 0;
      growth *= last / base;
      peakOverEquity = peak / last;
    }
    defined &= stake >= 0;
    base = stake;
    peak = peakOverEquity * stake;
  }

  private void point(double equity) {
    last = equity;
    if (base == 0) {
      defined &= equity == 0;
    } else {
      peak = Math.max(peak, equity);
      deepest = Math.min(deepest, equity / peak - 1);
    }
  }

  /// {@return last ÷ starting money; empty without starting money, and when money came or left
  /// while equity was not positive}
  OptionalDouble total() {
    double total = base == 0 ? growth : growth * (last / base);
    return figure(total);
  }

  /// {@return the lowest of equity ÷ peak − 1; empty where [#total] is}
  OptionalDouble maxDrawdown() {
    return figure(deepest);
  }

  private OptionalDouble figure(double value) {
    boolean exists = started && defined && Double.isFinite(value);
    return exists ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
