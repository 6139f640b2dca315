package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every figure of returns beside what empyrical's own tests expect of theirs.
///
/// Their functions take returns; here an equity is made of them. A missing return counts as 0 where
/// growth is asked for and is left out of means and deviations, as it is there. Where their answer
/// is NaN, here is none.
class EmpyricalTest {
  private static final double TOLERANCE = 1e-9;
  private static final double CUT_OFF_AT_FIVE_DECIMALS = 1.000001e-5;

  /// So much that rounding an equity to whole micros changes a return by 1e-14 at most.
  private static final long STARTING_MICROS = 100_000_000_000_000L;

  private EmpyricalVectors vectors;

  @BeforeEach
  void readVectors() throws IOException {
    vectors = EmpyricalVectors.read();
  }

  @Test
  void totalReturn() {
    for (EmpyricalVectors.Vector each : expectThat(3, "test_cum_returns_final")) {
      OptionalDouble actual = figure(Statistics.TOTAL_RETURN, each, filled(each.returns()));
      assertFigure(each, each.expected(), actual, halfUnitOfItsLastDigit(each.expected()));
    }
    List<EmpyricalVectors.Vector> yearly =
        expectThat(3, "test_aggregate_returns").stream()
            .filter(each -> each.text("convert_to").equals("yearly"))
            .toList();
    assertEquals(2, yearly.size());
    for (EmpyricalVectors.Vector each : yearly) {
      OptionalDouble actual = figure(Statistics.TOTAL_RETURN, each, filled(each.returns()));
      assertFigure(each, each.expectedSeries()[0], actual, TOLERANCE);
    }
  }

  @Test
  void totalReturnUpToEachPoint() {
    for (EmpyricalVectors.Vector each : expectThat(2, "test_cum_returns")) {
      double[] expected = each.expectedSeries();
      for (int i = 0; i < expected.length; i++) {
        double[] upTo = Arrays.copyOf(filled(each.returns()), i + 1);
        double growth = 1 + figure(Statistics.TOTAL_RETURN, each, upTo).orElseThrow();
        double actual = growth * each.number("starting_value");
        assertEquals(expected[i], actual, CUT_OFF_AT_FIVE_DECIMALS, each + " " + i);
      }
    }
  }

  @Test
  void growthPerYear() {
    check(2, "test_annual_ret", Statistics.CAGR);
    check(3, "test_cagr", Statistics.CAGR);
  }

  @Test
  void maxDrawdown() {
    check(3, "test_max_drawdown", Statistics.MAX_DRAWDOWN);
  }

  @Test
  void calmar() {
    check(3, "test_calmar", Statistics.CALMAR);
  }

  @Test
  void volatility() {
    for (EmpyricalVectors.Vector each : expectThat(2, "test_annual_volatility")) {
      OptionalDouble actual = figure(Statistics.VOLATILITY, each, present(each.returns()));
      assertFigure(each, each.expected(), actual, TOLERANCE);
    }
  }

  @Test
  void sharpe() {
    for (EmpyricalVectors.Vector each : expectThat(4, "test_sharpe_ratio")) {
      double[] excess = present(each.returnsLess("risk_free"));
      assertFigure(each, each.expected(), figure(Statistics.SHARPE, each, excess), TOLERANCE);
    }
  }

  /// The Sharpe ratio of the returns beyond another series', not annualised.
  @Test
  void excessSharpe() {
    for (EmpyricalVectors.Vector each : expectThat(3, "test_excess_sharpe")) {
      double[] excess = present(each.returnsLess("factor_returns"));
      OptionalDouble actual = figure(Statistics.SHARPE, PeriodsPerYear.YEARLY, excess);
      assertFigure(each, each.expected(), actual, TOLERANCE);
    }
  }

  @Test
  void sharpeOfARollingWindow() {
    for (EmpyricalVectors.Vector each : expectThat(2, "test_roll_sharpe_ratio")) {
      double[] expected = each.expectedSeries();
      for (int i = 0; i < expected.length; i++) {
        double[] window = Arrays.copyOfRange(each.returns(), i, i + each.number("window"));
        double actual = figure(Statistics.SHARPE, each, present(window)).orElseThrow();
        assertEquals(expected[i], actual, 0.5e-8, each + " " + i);
      }
    }
  }

  @Test
  void sortino() {
    for (EmpyricalVectors.Vector each : expectThat(9, "test_sortino")) {
      double[] excess = present(each.returnsLess("required_return"));
      assertFigure(each, each.expected(), figure(Statistics.SORTINO, each, excess), TOLERANCE);
    }
  }

  /// The annual downside deviation is what the Sortino ratio divides the annual mean by.
  @Test
  void downsideDeviation() {
    for (EmpyricalVectors.Vector each : expectThat(7, "test_downside_risk")) {
      double[] excess = present(each.returnsLess("required_return"));
      OptionalDouble sortino = figure(Statistics.SORTINO, each, excess);
      if (sortino.isEmpty()) {
        assertEquals(0, Double.isNaN(each.expected()) ? 0 : each.expected(), each.toString());
      } else {
        double annualMean = Arrays.stream(excess).average().orElseThrow() * each.periodsPerYear();
        double actual = annualMean / sortino.getAsDouble();
        assertEquals(each.expected(), actual, TOLERANCE, each.toString());
      }
    }
  }

  private List<EmpyricalVectors.Vector> expectThat(int count, String test) {
    List<EmpyricalVectors.Vector> found = vectors.of(test);
    assertEquals(count, found.size(), test);
    return found;
  }

  private void check(int count, String test, String name) {
    for (EmpyricalVectors.Vector each : expectThat(count, test)) {
      OptionalDouble actual = figure(name, each, filled(each.returns()));
      assertFigure(each, each.expected(), actual, TOLERANCE);
    }
  }

  private static OptionalDouble figure(
      String name, EmpyricalVectors.Vector vector, double[] returns) {
    return figure(name, vector.periodsPerYear(), returns);
  }

  private static OptionalDouble figure(String name, int periodsPerYear, double[] returns) {
    EquityCurve curve = new EquityCurve();
    double equity = STARTING_MICROS;
    for (int i = 0; i < returns.length; i++) {
      if (i == 0) {
        curve.append(0, STARTING_MICROS, false);
      }
      equity *= 1 + returns[i];
      curve.append(i + 1, Math.round(equity), true);
    }
    return Statistics.of(curve, List.of(), STARTING_MICROS, periodsPerYear).value(name);
  }

  private static double[] filled(double[] returns) {
    return Arrays.stream(returns).map(each -> Double.isNaN(each) ? 0 : each).toArray();
  }

  private static double[] present(double[] returns) {
    return Arrays.stream(returns).filter(each -> !Double.isNaN(each)).toArray();
  }

  /// Some of their values are typed with four or five decimals.
  private static double halfUnitOfItsLastDigit(double value) {
    String text = Double.toString(value);
    return 0.5 * Math.pow(10, text.indexOf('.') + 1 - text.length());
  }

  private static void assertFigure(
      EmpyricalVectors.Vector vector, double expected, OptionalDouble actual, double tolerance) {
    if (Double.isNaN(expected)) {
      assertEquals(OptionalDouble.empty(), actual, vector.toString());
    } else {
      assertEquals(expected, actual.orElseThrow(), tolerance, vector.toString());
    }
  }
}
