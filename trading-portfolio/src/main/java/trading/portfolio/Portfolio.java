package trading.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import trading.api.BadInputException;
import trading.api.Liquidity;
import trading.api.Position;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;
import trading.api.spi.LedgerView;

/// The accounts by name, for people: positions, summaries, transactions.
///
/// It learns names from the listing events and keeps every fill; amounts come from the ledger that
/// is handed in. Safe for several threads. The ledger itself is not: hand it in where it cannot
/// change until the call returns.
public final class Portfolio implements EventListener {
  private static final Side[] SIDES = Side.values();
  private static final Liquidity[] LIQUIDITIES = Liquidity.values();

  private final Names names = new Names();
  private final List<Account> accounts = new ArrayList<>();
  private final TreeMap<String, Account> byName = new TreeMap<>();

  /// Creates it without any account.
  public Portfolio() {}

  /// What an account has done so far.
  private record Account(int id, String name, TreeSet<Integer> traded, List<Transaction> fills) {}

  /// Takes an event.
  ///
  /// @param event lent until the call returns
  /// @throws IllegalStateException when it names an id that was never given out
  @Override
  public synchronized void onEvent(EventView event) {
    names.learn(event);
    if (event.type() == EventType.ACCOUNT_OPENED) {
      open(event.id(Field.ACCOUNT));
    } else if (event.type() == EventType.ORDER_FILLED && event.id(Field.ACCOUNT) != Names.MARKET) {
      keep(event);
    }
  }

  private void open(int accountId) {
    String name = names.account(accountId);
    Account account = new Account(accountId, name, new TreeSet<>(), new ArrayList<>());
    accounts.add(account);
    byName.put(name, account);
  }

  private void keep(EventView event) {
    String name = names.account(event.id(Field.ACCOUNT));
    Names.Listed listed = names.instrument(event.id(Field.INSTRUMENT));
    long priceTicks = event.value(Field.PRICE_TICKS);
    long lots = event.value(Field.LOTS);
    Account account = accounts.get(event.id(Field.ACCOUNT) - 1);
    account.traded().add(listed.id());
    account
        .fills()
        .add(
            new Transaction(
                event.value(Field.TRADE),
                event.value(Field.ORDER),
                event.atNanos(),
                name,
                listed.instrument(),
                SIDES[event.id(Field.SIDE)],
                LIQUIDITIES[event.id(Field.LIQUIDITY)],
                priceTicks,
                lots,
                listed.notionalMicros(priceTicks, lots),
                event.value(Field.FEE_MICROS)));
  }

  /// {@return the names of all accounts, in the order in which they were opened}
  public synchronized List<String> accounts() {
    return List.copyOf(names.accounts());
  }

  /// {@return the positions of an account, by symbol; what it traded and closed is among them}
  ///
  /// @param account the account
  /// @param ledger the books, which must not change during the call
  /// @throws BadInputException when the account is not open
  /// @throws ArithmeticException when the value of a position does not fit a `long`
  public synchronized List<Position> positions(String account, LedgerView ledger) {
    Account known = known(account);
    return names.instruments().stream()
        .filter(listed -> isHeld(known, listed, ledger))
        .map(listed -> position(known, listed, ledger))
        .sorted(Comparator.comparing(position -> position.instrument().symbol()))
        .toList();
  }

  /// {@return an account's summaries, one for each currency with money or positions, by currency}
  ///
  /// @param account the account
  /// @param ledger the books, which must not change during the call
  /// @throws BadInputException when the account is not open
  /// @throws ArithmeticException when a sum does not fit a `long`
  public synchronized List<PortfolioSummary> summary(String account, LedgerView ledger) {
    Account known = known(account);
    List<PortfolioSummary> summaries = new ArrayList<>();
    for (int id = 1; id <= names.currencies().size(); id++) {
      List<Position> positions = positionsIn(id, known, ledger);
      if (!positions.isEmpty() || hasMoney(known, id, ledger)) {
        summaries.add(summary(known, id, positions, ledger));
      }
    }
    summaries.sort(Comparator.comparing(PortfolioSummary::currency));
    return List.copyOf(summaries);
  }

  private List<Position> positionsIn(int currencyId, Account account, LedgerView ledger) {
    return names.instruments().stream()
        .filter(listed -> listed.currencyId() == currencyId && isHeld(account, listed, ledger))
        .map(listed -> position(account, listed, ledger))
        .toList();
  }

  private PortfolioSummary summary(
      Account account, int currencyId, List<Position> positions, LedgerView ledger) {
    long realised = 0;
    long unrealised = 0;
    long fees = 0;
    for (Position position : positions) {
      realised = Math.addExact(realised, position.realisedMicros());
      unrealised = Math.addExact(unrealised, position.unrealisedMicros());
      fees = Math.addExact(fees, position.feesMicros());
    }
    long cash = ledger.cashMicros(account.id(), currencyId);
    long equity = ledger.equityMicros(account.id(), currencyId);
    return new PortfolioSummary(
        account.name(),
        names.currencies().get(currencyId - 1),
        ledger.depositsMicros(account.id(), currencyId),
        cash,
        Math.subtractExact(equity, cash),
        realised,
        unrealised,
        fees,
        equity);
  }

  private static boolean hasMoney(Account account, int currencyId, LedgerView ledger) {
    return ledger.cashMicros(account.id(), currencyId) != 0
        || ledger.depositsMicros(account.id(), currencyId) != 0;
  }

  private static boolean isHeld(Account account, Names.Listed listed, LedgerView ledger) {
    return account.traded().contains(listed.id()) || ledger.netLots(account.id(), listed.id()) != 0;
  }

  private static Position position(Account account, Names.Listed listed, LedgerView ledger) {
    return new Position(
        account.name(),
        listed.instrument(),
        ledger.netLots(account.id(), listed.id()),
        ledger.openCostMicros(account.id(), listed.id()),
        ledger.markTicks(listed.id()),
        ledger.realisedMicros(account.id(), listed.id()),
        ledger.unrealisedMicros(account.id(), listed.id()),
        ledger.feesMicros(account.id(), listed.id()));
  }

  /// {@return the last transactions of an account, newest first}
  ///
  /// @param account the account
  /// @param limit how many at most, 1 or more
  /// @throws BadInputException when the account is not open or the limit below 1
  public synchronized List<Transaction> transactions(String account, int limit) {
    List<Transaction> fills = known(account).fills();
    if (limit < 1) {
      throw new BadInputException(
          Reason.BAD_SETTING, "limit of transactions must be 1 or more, was " + limit);
    }
    int from = Math.max(0, fills.size() - limit);
    return List.copyOf(fills.subList(from, fills.size()).reversed());
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
