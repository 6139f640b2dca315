package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Instrument;
import trading.api.Side;

class StatisticsTest {
  private static final long UNIT = 1_000_000;
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");

  @Test
  void figuresOfAKnownRun() {
    List<RoundTrip> trips = List.of(trip(100, 50), trip(100, -20), trip(400, 100), trip(50, -5));

    Statistics statistics = statistics(curve(1_000, 1_200, 900, 1_500, 1_350), trips, 1_000 * UNIT);

    assertFigure(0.35, statistics, Statistics.TOTAL_RETURN);
    assertFigure(1_500, statistics, Statistics.PEAK_EQUITY);
    assertFigure(-0.25, statistics, Statistics.MAX_DRAWDOWN);
    assertFigure(4, statistics, Statistics.TRADES);
    assertFigure(0.5, statistics, Statistics.WIN_RATE);
    assertFigure(0.5, statistics, Statistics.BEST_TRADE);
    assertFigure(-0.2, statistics, Statistics.WORST_TRADE);
    assertFigure(Math.pow(1.5 * 0.8 * 1.25 * 0.9, 0.25) - 1, statistics, Statistics.AVERAGE_TRADE);
    assertFigure(6, statistics, Statistics.PROFIT_FACTOR);
    assertFigure(0.1125, statistics, Statistics.EXPECTANCY);
  }

  @Test
  void figuresComeInAFixedOrder() {
    assertEquals(
        List.of(
            "total_return",
            "cagr",
            "volatility",
            "sharpe",
            "sortino",
            "peak_equity",
            "max_drawdown",
            "calmar",
            "trades",
            "win_rate",
            "best_trade",
            "worst_trade",
            "average_trade",
            "profit_factor",
            "expectancy",
            "exposure"),
        statistics(curve(), List.of(), 1).all().stream().map(Statistic::name).toList());
  }

  @Test
  void withoutPointsAndTradesOnlyTheirNumberIsDefined() {
    Statistics statistics = statistics(curve(), List.of(), 1_000 * UNIT);

    for (Statistic each : statistics.all()) {
      OptionalDouble expected =
          each.name().equals(Statistics.TRADES) ? OptionalDouble.of(0) : OptionalDouble.empty();
      assertEquals(expected, each.value(), each.name());
    }
  }

  @Test
  void startingMoneyCountsAsThePeakBeforeTheFirstPoint() {
    Statistics statistics = statistics(curve(800, 900), List.of(), 1_000 * UNIT);

    assertFigure(1_000, statistics, Statistics.PEAK_EQUITY);
    assertFigure(-0.2, statistics, Statistics.MAX_DRAWDOWN);
  }

  @Test
  void equityThatOnlyRisesHasADrawdownOfZero() {
    Statistics statistics = statistics(curve(1_000, 1_001), List.of(), 1_000 * UNIT);

    assertEquals(OptionalDouble.of(0.0), statistics.value(Statistics.MAX_DRAWDOWN));
  }

  @Test
  void drawdownMayExceedTheWholePeak() {
    Statistics statistics = statistics(curve(1_000, -500), List.of(), 1_000 * UNIT);

    assertFigure(-1.5, statistics, Statistics.MAX_DRAWDOWN);
    assertFigure(-1.5, statistics, Statistics.TOTAL_RETURN);
  }

  @Test
  void fractionsOfNoStartingMoneyAreNotDefined() {
    Statistics statistics = statistics(curve(5, 6), List.of(), 0);

    assertTrue(statistics.value(Statistics.TOTAL_RETURN).isEmpty());
    assertTrue(statistics.value(Statistics.MAX_DRAWDOWN).isEmpty());
    assertFigure(6, statistics, Statistics.PEAK_EQUITY);
  }

  @Test
  void profitFactorWithoutALossIsNotDefined() {
    Statistics winners = statistics(curve(), List.of(trip(100, 5), trip(100, 0)), UNIT);

    assertTrue(winners.value(Statistics.PROFIT_FACTOR).isEmpty());
    assertFigure(0.5, winners, Statistics.WIN_RATE);
  }

