package trading.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trading.api.spi.LedgerView;
import trading.api.spi.RiskRule;
import trading.api.spi.Usage;
import trading.risk.rule.Ratio;

/// Looks at one account while the engine stands still, for people.
final class Assessment {
  private static final long PERCENT = 100_000_000;
  private static final long TIMES = 1_000_000;

  private final Counters counters;
  private final LedgerView ledger;
  private final Account account;
  private final LentRiskView view = new LentRiskView();

  Assessment(Counters counters, LedgerView ledger, Account account) {
    this.counters = counters;
    this.ledger = ledger;
    this.account = account;
  }

  RiskSummary summary() {
    List<LimitUse> uses = uses();
    Optional<LimitUse> most = most(uses);
    String name = counters.accounts().name(account.id);
    return new RiskSummary(
        name,
        level(most),
        most.map(use -> use.sentence(name)).orElse("no rule has a limit to tell"),
        account.ordersToday,
        account.rules.summaries(),
        uses,
        money(),
        working());
  }

  PortfolioRisk portfolioRisk() {
    List<LimitUse> uses = uses();
    return new PortfolioRisk(
        counters.accounts().name(account.id),
        level(most(uses)),
        currencies().stream().map(this::position).toList(),
        uses);
  }

  /// {@return the limit that is used most, the first of equals}
  private static Optional<LimitUse> most(List<LimitUse> uses) {
    return uses.stream().max(Comparator.comparingLong(LimitUse::useMillionths));
  }

  private static RiskLevel level(Optional<LimitUse> most) {
    return RiskLevel.of(most.map(LimitUse::useMillionths).orElse(0L));
  }

  private List<LimitUse> uses() {
    List<LimitUse> uses = new ArrayList<>();
    for (RuleSet.ActiveRule active : account.rules.rules()) {
      scope(active.rule())
          .ifPresentOrElse(
              scope -> ask(active, scope, uses),
              () -> uses.add(LimitUse.failed(active.id(), "", "", "it does not say for what")));
    }
    return uses;
  }

  private static Optional<Usage.Scope> scope(RiskRule rule) {
    try {
      return Optional.ofNullable(rule.scope());
    } catch (Throwable thrown) {
      Failures.rethrowIfFatal(thrown);
      return Optional.empty();
    }
  }

  private void ask(RuleSet.ActiveRule active, Usage.Scope scope, List<LimitUse> uses) {
    switch (scope) {
      case ACCOUNT -> {
        view.lendAccount(ledger, account);
        ask(active, "", "", uses);
      }
      case CURRENCY -> {
        for (int currency : currencies()) {
          view.lendCurrency(ledger, account, currency);
          ask(active, counters.currencies().name(currency), "", uses);
        }
      }
      case INSTRUMENT -> {
        for (int i = 0; i < account.active.size(); i++) {
          Listing listing = account.active.get(i).listing;
          view.lend(ledger, account, listing);
          String currency = counters.currencies().name(listing.currencyId);
          ask(active, currency, counters.instruments().symbol(listing.id), uses);
        }
      }
    }
  }

  @SuppressWarnings("NullableOptional") // A stranger's rule may answer null.
  private void ask(RuleSet.ActiveRule active, String currency, String symbol, List<LimitUse> uses) {
    @Nullable Optional<Usage> usage = null;
    String failure = "the rule answered null";
    try {
      usage = active.rule().usage(view);
    } catch (Throwable thrown) {
      Failures.rethrowIfFatal(thrown);
      failure = "the rule failed with " + thrown.getClass().getName();
    }
    if (usage == null) {
      uses.add(LimitUse.failed(active.id(), currency, symbol, failure));
    } else if (usage.isPresent()) {
      uses.add(new LimitUse(active.id(), currency, symbol, usage.get(), ""));
    }
  }

  /// {@return the currencies in which the account has, or has had, money, positions or working
  /// orders}
  private List<Integer> currencies() {
    List<Integer> all = new ArrayList<>();
    for (int id = 0; id < counters.currencies().end(); id++) {
      if (counters.currencies().has(id) && hasAny(id)) {
        all.add(id);
      }
    }
    return all;
  }

  private boolean hasAny(int currency) {
    for (int i = 0; i < account.active.size(); i++) {
      if (account.active.get(i).listing.currencyId == currency) {
        return true;
      }
    }
    return ledger.cashMicros(account.id, currency) != 0
        || ledger.depositsMicros(account.id, currency) != 0;
  }

  private PortfolioRisk.Money position(int currency) {
    view.lendCurrency(ledger, account, currency);
    long equity = view.equityMicros();
    long peak = view.peakEquityMicros();
    long drawdown = Math.subtractExact(peak, equity);
    long withWorking = view.grossExposureMicros();
    long gross = 0;
    long net = 0;
    for (int i = 0; i < account.active.size(); i++) {
      long value = value(account.active.get(i).listing, currency);
      gross = Math.addExact(gross, Math.absExact(value));
      net = Math.addExact(net, value);
    }
    return new PortfolioRisk.Money(
        counters.currencies().name(currency),
        equity,
        gross,
        net,
        withWorking < 0 ? OptionalLong.empty() : OptionalLong.of(withWorking),
        share(gross, equity, TIMES),
        largest(currency, equity),
        peak,
        drawdown,
        share(drawdown, peak, PERCENT),
        view.dayProfitMicros());
  }

  private Optional<PortfolioRisk.Largest> largest(int currency, long equity) {
    Listing largest = Listing.NONE;
    for (int i = 0; i < account.active.size(); i++) {
      Listing listing = account.active.get(i).listing;
      boolean larger =
          Math.absExact(value(listing, currency)) > Math.absExact(value(largest, currency));
      largest = larger ? listing : largest;
    }
    long value = value(largest, currency);
    return value == 0
        ? Optional.empty()
        : Optional.of(
            new PortfolioRisk.Largest(
                counters.instruments().symbol(largest.id),
                value,
                share(Math.absExact(value), equity, PERCENT)));
  }

  /// {@return the value of a position; 0 when it is of another currency, or of no instrument}
  private long value(Listing listing, int currency) {
    return listing.currencyId != currency
        ? 0
        : Math.multiplyExact(
            Math.multiplyExact(
                ledger.netLots(account.id, listing.id), ledger.markTicks(listing.id)),
            listing.tickValueMicros);
  }

  private static OptionalLong share(long value, long base, long whole) {
    return base > 0 ? OptionalLong.of(Ratio.roundedUp(value, base, whole)) : OptionalLong.empty();
  }

  private List<RiskSummary.Money> money() {
    List<RiskSummary.Money> money = new ArrayList<>();
    Names currencies = counters.currencies();
    for (int id = 0; id < currencies.end(); id++) {
      long equity = ledger.equityMicros(account.id, id);
      long profit = account.purse(id).dayProfit(equity);
      if (equity != 0 || profit != 0 || ledger.depositsMicros(account.id, id) != 0) {
        money.add(new RiskSummary.Money(currencies.name(id), equity, profit));
      }
    }
    return money;
  }

  private List<RiskSummary.Working> working() {
    List<RiskSummary.Working> working = new ArrayList<>();
    for (int i = 0; i < account.active.size(); i++) {
      Stake stake = account.active.get(i);
      if (stake.buyLots != 0 || stake.sellLots != 0) {
        String symbol = counters.instruments().symbol(stake.listing.id);
        working.add(new RiskSummary.Working(symbol, stake.buyLots, stake.sellLots));
      }
    }
    return working;
  }
}
