package trading.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Parameter;
import trading.api.Refusal;
import trading.api.Settings;
import trading.api.Side;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.portfolio.AverageCostLedger;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// One order through the engine's door: ten rules, order table, book, ledger, answer; no journal.
///
/// Every caller buys and sells by turns at one price, for two accounts of its own, so about every
/// second order trades. [PlaceOrderTable] runs it for several numbers of callers. The warm-up is
/// long, because the compiler is busy with this way for some ten million orders: a percentile
/// measured before shows the compiler.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlaceOrderBenchmark {
  private static final int RULES = 10;
  private static final int MAX_CALLERS = 16;
  private static final int RESERVED = 1_500_000;
  private static final long PRICE_TICKS = 1_000;
  private static final long DEPOSIT_MICROS = 1_000_000_000_000_000_000L;
  private static final String SYMBOL = "CALLS";

  private final AtomicInteger callers = new AtomicInteger();
  private Engine engine = engine();

  /// Creates the benchmark.
  public PlaceOrderBenchmark() {}

  /// One caller with its next orders.
  @State(Scope.Thread)
  public static class Caller {
    private final List<OrderRequest> turns = new ArrayList<>();
    private int turn;

    /// Creates a caller.
    public Caller() {}

    /// Takes two accounts.
    ///
    /// @param benchmark whose engine they are of
    @Setup(Level.Trial)
    public void begin(PlaceOrderBenchmark benchmark) {
      int first = 2 * (benchmark.callers.getAndIncrement() % MAX_CALLERS);
      for (int buyer : List.of(first, first + 1)) {
        int seller = 2 * first + 1 - buyer;
        turns.add(OrderRequest.limit(account(buyer), SYMBOL, Side.BUY, 1, PRICE_TICKS));
        turns.add(OrderRequest.limit(account(seller), SYMBOL, Side.SELL, 1, PRICE_TICKS));
      }
    }

    private OrderRequest next() {
      turn = (turn + 1) % turns.size();
      return turns.get(turn);
    }
  }

  /// Opens a fresh engine, so that every iteration starts with an empty order table.
  @Setup(Level.Iteration)
  public void open() {
    engine = engine();
  }

  private static Engine engine() {
    RuleGate gate = RuleGate.open(providers(), rules());
    Engine engine =
        Engine.open(
            EngineConfig.of(AverageCostLedger.create(), gate, System::nanoTime)
                .reserving(RESERVED));
    Instrument instrument = Instrument.of(SYMBOL, "INR", "0.01", "1");
    engine.listInstrument(instrument);
    for (int i = 0; i < 2 * MAX_CALLERS; i++) {
      engine.openAccount(account(i));
      engine.moveCash(account(i), "INR", DEPOSIT_MICROS);
    }
    engine.onQuote(new FirstPrice(instrument, PRICE_TICKS));
    return engine;
  }

  private static String account(int number) {
    return "caller_" + number;
  }

  /// Every built-in rule, and some of them once more.
  private static List<RiskRuleProvider> providers() {
    List<RiskRuleProvider> providers = new ArrayList<>(BuiltInRules.providers());
    for (int i = 0; providers.size() < RULES; i++) {
      providers.add(new Again(providers.get(i)));
    }
    return providers;
  }

  private static RiskConfig rules() {
    RiskConfig rules = RiskConfig.none();
    for (RiskRuleProvider provider : providers()) {
      boolean isPerDay = provider.id().startsWith("max_orders_per_day");
      rules = rules.withRule(provider.id(), isPerDay ? Map.of("limit", "1000000000000") : Map.of());
    }
    return rules;
  }

  /// A rule under a second id.
  private record Again(RiskRuleProvider first) implements RiskRuleProvider {
    @Override
    public String id() {
      return first.id() + "_again";
    }

    @Override
    public String doc() {
      return first.doc();
    }

    @Override
    public List<Parameter> parameters() {
      return first.parameters();
    }

    @Override
    public RiskRule create(Settings settings) {
      return first.create(settings);
    }
  }

  /// {@return the order}
  ///
  /// @param caller who calls
  @Benchmark
  public Order placeOrder(Caller caller) {
    return switch (engine.placeOrder(caller.next())) {
      case OrderResult.Accepted(Order order) -> order;
      case OrderResult.Rejected(Refusal refusal) ->
          throw new IllegalStateException(refusal.toString());
    };
  }
}
