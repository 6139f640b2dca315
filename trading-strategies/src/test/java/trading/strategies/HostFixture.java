package trading.strategies;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Side;

/// Two strategies in a host before a fake engine.
abstract class HostFixture extends LogFixture {
  static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");

  final FakeEngine engine = new FakeEngine(TCS);
  final StrategyHost host = StrategyHost.inline(engine, engine);
  final Probe one = new Probe();
  final Probe two = new Probe();

  @BeforeEach
  void attachTwoStrategies() {
    engine.listen(host);
    engine.openAccount("acc_1", 1_000_000);
    host.attach("one", one, "acc_1");
    host.attach("two", two, "acc_2");
    engine.openAccount("acc_2", 2_000_000);
  }

  StrategyStatus status(int index) {
    return host.statuses().get(index);
  }

  List<Long> clientOrderIds() {
    return engine.placed.stream().map(OrderRequest::clientOrderId).toList();
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
