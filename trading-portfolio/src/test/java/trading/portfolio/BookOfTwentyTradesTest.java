package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Side;

/// Twenty trades, long and short, with fees, computed by hand; from fills to figures.
///
/// 10,000 at the start. Trades are chosen so that equity only ever stands at 8,000, 10,000, 12,500
/// or 15,625: every return is +1/4, −1/5 or 0, and each figure can be checked on paper.
class BookOfTwentyTradesTest {
  private static final long UNIT = 1_000_000;
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");
  private static final long STARTING = 10_000 * UNIT;

  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final Portfolio portfolio = new Portfolio();
  private final RoundTrips trips = new RoundTrips();
  private final EventFeed feed = new EventFeed(ledger::apply, portfolio, trips);
  private final EquityCurve curve = new EquityCurve();

  private int goog;
  private int account;
  private LocalDate date = MONDAY;
  private boolean barEnded;

  @BeforeEach
  void play() {
    int usd = feed.currency("USD");
    goog = feed.instrument(usd, GOOG);
    account = feed.account("book");
    feed.day(date);
    feed.quote(goog, GOOG.ticks("100.00"));
    feed.cash(account, usd, STARTING);
    endBar();
    tenThousandAndUp();
    downAndUpAgain();
    upToTheEnd();
  }

  /// Trades 1 to 6. In comments: price × lots or its difference, less fees = net.
  private void tenThousandAndUp() {
    buy(100, "100.00", 10);
    mark("100.10"); // 0.10 × 100 − 10 = 0: still 10,000
    sell(100, "125.20", 10); // 1: 25.20 × 100 − 20 = +2,500
    mark("125.20");
    sell(50, "250.00", 10);
    buy(50, "299.60", 10); // 2: −49.60 × 50 − 20 = −2,500
    mark("299.60");
    buy(200, "50.00", 20);
    sell(200, "62.70", 20); // 3: 12.70 × 200 − 40 = +2,500
    mark("62.70");
    sell(100, "125.00", 15);
    mark("124.85"); // 0.15 × 100 − 15 = 0: still 12,500
    buy(100, "93.50", 10); // 4: 31.50 × 100 − 25 = +3,125
    mark("93.50");
    buy(125, "125.00", 25);
    sell(125, "100.40", 25); // 5: −24.60 × 125 − 50 = −3,125
    mark("100.40");
    buy(100, "125.00", 10);
    sell(100, "125.20", 10); // 6: 0.20 × 100 − 20 = 0, which is no win
    mark("125.20");
  }

  /// Trades 7 to 12, the last two in one flip.
  private void downAndUpAgain() {
    sell(100, "100.00", 10);
    buy(100, "124.80", 10); // 7: −24.80 × 100 − 20 = −2,500
    mark("124.80");
    buy(40, "200.00", 10);
    sell(40, "150.50", 10); // 8: −49.50 × 40 − 20 = −2,000
    mark("150.50");
    sell(80, "100.00", 8);
    mark("99.90"); // 0.10 × 80 − 8 = 0: still 8,000
    buy(80, "74.75", 12); // 9: 25.25 × 80 − 20 = +2,000
    mark("74.75");
    sell(50, "90.00", 5);
    sell(50, "110.00", 5); // entered for 4,500 + 5,500 = 10,000
    buy(50, "70.00", 5);
    buy(50, "79.60", 5); // 10: 10,000 − 3,500 − 3,980 − 20 = +2,500
    mark("79.60");
    buy(100, "50.00", 30);
    sell(350, "25.60", 105); // 11: −24.40 × 100 − 30 − 105 × 100/350 = −2,500; 250 short, 75 paid
    mark("25.30"); // 0.30 × 250 − 75 = 0: 10,000
    buy(250, "33.20", 25); // 12: −7.60 × 250 − 75 − 25 = −2,000
    mark("33.20");
  }

