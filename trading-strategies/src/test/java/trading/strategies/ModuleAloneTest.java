package trading.strategies;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Settings;
import trading.api.spi.BarView;
import trading.api.spi.Strategy;

/// Whoever takes this module alone can run strategies: with the API, and no other module of ours.
class ModuleAloneTest {
  private static final Set<String> OURS = Set.of("trading.api", "trading.strategies");

  @Test
  void maCrossoverSeesCrossingsInBars() {
    Instrument tcs = Instrument.of("TCS", "INR", "0.05", "1");
    Map<String, String> values = Map.of("short", "1", "long", "3");
    Strategy strategy = MaCrossover.of(Settings.of("strategy ma_crossover", values));
    List<BarView> bars =
        Stream.of("3500.00", "3490.00", "3480.00", "3510.00", "3470.00")
            .map(tcs::ticks)
            .<BarView>map(close -> new TestBar(tcs, close, close, close))
            .toList();

    List<TimedSignal> signals = StrategySignals.of(strategy, bars, "me");

    assertEquals(
        List.of(
            "BUY 10: the average of 1 closes came above that of 3: 3510.0000 against 3493.3333",
            "SELL 0: the average of 1 closes came below that of 3: 3470.0000 against 3486.6667"),
        signals.stream()
            .map(TimedSignal::signal)
            .map(each -> each.side() + " " + each.lots() + ": " + each.reason())
            .toList());
  }

  @Test
  void noOtherModuleOfOursIsThere() {
    String modulePath = System.getProperty("jdk.module.path", "");
    assertTrue(StrategySignals.class.getModule().isNamed(), "the test runs on the module path");

    assertEquals(OURS, ours(ModuleFinder.of(paths(modulePath))));
    assertEquals(
        Set.of(),
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(entry -> entry.matches(".*trading-(core|marketdata|risk|portfolio|client).*"))
            .collect(toSet()));
    assertEquals(
        OURS,
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("trading."))
            .collect(toSet()));
  }

  private static Set<String> ours(ModuleFinder finder) {
    return finder.findAll().stream()
        .map(found -> found.descriptor().name())
        .filter(name -> name.startsWith("trading."))
        .collect(toSet());
  }

  private static Path[] paths(String modulePath) {
    return Arrays.stream(modulePath.split(File.pathSeparator)).map(Path::of).toArray(Path[]::new);
  }
}
