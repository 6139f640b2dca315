package trading.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Side;
import trading.client.TradingClient;
import trading.risk.RiskConfig;

/// One order through the client: the four built-in rules, book, ledger, answer, listeners.
///
/// An order that rests is placed and canceled, so one operation is two commands.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PlaceOrderBenchmark {
  private static final String ACCOUNT = TradingClient.DEFAULT_ACCOUNT;
  private static final Map<String, String> NO_DAILY_LIMIT = Map.of("limit", "1000000000000");

  private TradingClient client = TradingClient.simulated(1).open();
  private OrderRequest request = OrderRequest.limit(ACCOUNT, "RELIANCE", Side.BUY, 10, 1);

  /// Creates the benchmark.
  public PlaceOrderBenchmark() {}

  /// Opens a fresh system, so that every iteration starts with an empty order table.
  @Setup(Level.Iteration)
  public void open() {
    client =
        TradingClient.simulated(1)
            .risk(RiskConfig.defaults().withRule("max_orders_per_day", NO_DAILY_LIMIT))
            .open();
    client.play(Duration.ofSeconds(1));
    long far = client.marketData("RELIANCE").bidTicks() - 1_000;
    request = OrderRequest.limit(ACCOUNT, "RELIANCE", Side.BUY, 10, far);
  }

  /// {@return the canceled order}
  @Benchmark
  public OrderResult placeAndCancel() {
    return switch (client.placeOrder(request)) {
      case OrderResult.Accepted(var order) -> client.cancelOrder(ACCOUNT, order.id());
      case OrderResult.Rejected(var refusal) -> throw new IllegalStateException(refusal.toString());
    };
  }
}
