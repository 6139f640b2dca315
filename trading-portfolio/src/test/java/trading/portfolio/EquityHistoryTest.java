package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;

/// When a portfolio takes points of its accounts' equity, and which of them stay.
class EquityHistoryTest {
  private static final long UNIT = 1_000_000;
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;

  private Portfolio portfolio;
  private EventFeed feed;
  private int usd;
  private int eur;
  private int goog;
  private int alice;

  @BeforeEach
  void pointPerMinute() {
    open(PortfolioConfig.defaults());
  }

  private void open(PortfolioConfig config) {
    portfolio = new Portfolio(config);
    feed = new EventFeed(portfolio);
    usd = feed.currency("USD");
    eur = feed.currency("EUR");
    goog = feed.instrument(usd, Instrument.of("GOOG", "USD", "1", "1"));
    alice = feed.account("alice");
  }

  @Test
  void beginsWithTheFirstMoneyAndEndsWithTheLastEvent() {
    at(0).quote(goog, 100);
    assertPoints();

    at(61).cash(alice, usd, 1_000 * UNIT);
    assertPoints("61 1000");

    at(62).buy(alice, goog, 100, 1, 0);
    at(63).quote(goog, 101);
    assertPoints("61 1000", "63 1001 held");
  }

  @Test
  void eachIntervalWithAnEventHasItsLastMoment() {
    at(0).cash(alice, usd, 1_000 * UNIT);
    at(10).buy(alice, goog, 100, 1, 0);
    at(59).quote(goog, 101);
    at(60).quote(goog, 102);
    at(119).sell(alice, goog, 103, 1, 0);
    at(300).quote(goog, 900);
    at(301).quote(goog, 901);

    assertPoints("0 1000", "59 1001 held", "119 1003", "301 1003");
  }

  @Test
  void tradingDayEndsAnInterval() {
    open(PortfolioConfig.defaults().withInterval(Duration.ofHours(7)));
    at(0).day(LocalDate.EPOCH);
    at(1).cash(alice, usd, 1_000 * UNIT);
    at(10).buy(alice, goog, 100, 1, 0);
    at(19).quote(goog, 101);
    at(20).day(LocalDate.EPOCH.plusDays(1));
    at(20).quote(goog, 105);

    assertPoints("1 1000", "19 1001 held", "20 1005 held");
  }

  @Test
  void tradingDayWithinALongerIntervalDoesNot() {
    open(PortfolioConfig.defaults().withInterval(Duration.ofDays(1)));
    at(1).cash(alice, usd, 1_000 * UNIT);
    at(10).buy(alice, goog, 100, 1, 0);
    at(20).day(LocalDate.EPOCH.plusDays(1));
    at(20).quote(goog, 105);

    assertPoints("1 1000", "20 1005 held");
  }

  @Test
  void flowEndsAStretchInWhichSomethingWasEarned() {
    at(0).cash(alice, usd, 1_000 * UNIT);
    at(1).cash(alice, usd, 500 * UNIT);
    at(2).buy(alice, goog, 100, 1, 0);
    at(3).quote(goog, 110);
    at(4).cash(alice, usd, -200 * UNIT);
    at(5).cash(alice, usd, -200 * UNIT);
    at(6).quote(goog, 120);

    EquityCurve curve = portfolio.equity("alice", "USD");
    assertPoints("0 1000", "3 1510 held", "6 1120 held");
    assertEquals(
        List.of(1_000 * UNIT, 1_500 * UNIT, 1_100 * UNIT),
        IntStream.range(0, 3).mapToObj(curve::depositsMicros).toList());
  }

  @Test
  void accountThatHoldsNothingHasNoPoints() {
    at(0).cash(alice, usd, 1_000 * UNIT);
    at(60).cash(alice, usd, -1_000 * UNIT);
    at(120).quote(goog, 100);
    at(180).quote(goog, 100);
    at(240).quote(goog, 100);
    assertPoints("0 1000", "60 0");

    at(300).cash(alice, usd, 70 * UNIT);
    assertPoints("0 1000", "60 0", "300 70");
  }

  @Test
  void currencyWithoutMoneyBeginsWithItsFirstFill() {
    at(5).sell(alice, goog, 100, 2, 3);
    at(70).quote(goog, 90);

    EquityCurve curve = portfolio.equity("alice", "USD");
    assertEquals(2, curve.size());
    assertEquals(-3, curve.equityMicros(0));
    assertEquals(20 * UNIT - 3, curve.equityMicros(1));
  }

  @Test
  void currenciesAndAccountsAreApart() {
    int bob = feed.account("bob");
    at(0).cash(alice, usd, 1_000 * UNIT);
    at(60).cash(bob, usd, 7 * UNIT);
    at(120).cash(bob, eur, 8 * UNIT);

    assertPoints("0 1000", "60 1000", "120 1000");
    assertEquals(7 * UNIT, portfolio.equity("bob", "USD").equityMicros(1));
    assertEquals(1, portfolio.equity("bob", "EUR").size());
    assertEquals(0, portfolio.equity("alice", "EUR").size());
  }

