package trading.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import trading.api.Instrument;
import trading.api.Signal;
import trading.api.spi.BarView;
import trading.api.spi.Strategy;

/// A built-in strategy in a host before a fake engine, fed with bars of one price.
abstract class StrategyFixture {
  static final String ACCOUNT = "strategy_001";
  static final Instrument RELIANCE = Instrument.of("RELIANCE", "INR", "0.05", "1");
  static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");

  final FakeEngine engine = new FakeEngine(RELIANCE, TCS);
  final StrategyHost host = StrategyHost.inline(engine, engine);
  long now = 1_000_000;

  final void start(String id, Strategy strategy) {
    engine.listen(host);
    engine.openAccount(ACCOUNT, 1_000_000_000_000L);
    host.attach(id, strategy, ACCOUNT);
  }

  static Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  /// Bars of RELIANCE: waiting orders trade at the open, then the strategy sees the close.
  final void bars(long... prices) {
    for (long price : prices) {
      engine.open(RELIANCE, price);
      host.drain();
      closes(RELIANCE, price);
    }
  }

  final void closes(Instrument instrument, long... prices) {
    for (long price : prices) {
      host.onBar(new TestBar(instrument, now++, price, price));
    }
  }

  final long held(Instrument instrument) {
    return engine.netLots(ACCOUNT, instrument.symbol());
  }

  final List<String> orders() {
    return engine.placed.stream()
        .map(each -> each.side() + " " + each.lots() + " " + each.symbol())
        .toList();
  }

  static List<Long> randomWalk(Random random, int length) {
    List<Long> closes = new ArrayList<>();
    long price = 1_000;
    for (int i = 0; i < length; i++) {
      price = Math.max(1, price + random.nextInt(-2, 3));
      closes.add(price);
    }
    return closes;
  }

  static List<Long> listOf(long... closes) {
    return Arrays.stream(closes).boxed().toList();
  }

  /// Bars of RELIANCE with these closes.
  static List<BarView> barsOf(long... closes) {
    List<BarView> bars = new ArrayList<>();
    for (long close : closes) {
      bars.add(new TestBar(RELIANCE, bars.size() + 1, close, close));
    }
    return bars;
  }

  /// What a strategy signals at bars, without the times.
  static List<Signal> signals(Strategy strategy, List<? extends BarView> bars, String account) {
    return StrategySignals.of(strategy, bars, account).stream().map(TimedSignal::signal).toList();
  }

  /// What a rule sees in RELIANCE, as bar and side.
  static List<String> sightings(SignalRule rule, List<Long> closes) {
    List<String> seen = new ArrayList<>();
    for (BarView bar : barsOf(closes.stream().mapToLong(Long::longValue).toArray())) {
      rule.next(bar).ifPresent(sighting -> seen.add(bar.endNanos() - 1 + " " + sighting.side()));
    }
    return seen;
  }
}
