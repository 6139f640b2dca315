package trading.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import trading.api.BadInputException;
import trading.api.Position;
import trading.api.Reason;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;

/// The accounts by name, for people: positions, summaries, transactions, equity, performance.
///
/// It keeps books of its own, an [AverageCostLedger] that is told the same events as the engine's,
/// so whoever reads needs neither the engine nor its lock: tell it every event from the first on,
/// in order. Safe for several threads; what a reader gets is one moment between two events, and
/// stays as it is. A reader that asks for figures computes them after the books are free again.
///
/// Memory is bounded, see [PortfolioConfig], but for one entry per instrument that an account has
/// ever traded.
public final class Portfolio implements EventListener {
  private final PortfolioConfig config;
  private final long intervalNanos;
  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final Names names = new Names();
  private final PerPosition<Stake> stakes = new PerPosition<>();
  private final TradingDays days = new TradingDays();
  private final List<Account> accounts = new ArrayList<>();
  private final TreeMap<String, Account> byName = new TreeMap<>();

  /// Written after the time and read before it: what a reader has is the time of this event, or of
  /// a later one that changed nothing else.
  private final AtomicLong events = new AtomicLong();

  private final AtomicLong lastNanos = new AtomicLong(Long.MIN_VALUE);
  private long intervalEndNanos = Long.MIN_VALUE;

  /// Creates it without any account, with [PortfolioConfig#defaults].
  public Portfolio() {
    this(PortfolioConfig.defaults());
  }

  /// Creates it without any account.
  ///
  /// @param config how much of the past it keeps
  public Portfolio(PortfolioConfig config) {
    this.config = config;
    intervalNanos = config.interval().toNanos();
  }

  /// Takes an event.
  ///
  /// @param event lent until the call returns
  /// @throws IllegalStateException when it names an id that was never given out
  /// @throws ArithmeticException when the books cannot hold it, see [AverageCostLedger#apply]
  @Override
  public void onEvent(EventView event) {
    EventType type = event.type();
    long atNanos = Math.max(lastNanos.getPlain(), event.atNanos());
    if (atNanos < intervalEndNanos && isPassing(type)) {
      count(atNanos);
    } else {
      take(event, type, atNanos);
    }
  }

  private void count(long atNanos) {
    lastNanos.setRelease(atNanos);
    events.setRelease(events.getPlain() + 1);
  }

  /// {@return whether such an event changes nothing here but the time: then it needs no lock}
  private static boolean isPassing(EventType type) {
    return switch (type) {
      case ORDER_ACCEPTED, ORDER_ACTIVATED, ORDER_REJECTED, ORDER_CANCELED, CANCEL_REJECTED -> true;
      default -> false;
    };
  }

  private synchronized void take(EventView event, EventType type, long atNanos) {
    endIntervals(atNanos, type == EventType.DAY_STARTED);
    switch (type) {
      case ACCOUNT_OPENED -> open(event);
      case CASH_MOVED -> moveCash(event, atNanos);
      case DAY_STARTED -> startDay(event);
      case ORDER_FILLED -> fill(event, atNanos);
      case CURRENCY_LISTED, INSTRUMENT_LISTED -> list(event);
      default -> ledger.apply(event);
    }
    count(atNanos);
  }

  /// Before the first event of an interval: how the last one ended.
  private void endIntervals(long nextNanos, boolean dayEnds) {
    if (nextNanos < intervalEndNanos && !dayEnds) {
      return;
    }
    Moment now = now();
    for (Account account : accounts) {
      for (Money money : account.moneys()) {
        money.endInterval(now, nextNanos, dayEnds);
      }
    }
    long begun = nextNanos - Math.floorMod(nextNanos, intervalNanos);
    intervalEndNanos =
        begun > Long.MAX_VALUE - intervalNanos ? Long.MAX_VALUE : begun + intervalNanos;
  }

  private Moment now() {
    long count = events.getAcquire();
    long atNanos = lastNanos.getAcquire();
    return new Moment(count, atNanos, days.dayOf(atNanos));
  }

  private Moment after(long atNanos) {
    return new Moment(events.getPlain() + 1, atNanos, days.dayOf(atNanos));
  }

  private void list(EventView event) {
    names.learn(event);
    ledger.apply(event);
  }

  private void open(EventView event) {
    list(event);
    int id = event.id(Field.ACCOUNT);
    Account account = new Account(id, names.account(id), ledger, config);
    accounts.add(account);
    byName.put(account.name(), account);
  }

  private void moveCash(EventView event, long atNanos) {
    names.account(event.id(Field.ACCOUNT));
    int currencyId = event.id(Field.CURRENCY);
    String currency = names.currency(currencyId);
    Account account = accounts.get(event.id(Field.ACCOUNT) - 1);
    account.money(currency).ifPresent(money -> money.endStretch(now()));
    ledger.apply(event);
    account.money(currency, currencyId).begin(after(atNanos));
  }

  private void startDay(EventView event) {
    days.start(event.value(Field.DAY));
    Moment now = now();
    for (Account account : accounts) {
      account.moneys().forEach(money -> money.startDay(days, now));
    }
  }

  private void fill(EventView event, long atNanos) {
    int accountId = event.id(Field.ACCOUNT);
    if (accountId == Names.MARKET) {
      ledger.apply(event);
      return;
    }
    int instrumentId = event.id(Field.INSTRUMENT);
    long before = ledger.netLots(accountId, instrumentId);
    ledger.apply(event);
    Stake stake = stake(accountId, instrumentId);
    stake.fill(event, before, ledger.netLots(accountId, instrumentId));
    if (!stake.money().hasBegun()) {
      stake.money().begin(after(atNanos));
    }
  }

