package trading.portfolio;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Remembers every moment of every account and works everything out again when it is asked.
final class NaivePortfolio {
  private static final BigInteger[] NOTHING = {BigInteger.ZERO, BigInteger.ZERO};

  private final NaiveLedger ledger;
  private final int instruments;
  private final List<Moment> moments = new ArrayList<>();

  /// After an event: equity and deposits by account and currency, and who is in the market.
  private record Moment(
      long nanos,
      LocalDate dayThatBegan,
      NaiveLedger.Key moved,
      Map<NaiveLedger.Key, BigInteger[]> money,
      Map<NaiveLedger.Key, Boolean> held) {

    Point point(NaiveLedger.Key key) {
      return new Point(nanos, money.get(key)[0], money.get(key)[1], held.get(key));
    }

    BigInteger profit(NaiveLedger.Key key) {
      BigInteger[] both = money.getOrDefault(key, NOTHING);
      return both[0].subtract(both[1]);
    }
  }

  /// A point of a history.
  record Point(long nanos, BigInteger equity, BigInteger deposits, boolean held) {}

  NaivePortfolio(NaiveLedger ledger, int instruments) {
    this.ledger = ledger;
    this.instruments = instruments;
  }

  /// Remembers the moment after an event.
  ///
  /// @param dayThatBegan the day, or [LocalDate#MIN] when it began none
  /// @param moved the account and currency of a deposit; 0 and 0 for none
  /// @param begun the accounts and currencies that ever had money or a fill
  void remember(
      long nanos, LocalDate dayThatBegan, NaiveLedger.Key moved, List<NaiveLedger.Key> begun) {
    Map<NaiveLedger.Key, BigInteger[]> money = new TreeMap<>();
    Map<NaiveLedger.Key, Boolean> held = new TreeMap<>();
    for (NaiveLedger.Key key : begun) {
      BigInteger equity = BigInteger.valueOf(ledger.equity(key.account(), key.thing()).get());
      money.put(key, new BigInteger[] {equity, ledger.deposits(key)});
      held.put(key, isHeld(key));
    }
    moments.add(new Moment(nanos, dayThatBegan, moved, money, held));
  }

  private boolean isHeld(NaiveLedger.Key money) {
    for (int id = 1; id <= instruments; id++) {
      NaiveLedger.Key key = new NaiveLedger.Key(money.account(), id);
      if (ledger.currency(id) == money.thing() && ledger.held(key).net().signum() != 0) {
        return true;
      }
    }
    return false;
  }

  BigInteger daily(NaiveLedger.Key key) {
    return since(key, (_, _) -> true);
  }

  BigInteger weekly(NaiveLedger.Key key) {
    return since(key, (before, day) -> !week(before).equals(week(day)));
  }

  BigInteger monthly(NaiveLedger.Key key) {
    return since(key, (before, day) -> !YearMonth.from(before).equals(YearMonth.from(day)));
  }

  private static List<Integer> week(LocalDate date) {
    return List.of(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private interface Begins {
    boolean test(LocalDate before, LocalDate day);
  }

  private BigInteger since(NaiveLedger.Key key, Begins begins) {
    BigInteger start = BigInteger.ZERO;
    LocalDate before = null;
    for (Moment moment : moments) {
      LocalDate day = moment.dayThatBegan;
      if (!day.equals(LocalDate.MIN)) {
        if (before == null || begins.test(before, day)) {
          start = moment.profit(key);
        }
        before = day;
      }
    }
    return moments.getLast().profit(key).subtract(start);
  }

  /// {@return how an account stood after every event since it began}
  List<Point> moments(NaiveLedger.Key key) {
    return moments.stream()
        .filter(moment -> moment.money.containsKey(key))
        .map(moment -> moment.point(key))
        .toList();
  }

  List<Point> history(NaiveLedger.Key key, long intervalNanos) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      if (moment.money.containsKey(key)
          && (points.isEmpty() || i == moments.size() - 1 || ends(i, key, intervalNanos, points))) {
        add(points, moment, key);
      }
    }
    return points;
  }

  /// Whether an interval, a day or a stretch without deposits ends with a moment.
  private boolean ends(int i, NaiveLedger.Key key, long intervalNanos, List<Point> points) {
    Moment next = moments.get(i + 1);
    Point last = points.getLast();
    return Math.floorDiv(moments.get(i).nanos, intervalNanos)
            != Math.floorDiv(next.nanos, intervalNanos)
        || !next.dayThatBegan.equals(LocalDate.MIN)
        || next.moved.equals(key)
            && !moments.get(i).profit(key).equals(last.equity.subtract(last.deposits));
  }

  private static void add(List<Point> points, Moment moment, NaiveLedger.Key key) {
    Point point = moment.point(key);
    boolean nothing = point.equity.signum() == 0 && !point.held;
    boolean again =
        !points.isEmpty()
            && points.getLast().equity.signum() == 0
            && points.getLast().deposits.equals(point.deposits);
    if (!nothing || !again) {
      points.add(point);
    }
  }
}
