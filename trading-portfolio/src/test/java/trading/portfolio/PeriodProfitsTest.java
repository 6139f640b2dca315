package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;

/// Profit of the day, the week and the month.
class PeriodProfitsTest {
  private static final long UNIT = 1_000_000;

  private final Portfolio portfolio = new Portfolio();
  private final EventFeed feed = new EventFeed(portfolio);

  private int usd;
  private int goog;
  private int alice;

  @BeforeEach
  void oneAccount() {
    usd = feed.currency("USD");
    goog = feed.instrument(usd, Instrument.of("GOOG", "USD", "1", "1"));
    alice = feed.account("alice");
  }

  @Test
  void eachPeriodBeginsAtTheMarksOfItsFirstDay() {
    day("2025-01-30"); // a Thursday
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    mark(101);
    assertProfits(1, 1, 1);

    day("2025-01-31");
    mark(103);
    assertProfits(2, 3, 3);

    day("2025-02-01"); // a Saturday: another month, the same week
    mark(107);
    assertProfits(4, 7, 4);

    day("2025-02-02"); // Sunday
    mark(105);
    assertProfits(-2, 5, 2);

    day("2025-02-03"); // Monday
    mark(115);
    assertProfits(10, 10, 12);

    day("2025-02-04");
    mark(114);
    assertProfits(-1, 9, 11);
    assertEquals(14 * UNIT, summary().totalProfitMicros());
  }

  @Test
  void weekThatCrossesTheYearIsOne() {
    day("2024-12-30"); // Monday of ISO week 2025-W01
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    mark(101);
    day("2025-01-02");
    mark(103);

    assertProfits(2, 3, 2);
  }

  @Test
  void periodsBeginWithTheFirstDayOnWhichAnythingHappens() {
    day("2025-01-31");
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    day("2026-03-19"); // more than a year later, a Thursday
    mark(150);

    assertProfits(50, 50, 50);
  }

  @Test
  void sameWeekNumberOfAnotherYearIsAnotherWeek() {
    day("2025-03-20");
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    mark(110);
    day("2026-03-19");
    mark(111);

    assertProfits(1, 1, 1);
  }

  @Test
  void depositsAndWithdrawalsAreNoProfit() {
    day("2025-01-06");
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 2, UNIT);
    day("2025-01-07");
    feed.cash(alice, usd, 5_000 * UNIT);
    mark(103);
    feed.cash(alice, usd, -2_000 * UNIT);

    assertProfits(6, 5, 5);
  }

  @Test
  void feesAndRealisedProfitCount() {
    day("2025-01-06");
    feed.cash(alice, usd, 1_000 * UNIT);
    day("2025-01-07");
    feed.sell(alice, goog, 100, 2, UNIT);
    feed.buy(alice, goog, 90, 2, UNIT);

    assertProfits(18, 18, 18);
  }

  @Test
  void withoutADayAllCounts() {
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    mark(90);

    assertProfits(-10, -10, -10);
  }

  @Test
  void firstDayBeginsEverything() {
    feed.cash(alice, usd, 1_000 * UNIT);
    feed.buy(alice, goog, 100, 1, 0);
    mark(90);
    day("2025-01-08"); // a Wednesday, within a month
    mark(95);

    assertProfits(5, 5, 5);
  }

  @Test
  void accountThatOpensWithinADayCountsFromItsFirstMoney() {
    day("2025-01-06");
    mark(100);
    int bob = feed.account("bob");
    feed.cash(bob, usd, 7 * UNIT);
    feed.buy(bob, goog, 100, 1, 0);
    mark(101);

    PortfolioSummary summary = portfolio.summary("bob").getFirst();
    assertEquals(UNIT, summary.dailyProfitMicros());
    assertEquals(UNIT, summary.monthlyProfitMicros());
  }

  @Test
  void profitThatDoesNotFitWhenADayBeginsIsAnErrorUntilTheNextAndStopsNobody() {
    day("2025-01-06");
    feed.buy(alice, goog, 1, 1L << 41, 0);
    mark(1L << 60);
    day("2025-01-07");
    mark(2);

    ArithmeticException error =
        assertThrows(ArithmeticException.class, () -> portfolio.summary("alice"));
    assertEquals("profit at the day's start did not fit a long", error.getMessage());

    day("2025-02-03");
    assertProfits(0, 0, 0);
  }

  private void day(String date) {
    feed.day(LocalDate.parse(date));
  }

  private void mark(long ticks) {
    feed.quote(goog, ticks);
  }

  private PortfolioSummary summary() {
    return portfolio.summary("alice").getFirst();
  }

  private void assertProfits(long daily, long weekly, long monthly) {
    PortfolioSummary summary = summary();
    assertEquals(daily * UNIT, summary.dailyProfitMicros(), "day");
    assertEquals(weekly * UNIT, summary.weeklyProfitMicros(), "week");
    assertEquals(monthly * UNIT, summary.monthlyProfitMicros(), "month");
  }
}