  private Stake stake(int accountId, int instrumentId) {
    Stake found = stakes.get(accountId, instrumentId);
    if (found != null) {
      return found;
    }
    Names.Listed listed = names.instrument(instrumentId);
    Stake begun =
        new Stake(accounts.get(accountId - 1), listed, names.currency(listed.currencyId()));
    stakes.put(accountId, instrumentId, begun);
    return begun;
  }

  /// {@return the names of all accounts, in the order in which they were opened}
  public synchronized List<String> accounts() {
    return List.copyOf(names.accounts());
  }

  /// {@return the positions of an account, by symbol; what it traded and closed is among them}
  ///
  /// @param account the account
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`)
  /// @throws ArithmeticException when the value of a position does not fit a `long`
  public synchronized List<Position> positions(String account) {
    return known(account).positions();
  }

  /// {@return an account's summaries, one for each currency with money or positions, by currency}
  ///
  /// @param account the account
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`)
  /// @throws ArithmeticException when a sum does not fit a `long`, or the profit did not when the
  ///   day, week or month began
  public synchronized List<PortfolioSummary> summary(String account) {
    return known(account).summaries();
  }

  /// {@return the last transactions of an account, newest first}
  ///
  /// @param account the account
  /// @param limit how many at most, 1 or more
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`) or the limit below
  ///   1 (`BAD_SETTING`)
  public List<Transaction> transactions(String account, int limit) {
    return transactions(account, TransactionFilter.all(), limit);
  }

  /// {@return the last transactions of an account that a filter takes, newest first}
  ///
  /// Of each account the newest are kept, see [PortfolioConfig#kept]; older ones are forgotten.
  ///
  /// @param account the account
  /// @param filter which are wanted
  /// @param limit how many at most, 1 or more
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`), the limit below 1
  ///   (`BAD_SETTING`) or the filter's symbol not listed (`UNKNOWN_SYMBOL`)
  public synchronized List<Transaction> transactions(
      String account, TransactionFilter filter, int limit) {
    Account known = known(account);
    if (limit < 1) {
      throw new BadInputException(
          Reason.BAD_SETTING, "limit of transactions must be 1 or more, was " + limit);
    }
    filter.symbol().ifPresent(this::requireListed);
    return known.transactions(filter, limit);
  }

  /// {@return the closed trades of an account in a currency, oldest first}
  ///
  /// The newest are kept, see [PortfolioConfig#kept]. Trades are those of [RoundTrips].
  ///
  /// @param account the account
  /// @param currency the currency
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`) or the currency not
  ///   listed (`BAD_SETTING`)
  public synchronized List<RoundTrip> roundTrips(String account, String currency) {
    return money(account, currency).map(Money::roundTrips).orElse(List.of());
  }

  /// {@return the equity of an account in a currency over event time, a copy}
  ///
  /// Its first point is the moment after the first deposit, or the first fill; its last one the
  /// moment of the last event. Between them stands how each interval ended in which there was an
  /// event (of whomever), with the time of its last event: intervals are counted from the epoch and
  /// one minute long unless configured otherwise. An interval also ends with a trading day, and
  /// before a deposit or withdrawal if something was earned since the point before, so that
  /// [Statistics] take it out exactly. Without an event there is no point, nor while the account
  /// holds nothing, nor at a moment at which equity or profit do not fit a `long`.
  ///
  /// When it is full ([PortfolioConfig#points]) its interval is doubled until there is room. Of the
  /// points that stand, the first stays, those that end a longer interval and, while intervals are
  /// shorter than 24 hours, those that end a trading day.
  ///
  /// @param account the account
  /// @param currency the currency; one in which the account has done nothing gives an empty curve
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`) or the currency not
  ///   listed (`BAD_SETTING`)
  public synchronized EquityCurve equity(String account, String currency) {
    return money(account, currency)
        .map(money -> money.history(now()).curve())
        .orElseGet(EquityCurve::new);
  }

  /// {@return how an account has done, in each currency in which it ever had something}
  ///
  /// @param account the account
  /// @throws BadInputException when the account is not open (`UNKNOWN_ACCOUNT`)
  public List<Performance> performance(String account) {
    return past(account).stream().map(Money.Past::performance).toList();
  }

  private synchronized List<Money.Past> past(String account) {
    Moment now = now();
    return known(account).moneys().stream().map(money -> money.past(now)).toList();
  }

  private Optional<Money> money(String account, String currency) {
    Account known = known(account);
    if (!names.currencies().contains(currency)) {
      throw new BadInputException(
          Reason.BAD_SETTING, "currency must be listed, was \"" + currency + "\"");
    }
    return known.money(currency);
  }

  private void requireListed(String symbol) {
    boolean listed =
        names.instruments().stream().anyMatch(each -> each.instrument().symbol().equals(symbol));
    if (!listed) {
      throw new BadInputException(
          Reason.UNKNOWN_SYMBOL, "symbol must be listed, was \"" + symbol + "\"");
    }
  }

  private Account known(String account) {
    Account known = byName.get(account);
    if (known == null) {
      throw new BadInputException(
          Reason.UNKNOWN_ACCOUNT, "account must be open, was \"" + account + "\"");
    }
    return known;
  }
}