  /// Trades 13 to 20.
  private void upToTheEnd() {
    buy(100, "80.00", 10);
    sell(100, "100.20", 10); // 13: 20.20 × 100 − 20 = +2,000
    mark("100.20");
    sell(100, "100.00", 10);
    buy(100, "74.80", 10); // 14: 25.20 × 100 − 20 = +2,500
    mark("74.80");
    buy(250, "50.00", 25);
    sell(250, "62.70", 25); // 15: 12.70 × 250 − 50 = +3,125
    mark("62.70");
    sell(100, "156.25", 25);
    buy(100, "155.75", 25); // 16: 0.50 × 100 − 50 = 0
    mark("155.75");
    buy(50, "312.50", 25);
    sell(50, "251.00", 25); // 17: −61.50 × 50 − 50 = −3,125
    mark("251.00");
    buy(100, "125.00", 10);
    sell(100, "156.50", 15); // 18: 31.50 × 100 − 25 = +3,125
    mark("156.50");
    sell(100, "156.25", 25);
    buy(100, "187.00", 25); // 19: −30.75 × 100 − 50 = −3,125
    mark("187.00");
    buy(50, "125.00", 25);
    mark("75.50"); // −49.50 × 50 − 25 = −2,500: 10,000
    mark("125.50"); // 0.50 × 50 − 25 = 0: 12,500
    sell(50, "188.50", 25); // 20: 63.50 × 50 − 50 = +3,125
    mark("188.50");
  }

  @Test
  void everyTradeEarnsWhatTheHandSays() {
    assertArrayEquals(
        new long[] {
          2_500, -2_500, 2_500, 3_125, -3_125, 0, -2_500, -2_000, 2_000, 2_500,
          -2_500, -2_000, 2_000, 2_500, 3_125, 0, -3_125, 3_125, -3_125, 3_125
        },
        trips.closed().stream().mapToLong(trip -> trip.netMicros() / UNIT).toArray());
    assertEquals(
        List.of(2, 4, 7, 9, 10, 12, 14, 16, 19),
        LongStream.rangeClosed(1, 20)
            .mapToObj(Math::toIntExact)
            .filter(i -> trips.closed().get(i - 1).side() == Side.SELL)
            .toList());
  }

  @Test
  void equityStandsWhereTheHandSays() {
    assertArrayEquals(
        new long[] {
          10_000, 10_000, 12_500, 10_000, 12_500, 12_500, 15_625, 12_500, 12_500, 10_000, 8_000,
          8_000, 10_000, 12_500, 10_000, 8_000, 10_000, 12_500, 15_625, 15_625, 12_500, 15_625,
          12_500, 10_000, 12_500, 15_625
        },
        LongStream.range(0, curve.size())
            .map(i -> curve.equityMicros(Math.toIntExact(i)))
            .map(micros -> micros / UNIT)
            .toArray());
  }

  @Test
  void profitAndLossAddUp() {
    PortfolioSummary summary = portfolio.summary("book").getFirst();

    // Fees: 20 in trades 1, 2, 6, 7, 8, 9, 10, 13, 14; 25 in 4, 18; 50 in 5, 15, 16, 17, 19, 20;
    // 40 in 3, 60 in 11, 100 in 12: 180 + 50 + 300 + 200.
    assertEquals(730 * UNIT, summary.feesMicros());
    assertEquals(6_355 * UNIT, summary.realisedMicros(), "5,625 + 730");
    assertEquals(0, summary.unrealisedMicros());
    assertEquals(5_625 * UNIT, summary.totalProfitMicros());
    assertEquals(15_625 * UNIT, summary.equityMicros());
  }

  @Test
  void figuresOfTheTrades() {
    assertFigure("20", Statistics.TRADES);
    assertFigure("0.5", Statistics.WIN_RATE); // 10 of 20; 8 lost, 2 broke even
    // Won 2 × 2,000 + 4 × 2,500 + 4 × 3,125 = 26,500 and lost
    // 2 × 2,000 + 3 × 2,500 + 3 × 3,125 = 20,875.
    assertFigure("1.269461077844", Statistics.PROFIT_FACTOR);
    // Net ÷ entry: nine wins of 0.25 and 3,125 ÷ 6,250 = 0.5; losses −0.2 (2, 5, 17, 19),
    // −0.25 (7, 8), −2,500 ÷ 5,000 = −0.5 (11), −2,000 ÷ 6,400 = −0.3125 (12).
    assertFigure("0.5", Statistics.BEST_TRADE);
    assertFigure("-0.5", Statistics.WORST_TRADE);
    assertFigure("0.031875", Statistics.EXPECTANCY); // (2.75 − 0.8 − 0.5 − 0.5 − 0.3125) ÷ 20
    // (1.25⁹ × 1.5 × 0.8⁴ × 0.75² × 0.5 × 0.6875) ^ (1/20) − 1 = 0.88512897491455078125^0.05 − 1
    assertFigure("-0.006082521621", Statistics.AVERAGE_TRADE);
  }

