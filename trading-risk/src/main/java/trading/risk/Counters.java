package trading.risk;

import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
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
  private static final long REDUCES = 1;
  private static final int BUY = Side.BUY.ordinal();
  private static final int SUSPENDED = OrderStatus.SUSPENDED.ordinal();

  private final Names currencies = new Names();
  private final Accounts accounts = new Accounts();
  private final Instruments instruments = new Instruments();
  private final OpenOrders open = new OpenOrders();

  /// Holds [#REDUCES] for each order that may only reduce and has not ended, also while it does not
  /// count yet.
  private final OpenOrders reduceOnly = new OpenOrders();

  private boolean behind;

  Accounts accounts() {
    return accounts;
  }

  Names currencies() {
    return currencies;
  }

  Instruments instruments() {
    return instruments;
  }

  /// Begins with a number of orders of which there were no events.
  void begin(int accountId, long newOrdersToday) {
    accounts.opened(accountId).ordersToday = newOrdersToday;
    behind = true;
  }

  /// Begins with money of which there were no events.
  void begin(int accountId, int currencyId, long dayStartMicros, long highestProfitMicros) {
    Purse purse = accounts.opened(accountId).begun(currencyId);
    purse.dayStart = dayStartMicros;
    purse.highest = highestProfitMicros;
  }

  /// Finds in the books, once after a restart or a begin, what is no part of the state.
  void catchUp(LedgerView ledger) {
    if (!behind) {
      return;
    }
    behind = false;
    for (int instrument = 0; instrument < instruments.end(); instrument++) {
      instruments.get(instrument).mark(ledger);
    }
    for (int account = 0; account < accounts.end(); account++) {
      if (accounts.has(account)) {
        catchUp(ledger, accounts.get(account));
      }
    }
  }

  private void catchUp(LedgerView ledger, Account account) {
    for (int instrument = 0; instrument < instruments.end(); instrument++) {
      Listing listing = instruments.get(instrument);
      boolean held = ledger.netLots(account.id, instrument) != 0;
      if (held || listing.stake(account.id) != Stake.NONE) {
        listing.begun(account).hold(ledger);
      }
    }
    for (int currency = 0; currency < currencies.end(); currency++) {
      if (currencies.has(currency)) {
        account.begun(currency).lookAnew(ledger);
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
      case ACCOUNT_OPENED -> accounts.open(event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
      case CASH_MOVED ->
          accounts
              .get(event.id(Field.ACCOUNT))
              .begun(event.id(Field.CURRENCY))
              .deposit(ledger, event.value(Field.AMOUNT_MICROS));
      case DAY_STARTED -> dayStarted(ledger);
      case ORDER_ACCEPTED -> accepted(event);
      case ORDER_ACTIVATED -> activated(event);
      case ORDER_FILLED -> filled(event, ledger);
      case ORDER_AMENDED, ORDER_REDUCED -> changed(event);
      case ORDER_CANCELED, ORDER_REJECTED -> ended(event);
      case QUOTED, BAR_OPENED, BAR_CLOSED ->
          instruments.get(event.id(Field.INSTRUMENT)).moved(ledger, Purse.EMPTY);
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
      out.putLong(accounts.get(account).ordersToday);
    }
    writePurses(out, purse -> purse.dayStart);
    writeStakes(out, stake -> stake.buyLots);
    writeStakes(out, stake -> stake.sellLots);
    writeStakes(out, stake -> stake.reducingBuyLots);
    writeStakes(out, stake -> stake.reducingSellLots);
    open.write(out);
    reduceOnly.write(out);
    writePurses(out, Purse::settledHighest);
  }

  private void writePurses(StateWriter out, ToLongFunction<Purse> number) {
    Cells.write(
        out,
        cells -> {
          for (int account = 0; account < accounts.end(); account++) {
            for (int currency = 0; currency < currencies.end(); currency++) {
              Purse purse = accounts.get(account).purse(currency);
              cells.set(account, currency, number.applyAsLong(purse));
            }
          }
        });
  }

  /// Visits only what was begun: most accounts use few of the instruments.
  private void writeStakes(StateWriter out, ToLongFunction<Stake> number) {
    Cells.write(
        out,
        cells -> {
          for (int account = 0; account < accounts.end(); account++) {
            StakeList begun = accounts.get(account).stakes;
            for (int i = 0; i < begun.size(); i++) {
              Stake stake = begun.get(i);
              cells.set(account, stake.listing.id, number.applyAsLong(stake));
            }
          }
        });
  }

  /// Fills empty counters.
  void read(StateReader in) {
    currencies.read(in);
    accounts.read(in);
    instruments.read(in);
    for (int account = 0; account < accounts.end(); account++) {
      long orders = in.takeLong();
      if (accounts.has(account)) {
        accounts.get(account).ordersToday = orders;
      }
    }
    readPurses(in, (purse, micros) -> purse.dayStart = micros);
    readStakes(in, (stake, lots) -> stake.buyLots = lots);
    readStakes(in, (stake, lots) -> stake.sellLots = lots);
    readStakes(in, (stake, lots) -> stake.reducingBuyLots = lots);
    readStakes(in, (stake, lots) -> stake.reducingSellLots = lots);
    open.read(in);
    reduceOnly.read(in);
    readPurses(in, (purse, micros) -> purse.highest = micros);
    behind = true;
  }

  private void readPurses(StateReader in, ObjLongConsumer<Purse> number) {
    Cells.read(
        in,
        (account, currency, value) -> number.accept(accounts.get(account).begun(currency), value));
  }

  private void readStakes(StateReader in, ObjLongConsumer<Stake> number) {
    Cells.read(
        in,
        (account, instrument, value) ->
            number.accept(instruments.get(instrument).begun(accounts.get(account)), value));
  }

  private void dayStarted(LedgerView ledger) {
    for (int account = 0; account < accounts.end(); account++) {
      if (accounts.has(account)) {
        startDay(ledger, accounts.get(account));
      }
    }
  }

  private void startDay(LedgerView ledger, Account account) {
    account.ordersToday = 0;
    for (int currency = 0; currency < currencies.end(); currency++) {
      if (currencies.has(currency)) {
        account.begun(currency).startDay(ledger);
      }
    }
  }

  private void accepted(EventView event) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    long lots = event.value(Field.LOTS);
    // An all-in order that waits for its size, and one that is held back for its entry, have not
    // been asked yet: they count once they are activated.
    if (isCounted(account, order) && lots > 0 && event.value(Field.STATUS) != SUSPENDED) {
      Stake stake = stake(event, account);
      stake.account.ordersToday++;
      work(stake, isBuy(event), order, open.lots(order), lots);
      stake.activate();
    }
  }

  /// Sets a reduce-only order apart, with what it may already have working.
  private void termed(EventView event) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    if (isCounted(account, order) && event.value(Field.REDUCE_ONLY) != 0 && !isReduceOnly(order)) {
      reduceOnly.set(order, REDUCES);
      stake(event, account).workReducing(isBuy(event), open.lots(order));
    }
  }

  private void activated(EventView event) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    if (isCounted(account, order)) {
      long working = open.lots(order);
      Stake stake = stake(event, account);
      if (working == 0) {
        stake.account.ordersToday++;
      }
      work(stake, isBuy(event), order, working, event.value(Field.LOTS) - working);
      stake.activate();
    }
  }

  private void filled(EventView event, LedgerView ledger) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    if (isCounted(account, order)) {
      filled(stake(event, account), isBuy(event), order, event.value(Field.LOTS), ledger);
    } else {
      instruments.get(event.id(Field.INSTRUMENT)).moved(ledger, Purse.EMPTY);
    }
  }

  private void filled(Stake stake, boolean buys, long order, long lots, LedgerView ledger) {
    long working = open.lots(order);
    if (lots > working) {
      throw new IllegalStateException(
          "order " + order + " traded " + lots + " lots, had " + working);
    }
    stake.purse.leave();
    work(stake, buys, order, working, -lots);
    if (lots == working) {
      forget(order);
    }
    stake.hold(ledger);
    stake.listing.moved(ledger, stake.purse);
    stake.purse.look(ledger);
  }

  /// An order that does not count yet is left alone.
  private void changed(EventView event) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    long working = isCounted(account, order) ? open.lots(order) : 0;
    if (working > 0) {
      Stake stake = stake(event, account);
      long delta = event.value(Field.REMAINING_LOTS) - working;
      work(stake, isBuy(event), order, working, delta);
      stake.activate();
    }
  }

  private void ended(EventView event) {
    int account = event.id(Field.ACCOUNT);
    long order = event.value(Field.ORDER);
    long working = isCounted(account, order) ? open.lots(order) : 0;
    if (working > 0) {
      Stake stake = stake(event, account);
      work(stake, isBuy(event), order, working, -working);
      stake.activate();
    }
    forget(order);
  }

  /// An order that has ended reduces nothing any more.
  private void forget(long order) {
    if (isReduceOnly(order)) {
      reduceOnly.set(order, 0);
    }
  }

  private boolean isReduceOnly(long order) {
    return !reduceOnly.isEmpty() && reduceOnly.lots(order) != 0;
  }

  /// Adds lots to what works of an order; the stake is to be held or activated then.
  private void work(Stake stake, boolean buys, long order, long working, long delta) {
    stake.work(buys, delta);
    if (isReduceOnly(order)) {
      stake.workReducing(buys, delta);
    }
    open.set(order, working + delta);
  }

  private Stake stake(EventView event, int accountId) {
    Listing listing = instruments.get(event.id(Field.INSTRUMENT));
    Stake stake = listing.stake(accountId);
    return stake == Stake.NONE ? listing.begun(accounts.get(accountId)) : stake;
  }

  private static boolean isBuy(EventView event) {
    return event.value(Field.SIDE) == BUY;
  }

  /// {@return whether it is of an account: the market's own orders are not counted}
  private static boolean isCounted(int account, long order) {
    return account > 0 && order > 0;
  }
}
