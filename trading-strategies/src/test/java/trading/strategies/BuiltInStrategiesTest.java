package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import trading.api.Settings;
import trading.api.spi.Provider;
import trading.api.spi.StrategyProvider;

class BuiltInStrategiesTest {

  @Test
  void comeInTheOrderOfTheirIds() {
    assertEquals(
        List.of("ma_crossover", "momentum_strategy", "rsi_strategy"),
        BuiltInStrategies.providers().stream().map(Provider::id).toList());
  }

  @Test
  void areTheOnesThatServiceLoadersFind() {
    Set<String> provided =
        StrategyHost.class.getModule().getDescriptor().provides().stream()
            .filter(each -> each.service().equals(StrategyProvider.class.getName()))
            .flatMap(each -> each.providers().stream())
            .collect(Collectors.toSet());

    assertEquals(
        BuiltInStrategies.providers().stream()
            .map(each -> each.getClass().getName())
            .collect(Collectors.toSet()),
        provided);
  }

  @Test
  void runOnTheirDefaultsAndSayWhatTheyDo() {
    for (StrategyProvider provider : BuiltInStrategies.providers()) {
      Settings none = Settings.of("strategy " + provider.id(), Map.of());

      assertNotSame(provider.create(none), provider.create(none), provider.id());
      assertTrue(provider.doc().startsWith("Buys when "), provider.id());
      assertTrue(provider.doc().endsWith("."), provider.id());
      provider.parameters().forEach(each -> assertFalse(each.doc().isBlank(), each.name()));
    }
  }
}
