package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Side;

class StatisticsTest {
  private static final long UNIT = 1_000_000;
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");

  @Test
  void figuresOfAKnownRun() {
    List<RoundTrip> trips = List.of(trip(100, 50), trip(100, -20), trip(400, 100), trip(50, -5));

    Statistics statistics =
        Statistics.of(curve(1_000, 1_200, 900, 1_500, 1_350), trips, 1_000 * UNIT);

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
            "peak_equity",
            "max_drawdown",
            "trades",
            "win_rate",
            "best_trade",
            "worst_trade",
            "average_trade",
            "profit_factor",
            "expectancy"),
        Statistics.of(curve(), List.of(), 1).all().stream().map(Statistic::name).toList());
  }

  @Test
  void withoutPointsAndTradesOnlyTheirNumberIsDefined() {
    Statistics statistics = Statistics.of(curve(), List.of(), 1_000 * UNIT);

    for (Statistic each : statistics.all()) {
      OptionalDouble expected =
          each.name().equals(Statistics.TRADES) ? OptionalDouble.of(0) : OptionalDouble.empty();
      assertEquals(expected, each.value(), each.name());
    }
  }

  @Test
  void startingMoneyCountsAsThePeakBeforeTheFirstPoint() {
    Statistics statistics = Statistics.of(curve(800, 900), List.of(), 1_000 * UNIT);

    assertFigure(1_000, statistics, Statistics.PEAK_EQUITY);
    assertFigure(-0.2, statistics, Statistics.MAX_DRAWDOWN);
  }

  @Test
  void equityThatOnlyRisesHasADrawdownOfZero() {
    Statistics statistics = Statistics.of(curve(1_000, 1_001), List.of(), 1_000 * UNIT);

    assertEquals(OptionalDouble.of(0.0), statistics.value(Statistics.MAX_DRAWDOWN));
  }

  @Test
  void drawdownMayExceedTheWholePeak() {
    Statistics statistics = Statistics.of(curve(1_000, -500), List.of(), 1_000 * UNIT);

    assertFigure(-1.5, statistics, Statistics.MAX_DRAWDOWN);
    assertFigure(-1.5, statistics, Statistics.TOTAL_RETURN);
  }

  @Test
  void fractionsOfNoStartingMoneyAreNotDefined() {
    Statistics statistics = Statistics.of(curve(5, 6), List.of(), 0);

    assertTrue(statistics.value(Statistics.TOTAL_RETURN).isEmpty());
    assertTrue(statistics.value(Statistics.MAX_DRAWDOWN).isEmpty());
    assertFigure(6, statistics, Statistics.PEAK_EQUITY);
  }

  @Test
  void profitFactorWithoutALossIsNotDefined() {
    Statistics winners = Statistics.of(curve(), List.of(trip(100, 5), trip(100, 0)), UNIT);

    assertTrue(winners.value(Statistics.PROFIT_FACTOR).isEmpty());
    assertFigure(0.5, winners, Statistics.WIN_RATE);
  }

  @Test
  void profitFactorWithoutAWinIsZero() {
    Statistics losers = Statistics.of(curve(), List.of(trip(100, -5)), UNIT);

    assertFigure(0, losers, Statistics.PROFIT_FACTOR);
    assertFigure(0, losers, Statistics.WIN_RATE);
  }

  @Test
  void averageTradeIsNotDefinedOnceATradeLostAll() {
    List<RoundTrip> trips = List.of(trip(100, 50), trip(100, -100));

    assertTrue(Statistics.of(curve(), trips, UNIT).value(Statistics.AVERAGE_TRADE).isEmpty());
  }

  @Test
  void unknownNameIsRefused() {
    Statistics statistics = Statistics.of(curve(), List.of(), UNIT);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> statistics.value("sharpe"));
    assertEquals("no statistic is named \"sharpe\"", refusal.getMessage());
  }

  private static void assertFigure(double expected, Statistics statistics, String name) {
    assertEquals(expected, statistics.value(name).orElseThrow(), 1e-12, name);
  }

  private static EquityCurve curve(long... units) {
    EquityCurve curve = new EquityCurve();
    for (int i = 0; i < units.length; i++) {
      curve.append(i, units[i] * UNIT);
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
