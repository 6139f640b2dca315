package trading.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.LedgerView;
import trading.api.spi.OrderView;
import trading.api.spi.RiskGate;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;
import trading.api.spi.Verdict;

/// The gate that asks configured rules, one after the other in id order; the first refusal wins.
///
/// Rules see the account through a view that is fed by the ledger and by counters; the counters are
/// rebuilt from events. A rule that throws or answers null refuses the order. Only the engine's
/// writer may call it.
// Hot: engine only; allocates nothing once warm, unless an order is refused or something is listed.
public final class RuleGate implements RiskGate {
  private final RuleSet defaults;
  private final Map<String, RuleSet> own;
  private final LentRiskView view = new LentRiskView();
  private Counters counters = new Counters();

  private RuleGate(RuleSet defaults, Map<String, RuleSet> own) {
    this.defaults = defaults;
    this.own = own;
  }

  /// {@return a gate with every configured rule made, also those of single accounts}
  ///
  /// @param providers who makes rules, in any order
  /// @param config which rules run, with which settings
  /// @throws BadInputException `UNKNOWN_PLUGIN` for a rule that nobody provides, `DUPLICATE_PLUGIN`
  ///   for two providers with one id, `PLUGIN_FAILED` for a provider that throws, and what a bad
  ///   setting says
  public static RuleGate open(List<RiskRuleProvider> providers, RiskConfig config) {
    RuleCatalog catalog = RuleCatalog.of(providers);
    RuleSet defaults = catalog.create(config.rules(), "");
    Map<String, RuleSet> own = new TreeMap<>();
    for (String account : config.accounts().keySet()) {
      own.put(account, catalog.create(config.rulesOf(account), " of " + account));
    }
    return new RuleGate(defaults, own);
  }

  /// {@return why the order is refused, or empty}
  ///
  /// @param order what asks to be accepted or changed
  /// @param ledger the books
  /// @throws IllegalStateException when its account was not opened or its instrument not listed by
  ///   an event
  @Override
  public Optional<Refusal> check(OrderView order, LedgerView ledger) {
    Account account = counters.accounts().get(order.accountId());
    Listing listing = counters.instruments().get(order.instrumentId());
    if (account == Account.NONE || listing == Listing.NONE) {
      throw new IllegalStateException(
          "the gate knows no account "
              + order.accountId()
              + " or no instrument "
              + order.instrumentId());
    }
    counters.catchUp(ledger);
    view.lend(ledger, account, listing, order);
    List<RuleSet.ActiveRule> rules = account.rules.rules();
    for (int i = 0; i < rules.size(); i++) {
      Optional<Refusal> refusal = ask(rules.get(i), order);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  @Override
  public void apply(EventView event, LedgerView ledger) {
    counters.apply(event, ledger);
    if (event.type() == EventType.ACCOUNT_OPENED) {
      assign(event.id(Field.ACCOUNT));
    }
  }

  @Override
  public void write(StateWriter out) {
    counters.write(out);
  }

  /// Replaces the whole state; nothing changes when it cannot be read.
  ///
  /// @param in what [#write] wrote
  @Override
  public void read(StateReader in) {
    Counters restored = new Counters();
    restored.read(in);
    counters = restored;
    for (int account = 0; account < restored.accounts().end(); account++) {
      if (restored.accounts().has(account)) {
        assign(account);
      }
    }
  }

  /// {@return what the gate knows of an account}
  ///
  /// Called while the engine stands still, with its ledger.
  ///
  /// @param account the account's name
  /// @param ledger the books
  /// @throws BadInputException `UNKNOWN_ACCOUNT` when it was never opened
  /// @throws ArithmeticException when its equity or day's profit does not fit a `long`
  public RiskSummary summary(String account, LedgerView ledger) {
    return assessment(account, ledger).summary();
  }

  /// {@return how much risk an account's positions are}
  ///
  /// Called while the engine stands still, with its ledger.
  ///
  /// @param account the account's name
  /// @param ledger the books
  /// @throws BadInputException `UNKNOWN_ACCOUNT` when it was never opened
  /// @throws ArithmeticException when an amount does not fit a `long`, or its peak is not known
  ///   because equity once did not
  public PortfolioRisk portfolioRisk(String account, LedgerView ledger) {
    return assessment(account, ledger).portfolioRisk();
  }

  /// {@return what it counts, for one who begins with books of which there were no events}
  Counters counters() {
    return counters;
  }

  private Assessment assessment(String account, LedgerView ledger) {
    int id = counters.accounts().id(account);
    if (id < 0) {
      throw new BadInputException(
          Reason.UNKNOWN_ACCOUNT, "account \"" + account + "\" is not open");
    }
    counters.catchUp(ledger);
    return new Assessment(counters, ledger, counters.accounts().get(id));
  }

  private Optional<Refusal> ask(RuleSet.ActiveRule active, OrderView order) {
    @Nullable Verdict verdict;
    try {
      verdict = active.rule().check(order, view);
    } catch (Throwable thrown) {
      Failures.rethrowIfFatal(thrown);
      return failed(active.id(), "failed with " + thrown.getClass().getName(), thrown);
    }
    if (verdict == Verdict.Pass.PASS) {
      return Optional.empty();
    }
    if (verdict instanceof Verdict.Refuse(Reason reason, long limit, long actual, String sentence)
        && reason != null
        && sentence != null) {
      return Optional.of(
          new Refusal(reason, active.id(), limit, actual, sentence, Optional.empty()));
    }
    return failed(active.id(), "answered null", null);
  }

  /// The exception's own words stay out of the sentence: they may differ from run to run, and
  /// sentences are journaled.
  private static Optional<Refusal> failed(String id, String how, @Nullable Throwable cause) {
    return Optional.of(
        new Refusal(
            Reason.RULE_FAILED,
            id,
            0,
            0,
            "risk rule " + id + " " + how,
            Optional.ofNullable(cause)));
  }

  private void assign(int account) {
    Accounts accounts = counters.accounts();
    accounts.opened(account).rules = own.getOrDefault(accounts.name(account), defaults);
  }
}
