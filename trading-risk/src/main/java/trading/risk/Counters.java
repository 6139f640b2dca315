package trading.risk;

import java.util.Arrays;
import trading.api.OrderStatus;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.LedgerView;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// What the gate counts, by id; rebuilt from events and the ledger alone.
// Hot: engine only; order events allocate nothing once warm.
final class Counters {
  /// Stands for a day's start that did not fit a `long`: who asks for the day's profit gets an
  /// error.
  private static final long UNKNOWN = Long.MIN_VALUE;

  private static final int NOBODY = -1;
  private static final long REDUCES = 1;
  private static final int BUY = Side.BUY.ordinal();
  private static final int SUSPENDED = OrderStatus.SUSPENDED.ordinal();

  private final Names currencies = new Names();
  private final Names accounts = new Names();
  private final Instruments instruments = new Instruments();
  private final LongGrid dayStart = new LongGrid();
  private final Peaks peaks = new Peaks(instruments);
  private final Stakes stakes = new Stakes(peaks);
  private final OpenOrders open = new OpenOrders();

  /// Holds [#REDUCES] for each order that may only reduce and has not ended, also while it does not
  /// count yet.
  private final OpenOrders reduceOnly = new OpenOrders();

  private long[] ordersToday = {};

  /// Instruments by account that are held or have working orders. They are no part of the state:
  /// after a restart the ledger has them.
  private final IdLists active = new IdLists();

  private boolean behind;

  Names accounts() {
    return accounts;
  }

  Names currencies() {
    return currencies;
  }

  Instruments instruments() {
    return instruments;
  }

  long ordersToday(int accountId) {
    return ordersToday[accountId];
  }

  /// {@return what an account holds and works in an instrument; read only}
  Stake stake(int accountId, int instrumentId) {
    return stakes.get(accountId, instrumentId);
  }

  /// {@return the highest equity, see [trading.api.spi.RiskView#peakEquityMicros]}
  ///
  /// @throws ArithmeticException when it is not known or does not fit a `long`
  long peakEquityMicros(LedgerView ledger, int accountId, int currencyId) {
    return peaks.peakEquityMicros(ledger, accountId, currencyId);
  }

  /// {@return the number of instruments that an account holds or has working orders in}
  int activeInstruments(int accountId) {
    return active.size(accountId);
  }

  /// {@return one of those instruments, in the order of their ids}
  int activeInstrument(int accountId, int index) {
    return active.get(accountId, index);
  }

  /// Begins with a number of orders of which there were no events.
  void begin(int accountId, long newOrdersToday) {
    ordersToday[accountId] = newOrdersToday;
    behind = true;
  }

  /// Begins with money of which there were no events.
  void begin(int accountId, int currencyId, long dayStartMicros, long highestProfitMicros) {
    dayStart.set(accountId, currencyId, dayStartMicros);
    peaks.begin(accountId, currencyId, highestProfitMicros);
  }

  /// {@return equity less that at the day's start, what was deposited since taken out}
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  long dayProfitMicros(int accountId, int currencyId, long equityMicros) {
    long start = dayStart.get(accountId, currencyId);
    if (start == UNKNOWN) {
      throw new ArithmeticException("equity at the day's start did not fit a long");
    }
    return Math.subtractExact(equityMicros, start);
  }

  /// Finds in the books, once after a restart or a begin, what is no part of the state.
  void catchUp(LedgerView ledger) {
    if (!behind) {
      return;
    }
    behind = false;
    for (int instrument = 0; instrument < instruments.end(); instrument++) {
      peaks.mark(ledger, instrument);
    }
    for (int account = 0; account < accounts.end(); account++) {
      if (accounts.has(account)) {
        catchUp(ledger, account);
      }
    }
  }

  private void catchUp(LedgerView ledger, int accountId) {
    for (int instrument = 0; instrument < instruments.end(); instrument++) {
      if (instruments.has(instrument)) {
        hold(ledger, stakes.begun(accountId, instrument), accountId, instrument);
      }
    }
    for (int currency = 0; currency < currencies.end(); currency++) {
      if (currencies.has(currency)) {
        peaks.settle(accountId, currency);
        peaks.look(ledger, accountId, currency);
      }
    }
  }

