package trading.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRuleProvider;

/// Checks orders against given positions with the risk rules alone: no engine, no ledger.
///
/// ```java
/// PreTradeCheck check =
///     PreTradeCheck.builder("trader_001")
///         .cash("INR", 10_000_000_000_000L)
///         .position(reliance, 100, reliance.ticks("2500.00"))
///         .open();
/// Optional<Refusal> refusal = check.check(OrderRequest.market("trader_001", "RELIANCE", BUY, 10));
/// ```
///
/// Nothing that it is asked changes it: each order is checked against the same books. For one
/// thread at a time.
public final class PreTradeCheck {
  private final String account;
  private final RuleGate gate;
  private final GivenBooks books;
  private final Map<String, Listed> instruments;

  private PreTradeCheck(
      String account, RuleGate gate, GivenBooks books, Map<String, Listed> instruments) {
    this.account = account;
    this.gate = gate;
    this.books = books;
    this.instruments = instruments;
  }

  /// {@return a builder with the built-in rules at their defaults, and nothing in the books}
  ///
  /// @param account the account's name, which picks its own limits in the configuration
  public static Builder builder(String account) {
    return new Builder(account);
  }

  /// {@return why the order would be refused, or empty}
  ///
  /// @param request an order in lots
  /// @throws IllegalArgumentException for an all-in order: only an engine can size it
  public Optional<Refusal> check(OrderRequest request) {
    if (request.sizing() != Sizing.LOTS) {
      throw new IllegalArgumentException("sizing must be LOTS, was " + request.sizing());
    }
    if (!request.account().equals(account)) {
      return refused(
          Reason.UNKNOWN_ACCOUNT, "account must be " + account + ", was " + request.account());
    }
    Listed listed = instruments.get(request.symbol());
    if (listed == null) {
      return refused(Reason.UNKNOWN_SYMBOL, "symbol " + request.symbol() + " is not given");
    }
    return badLots(request)
        .or(() -> opens(request, listed))
        .or(() -> gate.check(new RequestView(request, listed), books));
  }

  /// {@return the account's limits and their use}
  ///
  /// @throws ArithmeticException when an amount does not fit a `long`
  public RiskSummary summary() {
    return gate.summary(account, books);
  }

  /// {@return how much risk the positions are}
  ///
  /// @throws ArithmeticException when an amount does not fit a `long`
  public PortfolioRisk portfolioRisk() {
    return gate.portfolioRisk(account, books);
  }

  private static Optional<Refusal> badLots(OrderRequest request) {
    long lots = request.lots();
    if (lots >= 1 && lots <= Instrument.MAX_LOTS) {
      return Optional.empty();
    }
    String sentence = "lots must be 1.." + Instrument.MAX_LOTS + ", was " + lots;
    return Optional.of(
        lots < 1
            ? Refusal.of(Reason.QUANTITY_NOT_POSITIVE, 1, lots, sentence)
            : Refusal.of(Reason.QUANTITY_TOO_LARGE, Instrument.MAX_LOTS, lots, sentence));
  }