  @Test
  void figuresOfTheEquity() {
    assertFigure("0.5625", Statistics.TOTAL_RETURN); // 15,625 ÷ 10,000 − 1
    assertFigure("15625", Statistics.PEAK_EQUITY);
    assertFigure("-0.488", Statistics.MAX_DRAWDOWN); // 8,000 ÷ 15,625 − 1
    assertFigure("0.230769230769", Statistics.EXPOSURE); // 6 of 26 points: 1, 4, 9, 12, twice 20
  }

  /// 25 returns: 11 × 0.25, 9 × −0.2, 5 × 0. Sum 0.95, mean 0.038; squares 0.6875 + 0.36 = 1.0475,
  /// about the mean 1.0475 − 25 × 0.038² = 1.0114.
  @Test
  void figuresOfTheReturns() {
    // √(1.0114 ÷ 24 × 252) = √10.6197
    assertFigure("3.258788118304", Statistics.VOLATILITY);
    // 0.038 × 252 ÷ √10.6197
    assertFigure("2.938515685083", Statistics.SHARPE);
    // 0.038 × 252 ÷ √(0.36 ÷ 25 × 252) = 9.576 ÷ √3.6288
    assertFigure("5.026927491023", Statistics.SORTINO);
    // 1.5625 ^ (252 ÷ 25) − 1 = 1.25^20.16 − 1
    assertFigure("88.88885785675", Statistics.CAGR);
    // 88.88885785675 ÷ 0.488
    assertFigure("182.14929888678", Statistics.CALMAR);
  }

  /// The same figures, to the bit, from the account's own history of a point per day.
  @Test
  void liveAccountHasTheSameFigures() {
    Performance performance = portfolio.performance("book").getFirst();

    assertEquals(PeriodsPerYear.DAILY, performance.periodsPerYear());
    assertEquals(0, performance.leftOutTrades());
    assertEquals(
        Statistics.of(curve, trips.closed(), STARTING, PeriodsPerYear.DAILY).all(),
        performance.statistics().all());
    assertEquals(trips.closed(), portfolio.roundTrips("book", "USD"));
  }

  /// Days 1 to 26 are Monday, 6 January to Monday, 10 February 2025; equities as in
  /// [#equityStandsWhereTheHandSays].
  @Test
  void profitOfTheLastDayWeekAndMonth() {
    PortfolioSummary summary = portfolio.summary("book").getFirst();

    assertEquals(LocalDate.of(2025, 2, 10), date);
    assertEquals(3_125 * UNIT, summary.dailyProfitMicros(), "12,500 to 15,625");
    assertEquals(3_125 * UNIT, summary.weeklyProfitMicros(), "the week is a day old");
    // The month began after day 20, Friday 31 January, with 15,625.
    assertEquals(0, summary.monthlyProfitMicros());
  }

  private void buy(long lots, String price, long fee) {
    beginBar();
    feed.buy(account, goog, GOOG.ticks(price), lots, fee * UNIT);
  }

  private void sell(long lots, String price, long fee) {
    beginBar();
    feed.sell(account, goog, GOOG.ticks(price), lots, fee * UNIT);
  }

  /// The next trading day, if the last one has ended.
  private void beginBar() {
    if (barEnded) {
      date = date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
      feed.at(date.toEpochDay() * NANOS_PER_DAY).day(date);
      barEnded = false;
    }
  }

  /// The end of a bar: its last price.
  private void mark(String price) {
    beginBar();
    feed.quote(goog, GOOG.ticks(price));
    endBar();
  }

  private void endBar() {
    curve.append(
        curve.size(),
        portfolio.summary("book").getFirst().equityMicros(),
        ledger.netLots(account, goog) != 0);
    barEnded = true;
  }

  /// To the last digit given; exactly where fewer than ten decimals are.
  private void assertFigure(String expected, String name) {
    Statistics statistics = Statistics.of(curve, trips.closed(), STARTING, PeriodsPerYear.DAILY);
    int decimals = new BigDecimal(expected).scale();
    double tolerance = decimals < 10 ? 1e-15 : 0.5 * Math.pow(10, -decimals);
    assertEquals(
        Double.parseDouble(expected), statistics.value(name).orElseThrow(), tolerance, name);
  }
}
