package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Deposits and withdrawals are no profit: figures are those of the money that was at stake.
class StatisticsOfFlowsTest {
  private static final long UNIT = 1_000_000;
  private static final List<String> OF_EQUITY =
      List.of(
          Statistics.TOTAL_RETURN,
          Statistics.CAGR,
          Statistics.VOLATILITY,
          Statistics.SHARPE,
          Statistics.SORTINO,
          Statistics.MAX_DRAWDOWN,
          Statistics.CALMAR);

  private final EquityCurve curve = new EquityCurve();

  @Test
  void depositsAreTakenOut() {
    point(1_000, 1_000);
    point(1_100, 1_000); // +10 %
    point(1_680, 1_500); // 1,680 ÷ (1,100 + 500) = +5 %
    point(1_344, 1_500); // −20 %
    point(1_100, 1_256); // 1,100 ÷ (1,344 − 244) = 0
    point(1_210, 1_256); // +10 %

    assertFigure(1.1 * 1.05 * 0.8 * 1.1 - 1, Statistics.TOTAL_RETURN);
    assertFigure(Math.pow(1.1 * 1.05 * 0.8 * 1.1, 252 / 5.0) - 1, Statistics.CAGR);
    assertFigure(-0.2, Statistics.MAX_DRAWDOWN);
    assertFigure(1_680, Statistics.PEAK_EQUITY);
    // Returns 0.1, 0.05, −0.2, 0, 0.1: mean 0.01, squares about it 0.062, downside √(0.04 ÷ 5).
    assertFigure(Math.sqrt(0.062 / 4 * 252), Statistics.VOLATILITY);
    assertFigure(0.01 / Math.sqrt(0.062 / 4) * Math.sqrt(252), Statistics.SHARPE);
    assertFigure(0.01 / Math.sqrt(0.008) * Math.sqrt(252), Statistics.SORTINO);
  }

  @Test
  void withdrawalAloneIsNoDrawdownAndNoReturn() {
    point(1_000, 1_000);
    point(100, 100);
    point(5_000, 5_000);

    assertFigure(0, Statistics.TOTAL_RETURN);
    assertFigure(0, Statistics.MAX_DRAWDOWN);
    assertFigure(0, Statistics.VOLATILITY);
  }

  @Test
  void drawdownGoesOnAfterAFlow() {
    point(1_000, 1_000);
    point(900, 1_000); // 10 % below
    point(1_900, 2_000); // no change
    point(950, 2_000); // half of that

    assertFigure(0.9 * 0.5 - 1, Statistics.MAX_DRAWDOWN);
  }

  @Test
  void emptiedAccountGoesOnWhereItWas() {
    point(1_000, 1_000);
    point(800, 1_000); // −20 %
    point(0, 200); // all taken out
    point(0, 200);
    point(50, 250);
    point(60, 250); // +20 %

    assertFigure(0.96 - 1, Statistics.TOTAL_RETURN);
    assertFigure(-0.2, Statistics.MAX_DRAWDOWN);
    // Four returns, −0.2, 0, 0 ... without the one that began and ended with nothing.
    assertFigure(Math.pow(0.96, 252 / 3.0) - 1, Statistics.CAGR);
  }

  @Test
  void ruinThatIsPaidForIsNotDefined() {
    point(1_000, 1_000);
    point(0, 1_000);
    point(500, 1_500);

    for (String name : OF_EQUITY) {
      assertEquals(OptionalDouble.empty(), value(name), name);
    }
  }

  @Test
  void withdrawalOfMoreThanThereIsIsNotDefined() {
    point(1_000, 1_000);
    point(-5, 0);

    for (String name : OF_EQUITY) {
      assertEquals(OptionalDouble.empty(), value(name), name);
    }
  }

  @Test
  void figuresDoNotHangOnFlows() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      EquityCurve still = new EquityCurve();
      EquityCurve moved = new EquityCurve();
      long first = 1L << 40;
      still.append(0, first, first, false);
      moved.append(0, first, first, false);
      double equity = first;
      double other = first;
      long deposits = first;
      for (int i = 1; i <= 50; i++) {
        double change = 1 + (random.nextDouble() - 0.5) / 5;
        long flow = random.nextInt(3) > 0 ? 0 : Math.round(other * (random.nextDouble() - 0.5));
        equity *= change;
        other = (other + flow) * change;
        deposits += flow;
        still.append(i, Math.round(equity), first, false);
        moved.append(i, Math.round(other), deposits, false);
      }
      requireSame(still, moved, first, seed);
    }
  }

  private static void requireSame(EquityCurve still, EquityCurve moved, long first, long seed) {
    Statistics expected = Statistics.of(still, List.of(), first, 252);
    Statistics actual = Statistics.of(moved, List.of(), first, 252);
    for (String name : OF_EQUITY) {
      double value = expected.value(name).orElseThrow();
      assertEquals(
          value,
          actual.value(name).orElseThrow(),
          1e-6 * Math.max(1, Math.abs(value)),
          name + ", seed " + seed);
    }
  }

  @Test
  void hugeFlowsGiveNoInfiniteFigure() {
    long most = (1L << 62) - 1;
    for (long[] point : new long[][] {{1, 0}, {Long.MAX_VALUE, -most}, {Long.MIN_VALUE, most}}) {
      curve.append(0, point[0], point[1], true);
    }

    for (Statistic each : Statistics.of(curve, List.of(), 1, 1).all()) {
      assertTrue(Double.isFinite(each.value().orElse(0)), each.toString());
    }
  }

  @Test
  void depositsBeyondTheBoundAreRefused() {
    for (long deposits : new long[] {1L << 62, -(1L << 62), Long.MIN_VALUE}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> curve.append(0, 0, deposits, false));
      assertTrue(refusal.getMessage().endsWith("were " + deposits), refusal.getMessage());
    }
  }

  @Test
  void pointWithoutDepositsKeepsThoseBefore() {
    curve.append(0, 5, 4, false);
    curve.append(1, 5, false);

    assertEquals(4, curve.depositsMicros(1));
  }

  private void point(long equity, long deposits) {
    curve.append(curve.size(), equity * UNIT, deposits * UNIT, false);
  }

  private OptionalDouble value(String name) {
    return Statistics.of(curve, List.of(), curve.equityMicros(0), 252).value(name);
  }

  private void assertFigure(double expected, String name) {
    assertEquals(expected, value(name).orElseThrow(), 1e-12 * Math.max(1, expected), name);
  }
}
