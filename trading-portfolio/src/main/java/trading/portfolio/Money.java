package trading.portfolio;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import trading.api.spi.LedgerView;

/// What one account has done in one currency. Not for several threads.
final class Money {
  private final String account;
  private final int accountId;
  private final String currency;
  private final int currencyId;
  private final LedgerView ledger;
  private final int kept;
  private final PeriodProfits profits = new PeriodProfits();
  private final EquityHistory history;
  private final ArrayDeque<RoundTrip> trips = new ArrayDeque<>();

  private long leftOutTrips;
  private int openPositions;

  /// How many events there were when the last point of the history was taken.
  private long pointAfter;

  Money(
      Account account, String currency, int currencyId, LedgerView ledger, PortfolioConfig config) {
    this.account = account.name();
    this.accountId = account.id();
    this.currency = currency;
    this.currencyId = currencyId;
    this.ledger = ledger;
    this.kept = config.kept();
    history = new EquityHistory(config);
  }

  int currencyId() {
    return currencyId;
  }

  /// {@return whether the first point was taken}
  boolean hasBegun() {
    return !history.isEmpty();
  }

  /// Takes the first point, once there is something.
  void begin(Moment now) {
    if (!hasBegun()) {
      takePoint(now);
    }
  }

  /// Takes a point if something ends between the last event and the next.
  void endInterval(Moment now, long nextNanos, boolean dayEnds) {
    if (pointAfter < now.events()) {
      history.makeRoom(now.atNanos(), now.day());
      if (history.ends(now.atNanos(), nextNanos, dayEnds)) {
        takePoint(now);
      }
    }
  }

  /// Takes a point before money comes or leaves, unless nothing was earned since the last one.
  void endStretch(Moment now) {
    if (history.isEmpty()) {
      return;
    }
    history.makeRoom(now.atNanos(), now.day());
    if (point(now).filter(history::hasOtherProfit).isPresent()) {
      takePoint(now);
    }
  }

  private void takePoint(Moment now) {
    point(now).ifPresent(history::add);
    pointAfter = now.events();
  }

  /// {@return the point of the present; empty when equity or profit does not fit a `long`}
  private Optional<EquityPoint> point(Moment now) {
    try {
      long equity = ledger.equityMicros(accountId, currencyId);
      long deposits = ledger.depositsMicros(accountId, currencyId);
      Math.subtractExact(equity, deposits);
      boolean inMarket = openPositions > 0;
      return Optional.of(new EquityPoint(now.atNanos(), now.day(), equity, deposits, inMarket));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  void startDay(TradingDays days, Moment now) {
    profits.begin(days, point(now).map(EquityPoint::profitMicros).orElse(PeriodProfits.UNKNOWN));
  }

  /// Counts the positions that are open.
  void traded(long lotsBefore, long lotsAfter) {
    openPositions += (lotsAfter == 0 ? 0 : 1) - (lotsBefore == 0 ? 0 : 1);
  }

  void keep(RoundTrip trip) {
    if (trips.size() == kept) {
      trips.removeFirst();
      leftOutTrips++;
    }
    trips.addLast(trip);
  }

  /// Counts a trade that was too large to be kept.
  void leaveOut() {
    leftOutTrips++;
  }

  List<RoundTrip> roundTrips() {
    return List.copyOf(trips);
  }

  boolean isAny() {
    return ledger.cashMicros(accountId, currencyId) != 0
        || ledger.depositsMicros(accountId, currencyId) != 0;
  }

  /// {@return the history up to the last event, a copy}
  EquityHistory history(Moment now) {
    EquityHistory copy = history.copy();
    if (pointAfter < now.events()) {
      point(now).ifPresent(copy::add);
    }
    return copy;
  }

  /// What figures are made of, once nothing changes any more.
  record Past(
      String account,
      String currency,
      EquityHistory history,
      List<RoundTrip> trips,
      long leftOutTrips) {

    Performance performance() {
      EquityCurve curve = history.curve();
      long starting = curve.size() == 0 ? 0 : curve.equityMicros(0);
      int periodsPerYear = history.periodsPerYear();
      return new Performance(
          account,
          currency,
          periodsPerYear,
          leftOutTrips,
          Statistics.of(curve, trips, starting, periodsPerYear));
    }
  }

  Past past(Moment now) {
    return new Past(account, currency, history(now), roundTrips(), leftOutTrips);
  }

  /// @throws ArithmeticException when an amount does not fit a `long`
  PortfolioSummary summary(long realised, long unrealised, long fees) {
    long cash = ledger.cashMicros(accountId, currencyId);
    long equity = ledger.equityMicros(accountId, currencyId);
    long deposits = ledger.depositsMicros(accountId, currencyId);
    long profit = Math.subtractExact(equity, deposits);
    return new PortfolioSummary(
        account,
        currency,
        deposits,
        cash,
        Math.subtractExact(equity, cash),
        realised,
        unrealised,
        fees,
        equity,
        profits.dailyMicros(profit),
        profits.weeklyMicros(profit),
        profits.monthlyMicros(profit));
  }
}
