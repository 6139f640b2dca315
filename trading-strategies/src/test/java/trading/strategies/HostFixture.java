package trading.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Side;

/// Two strategies in a host before a fake engine, and the log of the host.
abstract class HostFixture {
  static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");

  final FakeEngine engine = new FakeEngine(TCS);
  final StrategyHost host = StrategyHost.inline(engine, engine);
  final Probe one = new Probe();
  final Probe two = new Probe();
  private final PrintStream originalErr = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void attachTwoStrategies() {
    System.setErr(new PrintStream(log, true, UTF_8));
    engine.listen(host);
    engine.openAccount("acc_1", 1_000_000);
    host.attach("one", one, "acc_1");
    host.attach("two", two, "acc_2");
    engine.openAccount("acc_2", 2_000_000);
  }

  @AfterEach
  void restoreErr() {
    System.setErr(originalErr);
  }

  StrategyStatus status(int index) {
    return host.statuses().get(index);
  }

  List<Long> clientOrderIds() {
    return engine.placed.stream().map(OrderRequest::clientOrderId).toList();
  }

  long logged(String level, String text) {
    return log.toString(UTF_8)
        .lines()
        .filter(line -> line.contains(level) && line.contains(text))
        .count();
  }

  static TestBar bar() {
    return new TestBar(TCS, 5_000, 70, 70);
  }

  static OrderRequest market(String account, long lots) {
    return OrderRequest.market(account, "TCS", Side.BUY, lots);
  }

  static OrderRequest limit(String account, long lots) {
    return OrderRequest.limit(account, "TCS", Side.BUY, lots, 60);
  }
}
