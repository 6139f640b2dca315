package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Instrument;
import trading.api.Position;
import trading.api.Side;

/// Random fills, quotes, deposits, withdrawals and days, beside a naive twin without bounds.
class RandomPortfolioTest {
  private static final List<String> CURRENCIES = List.of("AAA", "BBB");
  private static final int INSTRUMENTS = 4;
  private static final int ACCOUNTS = 2;
  private static final int EVENTS = 1_500;
  private static final long SECOND = 1_000_000_000L;
  private static final Duration INTERVAL = Duration.ofMinutes(7);
  private static final NaiveLedger.Key NOBODY = new NaiveLedger.Key(0, 0);

  private final Portfolio portfolio =
      new Portfolio(PortfolioConfig.defaults().withInterval(INTERVAL));
  private final Portfolio thinned =
      new Portfolio(PortfolioConfig.defaults().withInterval(INTERVAL).withPoints(40));
  private final EventFeed feed = new EventFeed(portfolio, thinned);
  private final NaiveLedger ledger = new NaiveLedger();
  private final NaivePortfolio naive = new NaivePortfolio(ledger, INSTRUMENTS);
  private final Set<NaiveLedger.Key> begun = new TreeSet<>();

  private SplittableRandom random;
  private LocalDate date = LocalDate.of(2024, 12, 19);
  private long nanos = date.toEpochDay() * 86_400 * SECOND;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void portfolioSaysWhatTheTwinSays(long seed) {
    random = new SplittableRandom(seed);
    list();
    for (int i = 0; i < EVENTS; i++) {
      String where = "seed " + seed + ", event " + i;
      step(where);
      begun.forEach(key -> requireSameProfits(key, where));
      begun.forEach(key -> requireEven(key, where));
      if (i % 100 == 0 || i == EVENTS - 1) {
        begun.forEach(key -> requireSameHistory(key, where));
        begun.forEach(key -> requireThinned(key, where));
      }
    }
    assertEquals(ACCOUNTS * CURRENCIES.size(), begun.size());
  }

  private void list() {
    CURRENCIES.forEach(feed::currency);
    for (int id = 1; id <= INSTRUMENTS; id++) {
      Instrument instrument =
          Instrument.of("I" + id, CURRENCIES.get(currency(id) - 1), "0.01", "1");
      feed.instrument(currency(id), instrument);
      ledger.list(id, currency(id), instrument.tickValueMicros());
    }
    for (int id = 1; id <= ACCOUNTS; id++) {
      feed.account("account " + id);
    }
  }

  private static int currency(int instrument) {
    return (instrument - 1) % CURRENCIES.size() + 1;
  }

  private void step(String where) {
    nanos += random.nextInt(4) == 0 ? 0 : random.nextLong(90) * SECOND;
    feed.at(nanos);
    switch (random.nextInt(20)) {
      case 0 -> startDay();
      case 1, 2 -> move(where);
      case 3, 4, 5, 6, 7, 8 -> fill(where);
      default -> quote();
    }
  }

  /// Mostly the next day; every other time in the middle of an interval.
  private void startDay() {
    int days = random.nextInt(8) == 0 ? random.nextInt(1, 60) : random.nextInt(1, 4);
    date = date.plusDays(days);
    nanos += random.nextBoolean() ? 0 : days * 86_400 * SECOND;
    feed.at(nanos).day(date);
    remember(date, NOBODY);
  }

  /// Now and then an account is emptied, when it holds nothing but money.
  private void move(String where) {
    NaiveLedger.Key key =
        new NaiveLedger.Key(
            random.nextInt(1, ACCOUNTS + 1), random.nextInt(1, CURRENCIES.size() + 1));
    long cash = ledger.cash(key).longValueExact();
    long amount = random.nextInt(3) == 0 ? -cash : random.nextLong(-1_000_000, 9_000_000);
    if (amount == 0) {
      amount = 1;
    }
    assertTrue(ledger.move(key.account(), key.thing(), amount), where);
    feed.cash(key.account(), key.thing(), amount);
    begun.add(key);
    remember(LocalDate.MIN, key);
  }

