package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;

/// How accounts have done, from their own histories and trades.
class PerformanceTest {
  private static final long UNIT = 1_000_000;
  private static final long MINUTE = 60_000_000_000L;
  private static final long DAY = 1_440 * MINUTE;

  private Portfolio portfolio;
  private EventFeed feed;
  private int usd;
  private int goog;
  private int alice;

  @BeforeEach
  void oneAccount() {
    open(PortfolioConfig.defaults());
  }

  private void open(PortfolioConfig config) {
    portfolio = new Portfolio(config);
    feed = new EventFeed(portfolio);
    usd = feed.currency("USD");
    feed.currency("EUR");
    goog = feed.instrument(usd, Instrument.of("GOOG", "USD", "1", "1"));
    feed.instrument(2, Instrument.of("SAP", "EUR", "1", "1"));
    alice = feed.account("alice");
  }

  @Test
  void accountWithoutMoneyHasNone() {
    assertEquals(List.of(), portfolio.performance("alice"));
  }

  @Test
  void accountThatOnlyHoldsMoneyHasNoFigureOfTradesOrRatio() {
    feed.cash(alice, usd, 1_000 * UNIT);

    Performance performance = only();
    for (Statistic each : performance.statistics().all()) {
      OptionalDouble expected =
          switch (each.name()) {
            case Statistics.TOTAL_RETURN,
                Statistics.MAX_DRAWDOWN,
                Statistics.TRADES,
                Statistics.EXPOSURE ->
                OptionalDouble.of(0);
            case Statistics.PEAK_EQUITY -> OptionalDouble.of(1_000);
            default -> OptionalDouble.empty();
          };
      assertEquals(expected, each.value(), each.name());
    }
  }

  @Test
  void figuresAreThoseOfHistoryAndTrades() {
    feed.at(0).cash(alice, usd, 1_000 * UNIT);
    feed.at(1).buy(alice, goog, 100, 2, UNIT);
    feed.at(MINUTE).quote(goog, 150);
    feed.at(2 * MINUTE).sell(alice, goog, 120, 2, UNIT);

    EquityCurve curve = portfolio.equity("alice", "USD");
    Statistics expected =
        Statistics.of(
            curve, portfolio.roundTrips("alice", "USD"), 1_000 * UNIT, only().periodsPerYear());
    assertEquals(expected.all(), only().statistics().all());
    assertFigure(0.038, Statistics.TOTAL_RETURN);
    assertFigure(1_038.0 / 1_099 - 1, Statistics.MAX_DRAWDOWN);
    assertFigure(1, Statistics.WIN_RATE);
    assertFigure(38.0 / 200, Statistics.EXPECTANCY);
    assertFigure(0.5, Statistics.EXPOSURE);
  }

  @Test
  void minutesOfTradingDaysMakeTheYearAndANightIsOneOfThem() {
    LocalDate monday = LocalDate.of(2025, 1, 6);
    for (int day = 0; day < 5; day++) {
      long open = monday.plusDays(day).toEpochDay() * DAY + 225 * MINUTE;
      feed.at(open).day(monday.plusDays(day));
      if (day == 0) {
        feed.quote(goog, 100);
        feed.cash(alice, usd, 1_000 * UNIT);
      }
      for (int minute = 0; minute < 375; minute++) {
        feed.at(open + minute * MINUTE + 1).quote(goog, 100);
      }
    }

    // One point more than minutes: the first money.
    assertEquals(5 * 375 + 1, portfolio.equity("alice", "USD").size());
    assertEquals(Math.round((5 * 375 + 1) / 5.0 * 252), only().periodsPerYear());
  }

  @Test
  void dayIsTheTradingDayNotThatOfUtc() {
    feed.day(LocalDate.of(2025, 1, 6));
    feed.at(DAY - MINUTE).cash(alice, usd, 1_000 * UNIT);
    feed.at(DAY + MINUTE).quote(goog, 100);

    assertEquals(2 * 252, only().periodsPerYear());
  }

  @Test
  void withoutTradingDaysThoseOfUtcCount() {
    feed.at(DAY - MINUTE).cash(alice, usd, 1_000 * UNIT);
    feed.at(DAY + MINUTE).quote(goog, 100);

    assertEquals(252, only().periodsPerYear());
  }

  @Test
  void laterDepositIsNoReturn() {
    feed.at(0).cash(alice, usd, 1_000 * UNIT);
    feed.at(1).buy(alice, goog, 100, 1, 0);
    feed.at(2).quote(goog, 200);
    feed.at(3).cash(alice, usd, 8_900 * UNIT);
    feed.at(4).quote(goog, 1_200);

    // 1,000 to 1,100; with the deposit 10,000 to 11,000.
    assertFigure(1.1 * 1.1 - 1, Statistics.TOTAL_RETURN);
  }

  @Test
  void currenciesAreApart() {
    feed.at(0).cash(alice, usd, 1_000 * UNIT);
    feed.at(1).cash(alice, 2, 500 * UNIT);
    feed.at(2).buy(alice, 2, 100, 1, 0);
    feed.at(3).sell(alice, 2, 90, 1, 0);

    List<Performance> both = portfolio.performance("alice");
    assertEquals(List.of("EUR", "USD"), both.stream().map(Performance::currency).toList());
    assertEquals(
        -0.02, both.getFirst().statistics().value(Statistics.TOTAL_RETURN).orElseThrow(), 1e-12);
    assertEquals(1, both.getFirst().statistics().value(Statistics.TRADES).orElseThrow());
    assertEquals(0, both.getLast().statistics().value(Statistics.TRADES).orElseThrow());
  }

  @Test
  void forgottenTradesAreCounted() {
    open(PortfolioConfig.defaults().withKept(2));
    for (int i = 0; i < 5; i++) {
      feed.at(i).buy(alice, goog, 100, 1, 0);
      feed.at(i).sell(alice, goog, 100 + i, 1, 0);
    }

    assertEquals(3, only().leftOutTrades());
    assertFigure(2, Statistics.TRADES);
    assertEquals(
        List.of(3L, 4L),
        portfolio.roundTrips("alice", "USD").stream().map(RoundTrip::exitNanos).toList());
  }

  @Test
  void tradeThatIsTooLargeIsCounted() {
    long lots = 1L << 41;
    for (int i = 0; i < 3; i++) {
      feed.buy(alice, goog, 1, lots, 0);
      feed.sell(alice, goog, 1, lots - 1, 0);
    }
    feed.sell(alice, goog, 1, 3, 0);

    assertEquals(1, only().leftOutTrades());
    assertFigure(0, Statistics.TRADES);
  }

  @Test
  void ruinHasNoRatios() {
    feed.at(0).cash(alice, usd, 100 * UNIT);
    feed.at(1).buy(alice, goog, 100, 1, UNIT);
    feed.at(MINUTE).quote(goog, 1);
    feed.at(2 * MINUTE).quote(goog, 100);

    assertTrue(only().statistics().value(Statistics.SHARPE).isEmpty());
    assertTrue(only().statistics().value(Statistics.CAGR).isEmpty());
    assertFigure(-1, Statistics.MAX_DRAWDOWN);
  }

  private Performance only() {
    List<Performance> all = portfolio.performance("alice");
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private void assertFigure(double expected, String name) {
    assertEquals(expected, only().statistics().value(name).orElseThrow(), 1e-12, name);
  }
}
