package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

class PluginCatalogTest {
  @TempDir private Path folder;
  @TempDir private Path temp;

  @Test
  void findsWhatIsBuiltIn() {
    PluginCatalog catalog = PluginCatalog.builtIn();

    assertEquals(
        "[ma_crossover, momentum_strategy, rsi_strategy]",
        catalog.strategies().stream().map(Plugin::id).toList().toString());
    assertEquals(
        "[concentration, max_daily_loss, max_drawdown, max_leverage, max_orders_per_day,"
            + " max_position_size, min_capital]",
        catalog.rules().stream().map(Plugin::id).toList().toString());
    assertTrue(
        catalog.strategies().stream()
            .allMatch(plugin -> plugin.module().equals("trading.strategies")));
  }

  @Test
  void anUnknownIdIsRefusedWithTheKnownOnes() {
    assertRefused(
        Reason.UNKNOWN_PLUGIN,
        "no strategy has the id nope; known are ma_crossover, momentum_strategy, rsi_strategy",
        () -> PluginCatalog.builtIn().strategy("nope", Map.of()));
  }

  @Test
  void aSettingThatNobodyReadsIsRefused() {
    assertRefused(
        Reason.UNKNOWN_SETTING,
        "strategy ma_crossover does not know the setting shrt",
        () -> PluginCatalog.builtIn().strategy("ma_crossover", Map.of("shrt", "5")));
  }

  @Test
  void aSettingOutOfRangeIsRefused() {
    assertRefused(
        Reason.BAD_SETTING,
        "strategy ma_crossover: short must be 1..",
        () -> PluginCatalog.builtIn().strategy("ma_crossover", Map.of("short", "-1")));
  }

  @Test
  void aSecondProviderOfAnIdIsRefusedAndBothModulesAreNamed() {
    assertRefused(
        Reason.DUPLICATE_PLUGIN,
        "the id ma_crossover is provided twice: by module trading.strategies (image) and by module",
        () -> PluginCatalog.builtIn().with(new Handed("ma_crossover")));
  }

  @Test
  void aProviderThatThrowsIsNamedWithItsModule() {
    assertRefused(
        Reason.PLUGIN_FAILED,
        "strategy thrower of module",
        () -> PluginCatalog.builtIn().with(new Handed("thrower")).strategy("thrower", Map.of()));
  }

  @Test
  void aFileThatIsNoJarIsLeftOutByName() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "this is no jar");
    Files.writeString(folder.resolve("notes.txt"), "this is no plug-in");

    PluginCatalog catalog = PluginCatalog.load(folder);

    assertEquals(1, catalog.problems().size());
    assertTrue(
        catalog.problems().getFirst().startsWith("plug-in broken.jar was left out: "),
        catalog.problems().toString());
    assertEquals(3, catalog.strategies().size());
  }

  @Test
  void whatCannotBeLoadedIsLeftOutByNameWithItsCauses() throws IOException {
    PluginJars jars = jars();
    jars.missingModule("lonely");
    jars.throwing("thrower");
    jars.tooNew("tomorrow");

    PluginCatalog catalog = PluginCatalog.load(folder);

    assertProblem(
        "plug-in lonely.jar was left out: java.lang.module.FindException: "
            + "Module com.example.absent not found, required by lonely",
        catalog.problems().get(0));
    assertProblem(
        "plug-in thrower.jar was left out: java.util.ServiceConfigurationError: ",
        catalog.problems().get(1));
    assertTrue(
        catalog
            .problems()
            .get(1)
            .endsWith(
                "; because of java.lang.IllegalStateException: no licence"
                    + "; because of java.io.IOException: gone"),
        catalog.problems().get(1));
    assertProblem("plug-in tomorrow.jar was left out: ", catalog.problems().get(2));
    assertTrue(
        catalog.problems().get(2).contains("java.lang.UnsupportedClassVersionError: com/example/"),
        catalog.problems().get(2));
    assertEquals(3, catalog.problems().size());
    assertEquals(3, catalog.strategies().size());
  }

  @Test
  void theSecondEntryWithAnIdIsLeftOut() throws IOException {
    PluginJars jars = jars();
    jars.sound("a", "same");
    jars.sound("b", "same");
    jars.sound("c", "ma_crossover");
    jars.sound("d", "another");

    PluginCatalog catalog = PluginCatalog.load(folder);

    assertEquals(
        List.of(
            "plug-in b.jar was left out: the id same is provided twice: by module a (a.jar)"
                + " and by module b (b.jar)",
            "plug-in c.jar was left out: the id ma_crossover is provided twice: by module"
                + " trading.strategies (image) and by module c (c.jar)"),
        catalog.problems());
    assertEquals(
        "[another from d.jar, ma_crossover from image, momentum_strategy from image,"
            + " rsi_strategy from image, same from a.jar]",
        catalog.strategies().stream()
            .map(plugin -> plugin.id() + " from " + plugin.source())
            .toList()
            .toString());
  }

  private PluginJars jars() {
    return PluginJars.in(folder, temp);
  }

  private static void assertProblem(String beginning, String problem) {
    assertTrue(problem.startsWith(beginning), problem);
  }

  private static void assertRefused(Reason reason, String sentence, Supplier<?> start) {
    BadInputException e = assertThrows(BadInputException.class, start::get);
    assertEquals(reason, e.reason());
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }

  /// A provider that code hands in, and that throws when it is asked for a strategy.
  private record Handed(String id) implements StrategyProvider {
    @Override
    public String doc() {
      return "Throws.";
    }

    @Override
    public Strategy create(Settings settings) {
      throw new IllegalStateException("no strategy here");
    }
  }
}
