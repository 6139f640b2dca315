package trading.portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.Position;
import trading.api.spi.LedgerView;

/// What one account has done so far. Not for several threads.
final class Account {
  private final int id;
  private final String name;
  private final LedgerView ledger;
  private final PortfolioConfig config;
  private final TreeMap<Integer, Names.Listed> traded = new TreeMap<>();
  private final TreeMap<String, Money> moneys = new TreeMap<>();
  private final ArrayDeque<Transaction> transactions = new ArrayDeque<>();

  Account(int id, String name, LedgerView ledger, PortfolioConfig config) {
    this.id = id;
    this.name = name;
    this.ledger = ledger;
    this.config = config;
  }

  int id() {
    return id;
  }

  String name() {
    return name;
  }

  /// {@return its money in a currency, begun when there is none}
  Money money(String currency, int currencyId) {
    return moneys.computeIfAbsent(
        currency, _ -> new Money(this, currency, currencyId, ledger, config));
  }

  /// {@return its money in all currencies in which it ever had something, by currency}
  Collection<Money> moneys() {
    return moneys.values();
  }

  Optional<Money> money(String currency) {
    return Optional.ofNullable(moneys.get(currency));
  }

  /// Takes note that it trades an instrument.
  void begin(Names.Listed listed) {
    traded.put(listed.id(), listed);
  }

  void keep(Transaction transaction) {
    if (transactions.size() == config.kept()) {
      transactions.removeFirst();
    }
    transactions.addLast(transaction);
  }

  List<Transaction> transactions(TransactionFilter filter, int limit) {
    List<Transaction> newest = new ArrayList<>();
    Iterator<Transaction> backward = transactions.descendingIterator();
    while (backward.hasNext() && newest.size() < limit) {
      Transaction transaction = backward.next();
      if (filter.takes(transaction)) {
        newest.add(transaction);
      }
    }
    return List.copyOf(newest);
  }

  List<Position> positions() {
    return traded.values().stream()
        .map(this::position)
        .sorted(Comparator.comparing(position -> position.instrument().symbol()))
        .toList();
  }

  private Position position(Names.Listed listed) {
    return new Position(
        name,
        listed.instrument(),
        ledger.netLots(id, listed.id()),
        ledger.openCostMicros(id, listed.id()),
        ledger.markTicks(listed.id()),
        ledger.realisedMicros(id, listed.id()),
        ledger.unrealisedMicros(id, listed.id()),
        ledger.feesMicros(id, listed.id()));
  }

  List<PortfolioSummary> summaries() {
    List<PortfolioSummary> summaries = new ArrayList<>();
    for (Money money : moneys.values()) {
      List<Names.Listed> own =
          traded.values().stream()
              .filter(listed -> listed.currencyId() == money.currencyId())
              .toList();
      if (money.isAny() || !own.isEmpty()) {
        summaries.add(summary(money, own));
      }
    }
    return List.copyOf(summaries);
  }

  private PortfolioSummary summary(Money money, List<Names.Listed> own) {
    long realised = 0;
    long unrealised = 0;
    long fees = 0;
    for (Names.Listed listed : own) {
      realised = Math.addExact(realised, ledger.realisedMicros(id, listed.id()));
      unrealised = Math.addExact(unrealised, ledger.unrealisedMicros(id, listed.id()));
      fees = Math.addExact(fees, ledger.feesMicros(id, listed.id()));
    }
    return money.summary(realised, unrealised, fees);
  }
}