  /// Refuses a reduce-only order that would do more than reduce, as an engine does.
  private Optional<Refusal> opens(OrderRequest request, Listed listed) {
    long held = -request.side().sign() * books.netLots(GivenBooks.ACCOUNT, listed.id());
    long bound = Math.max(0, held);
    if (!request.terms().reduceOnly() || request.lots() <= bound) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            Reason.REDUCE_ONLY_WOULD_OPEN,
            bound,
            request.lots(),
            "a reduce-only order must be at most the position of "
                + bound
                + " lots, was "
                + request.lots()));
  }

  private static Optional<Refusal> refused(Reason reason, String sentence) {
    return Optional.of(Refusal.of(reason, 0, 0, sentence));
  }

  /// The books of one account, and the rules.
  public static final class Builder {
    private final String account;
    private final Map<String, Given> instruments = new TreeMap<>();
    private final Map<String, Money> money = new TreeMap<>();
    private RiskConfig config = RiskConfig.defaults();
    private List<RiskRuleProvider> providers = BuiltInRules.providers();
    private long ordersToday;

    private Builder(String account) {
      this.account = account;
    }

    /// {@return this, with other limits}
    ///
    /// @param newConfig which rules run, with which settings
    public Builder config(RiskConfig newConfig) {
      config = newConfig;
      return this;
    }

    /// {@return this, with other makers of rules}
    ///
    /// @param newProviders all of them; [BuiltInRules#providers] are not added
    public Builder providers(List<RiskRuleProvider> newProviders) {
      providers = List.copyOf(newProviders);
      return this;
    }

    /// {@return this, with cash in a currency}
    ///
    /// @param currency the currency
    /// @param micros the cash, negative when owed
    public Builder cash(String currency, long micros) {
      money(currency).cash = micros;
      return this;
    }

    /// {@return this, with a profit of the day in a currency; else it is 0}
    ///
    /// @param currency the currency
    /// @param micros equity now less equity at the day's start, negative for a loss
    public Builder dayProfit(String currency, long micros) {
      money(currency).dayProfit = micros;
      return this;
    }

    /// {@return this, with the highest equity so far in a currency; else it is that of now}
    ///
    /// @param currency the currency
    /// @param micros the highest equity; one below that of now counts as that of now
    public Builder peakEquity(String currency, long micros) {
      money(currency).peak = OptionalLong.of(micros);
      return this;
    }

    /// {@return this, with a position and its price}
    ///
    /// @param instrument the instrument
    /// @param netLots what is held, negative when short
    /// @param markTicks the price, 0 when there is none
    public Builder position(Instrument instrument, long netLots, long markTicks) {
      given(instrument).net = netLots;
      return mark(instrument, markTicks);
    }

    /// {@return this, with the price of an instrument, which can then be ordered}
    ///
    /// @param instrument the instrument
    /// @param markTicks the price, 0 when there is none
    public Builder mark(Instrument instrument, long markTicks) {
      if (markTicks < 0 || markTicks > Instrument.MAX_PRICE_TICKS) {
        throw new IllegalArgumentException(
            "mark of "
                + instrument.symbol()
                + " must be 0.."
                + Instrument.MAX_PRICE_TICKS
                + " ticks, was "
                + markTicks);
      }
      given(instrument).mark = markTicks;
      return this;
    }

    /// {@return this, with a working order that is not reduce-only; it does not count as one of
    /// this day}
    ///
    /// @param instrument the instrument
    /// @param side its side
    /// @param lots what it has still to trade, positive
    public Builder working(Instrument instrument, Side side, long lots) {
      return working(instrument, new Working(side, lots, false));
    }

    /// {@return this, with a working reduce-only order; it does not count as one of this day}
    ///
    /// @param instrument the instrument
    /// @param side its side
    /// @param lots what it has still to trade, positive
    public Builder workingReduceOnly(Instrument instrument, Side side, long lots) {
      return working(instrument, new Working(side, lots, true));
    }

    private Builder working(Instrument instrument, Working order) {
      long lots = order.lots();
      if (lots < 1) {
        throw new IllegalArgumentException(
            "working lots of " + instrument.symbol() + " must be positive, was " + lots);
      }
      given(instrument).working.add(order);
      return this;
    }

    /// {@return this, with a number of orders of this day; else it is 0}
    ///
    /// @param orders how many have been accepted
    public Builder ordersToday(long orders) {
      if (orders < 0) {
        throw new IllegalArgumentException("orders today must be 0 or more, was " + orders);
      }
      ordersToday = orders;
      return this;
    }

    /// {@return the check}
    ///
    /// @throws BadInputException what [RuleGate#open] says of rules and settings
    /// @throws ArithmeticException when equity does not fit a `long`
    public PreTradeCheck open() {
      GivenFeed feed = new GivenFeed(RuleGate.open(providers, config), account);
      money.keySet().forEach(feed::currency);
      Map<String, Listed> listed = new TreeMap<>();
      instruments.forEach((symbol, given) -> listed.put(symbol, feed.list(given)));
      feed.books(ordersToday, money);
      return new PreTradeCheck(account, feed.gate(), feed.books(), listed);
    }

    private Money money(String currency) {
      Instrument.requireCurrency(currency);
      return money.computeIfAbsent(currency, _ -> new Money());
    }

    private Given given(Instrument instrument) {
      money(instrument.currency());
      Given given = instruments.computeIfAbsent(instrument.symbol(), _ -> new Given(instrument));
      if (!given.instrument.equals(instrument)) {
        throw new IllegalArgumentException(
            "symbol " + instrument.symbol() + " must name one instrument, was given two");
      }
      return given;
    }
  }

  /// What is given of one currency.
  static final class Money {
    long cash;
    long dayProfit;
    OptionalLong peak = OptionalLong.empty();
  }

  /// What is given of one instrument.
  static final class Given {
    final Instrument instrument;
    final List<Working> working = new ArrayList<>();
    long net;
    long mark;

    Given(Instrument instrument) {
      this.instrument = instrument;
    }
  }

  /// A working order.
  record Working(Side side, long lots, boolean reduceOnly) {}

  /// An instrument with its id.
  record Listed(int id, Instrument instrument) {}

  /// A request as rules see it.
  private record RequestView(OrderRequest request, Listed listed) implements OrderView {
    @Override
    public int accountId() {
      return GivenBooks.ACCOUNT;
    }

    @Override
    public String account() {
      return request.account();
    }

    @Override
    public int instrumentId() {
      return listed.id();
    }

    @Override
    public Instrument instrument() {
      return listed.instrument();
    }

    @Override
    public Side side() {
      return request.side();
    }

    @Override
    public OrderType type() {
      return request.type();
    }

    @Override
    public TimeInForce timeInForce() {
      return request.timeInForce();
    }

    @Override
    public long lots() {
      return request.lots();
    }

    @Override
    public long limitTicks() {
      return request.limitTicks();
    }

    @Override
    public long stopTicks() {
      return request.terms().stopTicks();
    }

    @Override
    public boolean reduceOnly() {
      return request.terms().reduceOnly();
    }
  }
}