  @Test
  void momentAtWhichEquityDoesNotFitHasNoPoint() {
    at(0).buy(alice, goog, 1, 1L << 41, 0);
    at(60).quote(goog, 1L << 60);
    at(120).quote(goog, 1);
    at(180).quote(goog, 1L << 60);

    assertEquals(List.of(0L, 120L), seconds(portfolio.equity("alice", "USD")));
  }

  @Test
  void whatAReaderGotStaysAsItIs() {
    at(0).cash(alice, usd, 1_000 * UNIT);
    EquityCurve before = portfolio.equity("alice", "USD");

    at(60).buy(alice, goog, 100, 1, UNIT);
    before.append(1, 1, false);

    assertPoints("0 1000", "60 999 held");
    assertEquals(2, before.size());
  }

  @Test
  void currencyThatIsNotListedIsRefused() {
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> portfolio.equity("alice", "GBP"));

    assertEquals(Reason.BAD_SETTING, refusal.reason());
    assertEquals("currency must be listed, was \"GBP\"", refusal.getMessage());
  }

  @Test
  void fullHistoryDoublesItsInterval() {
    open(PortfolioConfig.defaults().withPoints(16));
    at(0).cash(alice, usd, 1_000 * UNIT);
    for (int minute = 1; minute <= 16; minute++) {
      at(minute * 60).quote(goog, 100);
    }
    // 16 minutes that ended, 0 to 15, and the present one.
    assertEquals(17, portfolio.equity("alice", "USD").size());

    at(17 * 60).quote(goog, 100);

    // Minute 16 ends no interval of two minutes; 17 is the present one.
    assertEquals(
        List.of(0L, 60L, 180L, 300L, 420L, 540L, 660L, 780L, 900L, 1_020L),
        seconds(portfolio.equity("alice", "USD")));
  }

  /// Days of Kolkata, around the clock: they end at 18:30 UTC, within an interval of an hour or
  /// more.
  @Test
  void endsOfDaysStayWhileIntervalsAreShorter() {
    open(PortfolioConfig.defaults().withPoints(100).withInterval(Duration.ofHours(1)));
    at(0).cash(alice, usd, 1_000 * UNIT);
    long midnight = 18 * 3_600 + 1_800;
    for (int day = 0; day < 20; day++) {
      long begin = day * 86_400L + midnight;
      at(begin).day(LocalDate.EPOCH.plusDays(day));
      for (int hour = 0; hour < 24; hour++) {
        at(begin + hour * 3_600 + 1_799).quote(goog, 100);
      }
    }

    List<Long> seconds = seconds(portfolio.equity("alice", "USD"));
    for (int day = 1; day <= 20; day++) {
      assertTrue(seconds.contains(day * 86_400L + midnight - 1_801), day + " in " + seconds);
    }
    assertTrue(seconds.size() <= 101, "" + seconds.size());
  }

  @Test
  void decadesOfDaysFitTheSmallestHistory() {
    open(PortfolioConfig.defaults().withPoints(16));
    at(0).cash(alice, usd, 1_000 * UNIT);
    for (int day = 0; day < 10_000; day++) {
      feed.at(day * DAY + SECOND).day(LocalDate.EPOCH.plusDays(day));
      feed.at(day * DAY + 2 * SECOND).quote(goog, 100);
    }

    EquityCurve curve = portfolio.equity("alice", "USD");
    assertTrue(curve.size() > 8 && curve.size() <= 17, "" + curve.size());
    assertEquals(0, curve.atNanos(0));
    assertEquals(9_999 * DAY + 2 * SECOND, curve.atNanos(curve.size() - 1));
  }

  @Test
  void wholeRangeOfTimeFits() {
    open(PortfolioConfig.defaults().withPoints(16).withInterval(Duration.ofDays(366)));
    long step = Long.MAX_VALUE / 60;
    feed.at(-step * 60).cash(alice, usd, UNIT);
    for (int i = -60; i <= 60; i++) {
      feed.at(step * i).quote(goog, 100);
    }

    assertTrue(portfolio.equity("alice", "USD").size() <= 17);
  }

  private EventFeed at(long second) {
    return feed.at(second * SECOND);
  }

  private static List<Long> seconds(EquityCurve curve) {
    return IntStream.range(0, curve.size()).mapToObj(i -> curve.atNanos(i) / SECOND).toList();
  }

  /// Points as "second units", with "held" where a position is.
  private void assertPoints(String... points) {
    EquityCurve curve = portfolio.equity("alice", "USD");
    assertEquals(
        List.of(points),
        IntStream.range(0, curve.size())
            .mapToObj(i ->
                curve.atNanos(i) / SECOND
                    + " "
                    + curve.equityMicros(i) / UNIT
                    + (curve.inMarket(i) ? " held" : ""))
            .toList());
  }
}