  @Test
  void profitFactorWithoutAWinIsZero() {
    Statistics losers = statistics(curve(), List.of(trip(100, -5)), UNIT);

    assertFigure(0, losers, Statistics.PROFIT_FACTOR);
    assertFigure(0, losers, Statistics.WIN_RATE);
  }

  @Test
  void averageTradeIsNotDefinedOnceATradeLostAll() {
    List<RoundTrip> trips = List.of(trip(100, 50), trip(100, -100));

    assertTrue(statistics(curve(), trips, UNIT).value(Statistics.AVERAGE_TRADE).isEmpty());
  }

  @Test
  void unknownNameIsRefused() {
    Statistics statistics = statistics(curve(), List.of(), UNIT);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> statistics.value("alpha"));
    assertEquals("no statistic is named \"alpha\"", refusal.getMessage());
  }

  @Test
  void onePointHasNoReturn() {
    assertUndefined(
        statistics(curve(1_000), List.of(), 1_000 * UNIT),
        Statistics.CAGR,
        Statistics.VOLATILITY,
        Statistics.SHARPE,
        Statistics.SORTINO,
        Statistics.CALMAR);
  }

  @Test
  void oneReturnGrowsButDoesNotVary() {
    Statistics statistics = Statistics.of(curve(1_000, 900), List.of(), 1_000 * UNIT, 2);

    assertFigure(0.9 * 0.9 - 1, statistics, Statistics.CAGR);
    assertFigure(-1.9, statistics, Statistics.CALMAR);
    assertUndefined(statistics, Statistics.VOLATILITY, Statistics.SHARPE, Statistics.SORTINO);
  }

  @Test
  void returnsRunFromPointToPoint() {
    Statistics statistics = Statistics.of(curve(800, 1_000), List.of(), 1_000 * UNIT, 1);

    assertFigure(0.25, statistics, Statistics.CAGR);
    assertFigure(0, statistics, Statistics.TOTAL_RETURN);
    assertFigure(-0.2, statistics, Statistics.MAX_DRAWDOWN);
    assertFigure(1.25, statistics, Statistics.CALMAR);
  }

  @Test
  void equityThatNeverMovesHasNoRatio() {
    Statistics statistics = statistics(curve(7, 7, 7, 7), List.of(), 7 * UNIT);

    assertEquals(OptionalDouble.of(0.0), statistics.value(Statistics.VOLATILITY));
    assertEquals(OptionalDouble.of(0.0), statistics.value(Statistics.CAGR));
    assertUndefined(statistics, Statistics.SHARPE, Statistics.SORTINO, Statistics.CALMAR);
  }

  @Test
  void equalReturnsHaveAVolatilityOfExactlyZeroThoughTheirMeanIsRounded() {
    Statistics statistics = statistics(curve(1_000, 1_100, 1_210, 1_331), List.of(), 1_000 * UNIT);

    assertEquals(OptionalDouble.of(0.0), statistics.value(Statistics.VOLATILITY));
    assertUndefined(statistics, Statistics.SHARPE);
  }

  @Test
  void smallReturnsKeepTheirDigits() {
    EquityCurve curve = new EquityCurve();
    for (long more : new long[] {0, 1, 0, 1}) {
      curve.append(0, 1_000_000 * UNIT + more, false);
    }

    // Returns a, −a, a with a = 1e-12: mean a ÷ 3, deviation a × √(4/3).
    double expected = Math.sqrt(252) / 3 / Math.sqrt(4.0 / 3);
    Statistics statistics = statistics(curve, List.of(), 1_000_000 * UNIT);
    assertEquals(expected, statistics.value(Statistics.SHARPE).orElseThrow(), 1e-9);
  }

  @Test
  void equityThatNeverFallsHasASharpeRatioOnly() {
    Statistics statistics = statistics(curve(100, 110, 110), List.of(), 100 * UNIT);

    // Returns 0.1 and 0: mean 0.05, deviation √(2 × 0.05²) = 0.05 × √2.
    assertFigure(Math.sqrt(252.0 / 2), statistics, Statistics.SHARPE);
    assertUndefined(statistics, Statistics.SORTINO, Statistics.CALMAR);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -500})
  void ruinLeavesNoReturns(long bottom) {
    Statistics statistics = statistics(curve(1_000, bottom, 900, 950), List.of(), 1_000 * UNIT);

    assertUndefined(
        statistics,
        Statistics.CAGR,
        Statistics.VOLATILITY,
        Statistics.SHARPE,
        Statistics.SORTINO,
        Statistics.CALMAR);
    assertFigure(-0.05, statistics, Statistics.TOTAL_RETURN);
    assertFigure(bottom / 1_000.0 - 1, statistics, Statistics.MAX_DRAWDOWN);
  }

  @Test
  void growthBeyondADoubleIsNotDefined() {
    EquityCurve minute = curve(1_000, 999, 2_000);

    Statistics statistics = Statistics.of(minute, List.of(), 1_000 * UNIT, 94_500);

    assertUndefined(statistics, Statistics.CAGR, Statistics.CALMAR);
    assertTrue(statistics.value(Statistics.SHARPE).isPresent());
  }

  @Test
  void extremeEquityGivesNoInfiniteFigure() {
    EquityCurve curve = new EquityCurve();
    for (long micros : new long[] {1, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1, Long.MAX_VALUE}) {
      curve.append(0, micros, true);
    }

    for (Statistic each : Statistics.of(curve, List.of(), 1, 1).all()) {
      assertTrue(Double.isFinite(each.value().orElse(0)), each.toString());
    }
  }

  @Test
  void ratiosGrowWithTheRootOfThePeriods() {
    EquityCurve curve = curve(1_000, 1_200, 900, 1_500, 1_350);
    Statistics daily = Statistics.of(curve, List.of(), UNIT, PeriodsPerYear.DAILY);
    Statistics yearly = Statistics.of(curve, List.of(), UNIT, PeriodsPerYear.YEARLY);

    for (String name : List.of(Statistics.VOLATILITY, Statistics.SHARPE, Statistics.SORTINO)) {
      double expected = yearly.value(name).orElseThrow() * Math.sqrt(252);
      assertFigure(expected, daily, name);
    }
  }

  @Test
  void exposureCountsPointsWithAPosition() {
    EquityCurve curve = new EquityCurve();
    curve.append(1, UNIT, false);
    curve.append(2, UNIT, true);
    curve.append(3, UNIT, true);
    curve.append(4, UNIT, false);
    curve.append(5, UNIT, true);

    assertFigure(0.6, statistics(curve, List.of(), UNIT), Statistics.EXPOSURE);
    assertFigure(0, statistics(curve(1, 1), List.of(), UNIT), Statistics.EXPOSURE);
  }

  @Test
  void onlyTheNumberOfTradesIsACount() {
    for (Statistic each : statistics(curve(), List.of(), UNIT).all()) {
      boolean count = each.unit() == Statistic.Unit.COUNT;
      assertEquals(each.name().equals(Statistics.TRADES), count, each.name());
    }
  }

  @Test
  void lessThanOnePeriodPerYearIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Statistics.of(curve(), List.of(), UNIT, 0));
    assertEquals("periods per year must be at least 1, was 0", refusal.getMessage());
  }

  private static Statistics statistics(EquityCurve curve, List<RoundTrip> trips, long starting) {
    return Statistics.of(curve, trips, starting, PeriodsPerYear.DAILY);
  }

  private static void assertUndefined(Statistics statistics, String... names) {
    for (String name : names) {
      assertEquals(OptionalDouble.empty(), statistics.value(name), name);
    }
  }

  private static void assertFigure(double expected, Statistics statistics, String name) {
    assertEquals(expected, statistics.value(name).orElseThrow(), 1e-12, name);
  }

  private static EquityCurve curve(long... units) {
    EquityCurve curve = new EquityCurve();
    for (int i = 0; i < units.length; i++) {
      curve.append(i, units[i] * UNIT, false);
    }
    return curve;
  }

  /// A long trade with a fee of 1, so that its net profit is what is asked for.
  private static RoundTrip trip(long entry, long net) {
    long profit = net + 1;
    return new RoundTrip(
        "a", GOOG, Side.BUY, 1, 0, 1, entry * UNIT, (entry + profit) * UNIT, UNIT, profit * UNIT);
  }
}