  private void fill(String where) {
    int account = random.nextInt(1, ACCOUNTS + 1);
    int instrument = random.nextInt(1, INSTRUMENTS + 1);
    long net = ledger.held(new NaiveLedger.Key(account, instrument)).net().longValueExact();
    boolean closes = net != 0 && random.nextInt(3) > 0;
    Side side = closes == net < 0 ? Side.BUY : Side.SELL;
    long lots = closes ? Math.abs(net) : random.nextLong(1, 50);
    long price = random.nextLong(1, 200);
    long fee = random.nextLong(0, 3_000);
    assertTrue(ledger.fill(account, instrument, side, price, lots, fee), where);
    feed.fill(account, instrument, side, price, lots, fee);
    begun.add(new NaiveLedger.Key(account, currency(instrument)));
    remember(LocalDate.MIN, NOBODY);
  }

  private void quote() {
    int instrument = random.nextInt(1, INSTRUMENTS + 1);
    long mark = random.nextLong(1, 200);
    ledger.mark(instrument, mark);
    feed.quote(instrument, mark);
    remember(LocalDate.MIN, NOBODY);
  }

  private void remember(LocalDate dayThatBegan, NaiveLedger.Key moved) {
    naive.remember(nanos, dayThatBegan, moved, List.copyOf(begun));
  }

  private PortfolioSummary summary(NaiveLedger.Key key) {
    return portfolio.summary("account " + key.account()).stream()
        .filter(summary -> summary.currency().equals(name(key)))
        .findFirst()
        .orElse(
            new PortfolioSummary(
                "account " + key.account(), name(key), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  private static String name(NaiveLedger.Key key) {
    return CURRENCIES.get(key.thing() - 1);
  }

  private void requireSameProfits(NaiveLedger.Key key, String where) {
    PortfolioSummary summary = summary(key);
    assertSame(naive.daily(key), summary.dailyProfitMicros(), "day, " + where);
    assertSame(naive.weekly(key), summary.weeklyProfitMicros(), "week, " + where);
    assertSame(naive.monthly(key), summary.monthlyProfitMicros(), "month, " + where);
    BigInteger equity = BigInteger.valueOf(ledger.equity(key.account(), key.thing()).get());
    assertSame(equity, summary.equityMicros(), "equity, " + where);
    assertSame(
        equity.subtract(ledger.deposits(key)), summary.totalProfitMicros(), "total, " + where);
  }

  /// cash + open cost − realised + fees = deposits − withdrawals
  private void requireEven(NaiveLedger.Key key, String where) {
    PortfolioSummary summary = summary(key);
    long sum = summary.cashMicros();
    for (Position position : portfolio.positions("account " + key.account())) {
      if (position.instrument().currency().equals(name(key))) {
        sum += position.openCostMicros() - position.realisedMicros() + position.feesMicros();
      }
    }
    assertEquals(summary.depositsMicros(), sum, where);
    assertSame(ledger.deposits(key), sum, where);
  }

  private void requireSameHistory(NaiveLedger.Key key, String where) {
    assertEquals(
        naive.history(key, INTERVAL.toNanos()), points(portfolio, key), key + ", " + where);
  }

  /// What stays are true moments in order, the first and the last point among them.
  private void requireThinned(NaiveLedger.Key key, String where) {
    List<NaivePortfolio.Point> few = points(thinned, key);
    List<NaivePortfolio.Point> all = points(portfolio, key);
    assertTrue(few.size() <= 41, where);
    assertEquals(all.getFirst(), few.getFirst(), where);
    assertEquals(all.getLast(), few.getLast(), where);
    List<NaivePortfolio.Point> rest = naive.moments(key);
    for (NaivePortfolio.Point point : few) {
      int at = rest.indexOf(point);
      assertTrue(at >= 0, () -> point + " out of place, " + where);
      rest = rest.subList(at + 1, rest.size());
    }
  }

  private static List<NaivePortfolio.Point> points(Portfolio portfolio, NaiveLedger.Key key) {
    EquityCurve curve = portfolio.equity("account " + key.account(), name(key));
    return IntStream.range(0, curve.size())
        .mapToObj(i ->
            new NaivePortfolio.Point(
                curve.atNanos(i),
                BigInteger.valueOf(curve.equityMicros(i)),
                BigInteger.valueOf(curve.depositsMicros(i)),
                curve.inMarket(i)))
        .toList();
  }

  private static void assertSame(BigInteger expected, long actual, String where) {
    assertEquals(expected, BigInteger.valueOf(actual), where);
  }
}
