package trading.core;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.event.Event;

/// An engine with fakes around it, and ACME (one tick of one lot is one micro) listed on request.
final class World {
  static final Instrument ACME = Instrument.of("ACME", "USD", "0.000001", "1");

  final FakeClock clock = new FakeClock();
  final FakeLedger ledger = new FakeLedger();
  final FakeGate gate = new FakeGate();
  final RecordedJournal journal = new RecordedJournal();
  final ToldEvents told = new ToldEvents();
  final Engine engine;
  final EngineDoor door;

  private World(UnaryOperator<EngineConfig> with) {
    engine = Engine.open(with.apply(EngineConfig.of(ledger, gate, clock).with(journal)));
    door = new EngineDoor(engine, clock);
    engine.addListener(told);
  }

  /// {@return a world without instruments and accounts}
  static World empty(UnaryOperator<EngineConfig> with) {
    return new World(with);
  }

  /// {@return a world on quotes with ACME, alice and bob, a million micros each}
  static World onQuotes() {
    return peopled(config -> config);
  }

  /// {@return the same on bars}
  static World onBars() {
    return peopled(config -> config.with(Matching.BARS, ZoneId.of("UTC")));
  }

  static World peopled(UnaryOperator<EngineConfig> with) {
    World world = new World(with);
    world.engine.listInstrument(ACME);
    for (String account : List.of("alice", "bob")) {
      world.engine.openAccount(account);
      world.engine.moveCash(account, "USD", 1_000_000);
    }
    world.told.take();
    return world;
  }

  void quote(long bidTicks, long bidLots, long askTicks, long askLots) {
    engine.onQuote(new FakeQuote(ACME, bidTicks, bidLots, askTicks, askLots, 100));
  }

  Order accepted(OrderRequest request) {
    OrderResult result = engine.placeOrder(request);
    return assertInstanceOf(OrderResult.Accepted.class, result, result::toString).order();
  }

  Refusal refused(OrderRequest request) {
    OrderResult result = engine.placeOrder(request);
    return assertInstanceOf(OrderResult.Rejected.class, result, result::toString).refusal();
  }

  Order order(long orderId) {
    return engine.order(orderId).orElseThrow();
  }

  /// {@return the events of one kind that were told since the last look; the others are forgotten}
  <E extends Event> List<E> told(Class<E> kind) {
    return told.take().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
