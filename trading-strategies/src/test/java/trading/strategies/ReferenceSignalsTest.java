package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Settings;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.Strategy;
import trading.strategies.indicator.Reference;

/// The built-in strategies signal exactly where the published values of their indicators cross, see
/// [Reference]; confidences, which are computed from these values, agree within 1e-10.
class ReferenceSignalsTest extends StrategyFixture {
  private static final double MA_PERCENT = 100;
  private static final double THRESHOLD = 1;

  private List<Long> closes = List.of();

  /// A signal at the bar with this number.
  private record Published(int bar, Side side, double confidence) {}

  @BeforeEach
  void readCloses() throws IOException {
    closes = Reference.closes();
  }

  @Test
  void maCrossoverWhereTheCloseCrossesThePublishedAverage() throws IOException {
    List<OptionalDouble> average = Reference.values("sma");
    double tick = Reference.SPY.tick().doubleValue();
    // Of the two averages one is the close itself.
    List<OptionalDouble> gap =
        map(average, i -> closes.get(i) * tick - average.get(i).getAsDouble());

    List<Published> expected =
        crossings(gap, 0, true, true).stream()
            .map(each ->
                confident(
                    each,
                    Math.min(
                        1,
                        MA_PERCENT
                            * Math.abs(gap.get(each.bar).getAsDouble())
                            / average.get(each.bar).getAsDouble())))
            .toList();

    compare(expected, MaCrossover.of(of("short", "1", "long", "20", "direction", "both")));
  }

  @Test
  void rsiStrategyWhereThePublishedIndexLeavesItsExtremes() throws IOException {
    List<OptionalDouble> index = Reference.values("rsi");
    List<Published> expected = new ArrayList<>();
    double lowest = 100;
    double highest = 0;
    List<Published> rises = crossings(index, 30, true, false);
    List<Published> falls = crossings(index, 70, false, true);
    for (int bar = 0; bar < index.size(); bar++) {
      if (index.get(bar).isPresent()) {
        lowest = Math.min(lowest, index.get(bar).getAsDouble());
        highest = Math.max(highest, index.get(bar).getAsDouble());
      }
      if (rises.contains(new Published(bar, Side.BUY, 0))) {
        expected.add(new Published(bar, Side.BUY, (30 - lowest) / 30));
        lowest = 100;
      }
      if (falls.contains(new Published(bar, Side.SELL, 0))) {
        expected.add(new Published(bar, Side.SELL, (highest - 70) / 30));
        highest = 0;
      }
    }

    compare(expected, RsiStrategy.of(of("period", "14", "direction", "both")));
  }

  @Test
  void momentumStrategyWhereThePublishedRateGoesBeyondTheThreshold() throws IOException {
    List<OptionalDouble> rate = Reference.values("roc");
    List<Published> expected = new ArrayList<>(crossings(rate, THRESHOLD, true, false));
    expected.addAll(crossings(rate, -THRESHOLD, false, true));
    expected.sort((one, other) -> Integer.compare(one.bar, other.bar));

    compare(
        expected.stream()
            .map(
                each -> confident(each, 1 - THRESHOLD / Math.abs(rate.get(each.bar).getAsDouble())))
            .toList(),
        MomentumStrategy.of(of("lookback", "14", "threshold", "1", "direction", "both")));
  }

  private void compare(List<Published> expected, Strategy strategy) {
    List<BarView> bars = new ArrayList<>();
    closes.forEach(close -> bars.add(new TestBar(Reference.SPY, bars.size(), close, close)));

    List<TimedSignal> signals = StrategySignals.of(strategy, bars, ACCOUNT);

    assertTrue(expected.size() > 5, "enough signals to compare: " + expected.size());
    assertEquals(
        expected.stream().map(each -> each.bar + " " + each.side).toList(),
        signals.stream().map(each -> each.atNanos() + " " + each.signal().side()).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(
          expected.get(i).confidence,
          signals.get(i).signal().confidence(),
          Reference.TOLERANCE,
          expected.get(i).toString());
    }
  }

  /// {@return where values come from one side of a level to the other, without confidence}
  private static List<Published> crossings(
      List<OptionalDouble> values, double level, boolean upwards, boolean downwards) {
    List<Published> found = new ArrayList<>();
    double last = level;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isEmpty() || values.get(i).getAsDouble() == level) {
        continue;
      }
      double now = values.get(i).getAsDouble();
      if (upwards && last < level && now > level) {
        found.add(new Published(i, Side.BUY, 0));
      }
      if (downwards && last > level && now < level) {
        found.add(new Published(i, Side.SELL, 0));
      }
      last = now;
    }
    return found;
  }

  private static List<OptionalDouble> map(
      List<OptionalDouble> values, IntToDoubleFunction atIndex) {
    return IntStream.range(0, values.size())
        .mapToObj(i ->
            values.get(i).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(atIndex.applyAsDouble(i)))
        .toList();
  }

  private static Published confident(Published crossing, double confidence) {
    return new Published(crossing.bar, crossing.side, confidence);
  }

  private static Settings of(String... keysAndValues) {
    return Settings.of("strategy", settings(keysAndValues));
  }
}