  void apply(EventView event, LedgerView ledger) {
    catchUp(ledger);
    switch (event.type()) {
      case CURRENCY_LISTED ->
          currencies.put(event.id(Field.CURRENCY), event.text(Field.CURRENCY_NAME));
      case INSTRUMENT_LISTED ->
          instruments.put(
              event.id(Field.INSTRUMENT),
              event.text(Field.SYMBOL),
              event.id(Field.CURRENCY),
              event.value(Field.TICK_VALUE_MICROS));
      case ACCOUNT_OPENED -> opened(event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
      case CASH_MOVED -> cashMoved(event, ledger);
      case DAY_STARTED -> dayStarted(ledger);
      case ORDER_ACCEPTED -> accepted(event);
      case ORDER_ACTIVATED -> activated(event);
      case ORDER_FILLED -> filled(event, ledger);
      case ORDER_AMENDED, ORDER_REDUCED -> changed(event);
      case ORDER_CANCELED, ORDER_REJECTED -> ended(event);
      case QUOTED, BAR_OPENED, BAR_CLOSED ->
          peaks.moved(ledger, event.id(Field.INSTRUMENT), NOBODY);
      case ORDER_TERMS -> termed(event);
      case CANCEL_REJECTED, ORDER_TRIGGERED, STOP_MOVED, SELF_TRADE_SET, SESSION_CLOSE_SET -> {
        // It changes nothing.
      }
    }
  }

  void write(StateWriter out) {
    currencies.write(out);
    accounts.write(out);
    instruments.write(out);
    for (int account = 0; account < accounts.end(); account++) {
      out.putLong(ordersToday[account]);
    }
    dayStart.write(out);
    stakes.write(out, stake -> stake.buyLots);
    stakes.write(out, stake -> stake.sellLots);
    stakes.write(out, stake -> stake.reducingBuyLots);
    stakes.write(out, stake -> stake.reducingSellLots);
    open.write(out);
    reduceOnly.write(out);
    peaks.write(out);
  }

  /// Fills empty counters.
  void read(StateReader in) {
    currencies.read(in);
    accounts.read(in);
    instruments.read(in);
    ordersToday = new long[accounts.end()];
    Arrays.setAll(ordersToday, _ -> in.takeLong());
    dayStart.read(in);
    stakes.read(in, (stake, lots) -> stake.buyLots = lots);
    stakes.read(in, (stake, lots) -> stake.sellLots = lots);
    stakes.read(in, (stake, lots) -> stake.reducingBuyLots = lots);
    stakes.read(in, (stake, lots) -> stake.reducingSellLots = lots);
    open.read(in);
    reduceOnly.read(in);
    peaks.read(in);
    behind = true;
  }

  private void opened(int accountId, String account) {
    accounts.put(accountId, account);
    ordersToday = Arrays.copyOf(ordersToday, accounts.end());
  }

  private void cashMoved(EventView event, LedgerView ledger) {
    int account = event.id(Field.ACCOUNT);
    int currency = event.id(Field.CURRENCY);
    long start = dayStart.get(account, currency);
    long amount = event.value(Field.AMOUNT_MICROS);
    dayStart.set(account, currency, start == UNKNOWN ? UNKNOWN : sum(start, amount));
    peaks.settle(account, currency);
    peaks.look(ledger, account, currency);
  }

  private void dayStarted(LedgerView ledger) {
    Arrays.fill(ordersToday, 0);
    for (int account = 0; account < accounts.end(); account++) {
      for (int currency = 0; currency < currencies.end(); currency++) {
        if (accounts.has(account) && currencies.has(currency)) {
          dayStart.set(account, currency, equity(ledger, account, currency));
        }
      }
    }
  }

  private void accepted(EventView event) {
    long lots = event.value(Field.LOTS);
    // An all-in order that waits for its size, and one that is held back for its entry, have not
    // been asked yet: they count once they are activated.
    if (isCounted(event) && lots > 0 && event.value(Field.STATUS) != SUSPENDED) {
      ordersToday[event.id(Field.ACCOUNT)]++;
      work(event, open.find(event.value(Field.ORDER)), lots);
    }
  }

  /// Sets a reduce-only order apart, with what it may already have working.
  private void termed(EventView event) {
    long order = event.value(Field.ORDER);
    if (isCounted(event) && event.value(Field.REDUCE_ONLY) != 0 && !isReduceOnly(order)) {
      reduceOnly.putAt(reduceOnly.find(order), order, REDUCES);
      Stake stake = stakes.begun(event.id(Field.ACCOUNT), event.id(Field.INSTRUMENT));
      workReducing(event, stake, open.lots(order));
    }
  }

  private void activated(EventView event) {
    if (isCounted(event)) {
      int order = open.find(event.value(Field.ORDER));
      long counted = open.lotsAt(order);
      if (counted == 0) {
        ordersToday[event.id(Field.ACCOUNT)]++;
      }
      work(event, order, event.value(Field.LOTS) - counted);
    }
  }

  private void filled(EventView event, LedgerView ledger) {
    int account = event.id(Field.ACCOUNT);
    int instrument = event.id(Field.INSTRUMENT);
    if (!isCounted(event)) {
      peaks.moved(ledger, instrument, account);
      return;
    }
    long lots = event.value(Field.LOTS);
    int order = open.find(event.value(Field.ORDER));
    if (lots > open.lotsAt(order)) {
      throw new IllegalStateException(
          "order "
              + event.value(Field.ORDER)
              + " traded "
              + lots
              + " lots, had "
              + open.lotsAt(order));
    }
    Stake stake = stakes.begun(account, instrument);
    peaks.settle(stake.purse);
    boolean whole = lots == open.lotsAt(order);
    work(event, order, -lots);
    if (whole) {
      forget(event);
    }
    hold(ledger, stake, account, instrument);
    peaks.moved(ledger, instrument, account);
    peaks.look(ledger, stake.purse, account, instruments.currencyId(instrument));
  }

  /// An order that does not count yet is left alone.
  private void changed(EventView event) {
    if (isCounted(event)) {
      int order = open.find(event.value(Field.ORDER));
      long working = open.lotsAt(order);
      if (working > 0) {
        work(event, order, event.value(Field.REMAINING_LOTS) - working);
      }
    }
  }

  private void ended(EventView event) {
    if (isCounted(event)) {
      int order = open.find(event.value(Field.ORDER));
      long working = open.lotsAt(order);
      if (working > 0) {
        work(event, order, -working);
      }
      forget(event);
    }
  }

  /// An order that has ended reduces nothing any more.
  private void forget(EventView event) {
    long order = event.value(Field.ORDER);
    if (isReduceOnly(order)) {
      reduceOnly.putAt(reduceOnly.find(order), order, 0);
    }
  }

  private boolean isReduceOnly(long orderId) {
    return !reduceOnly.isEmpty() && reduceOnly.lots(orderId) != 0;
  }

  /// Adds lots to what works, of an order that was found among the open ones.
  private void work(EventView event, int order, long delta) {
    int account = event.id(Field.ACCOUNT);
    int instrument = event.id(Field.INSTRUMENT);
    Stake stake = stakes.begun(account, instrument);
    if (event.value(Field.SIDE) == BUY) {
      stake.buyLots = Math.addExact(stake.buyLots, delta);
    } else {
      stake.sellLots = Math.addExact(stake.sellLots, delta);
    }
    if (isReduceOnly(event.value(Field.ORDER))) {
      workReducing(event, stake, delta);
    }
    open.putAt(order, event.value(Field.ORDER), open.lotsAt(order) + delta);
    activate(stake, account, instrument);
  }

  private static void workReducing(EventView event, Stake stake, long delta) {
    if (event.value(Field.SIDE) == BUY) {
      stake.reducingBuyLots += delta;
    } else {
      stake.reducingSellLots += delta;
    }
  }

  /// Looks in the books whether a position is held; only a fill changes it.
  private void hold(LedgerView ledger, Stake stake, int accountId, int instrumentId) {
    boolean held = ledger.netLots(accountId, instrumentId) != 0;
    if (held != stake.held) {
      stake.held = held;
      peaks.hold(accountId, instrumentId, held);
    }
    activate(stake, accountId, instrumentId);
  }

  private void activate(Stake stake, int accountId, int instrumentId) {
    boolean isActive = stake.held || stake.buyLots != 0 || stake.sellLots != 0;
    if (isActive != stake.active) {
      stake.active = isActive;
      active.set(accountId, instrumentId, isActive);
    }
  }

  /// {@return whether it is of an account: the market's own orders are not counted}
  private static boolean isCounted(EventView event) {
    return event.value(Field.ACCOUNT) > 0 && event.value(Field.ORDER) > 0;
  }

  private static long equity(LedgerView ledger, int accountId, int currencyId) {
    try {
      return ledger.equityMicros(accountId, currencyId);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private static long sum(long start, long amount) {
    try {
      return Math.addExact(start, amount);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }
}
