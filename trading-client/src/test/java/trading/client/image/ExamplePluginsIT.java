package trading.client.image;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.client.image.Image.Run;

/// A stranger's jar, dropped into the finished image.
class ExamplePluginsIT {
  @TempDir private Path temp;
  private Image image;

  @BeforeEach
  void dropTheJar() throws IOException {
    image = Image.linked().copyTo(temp.resolve("image"));
    Files.copy(Image.EXAMPLE_PLUGINS, image.plugins().resolve("example-plugins.jar"));
  }

  @Test
  void needTheApiAndNothingElse() {
    ModuleDescriptor examples =
        ModuleFinder.of(Image.EXAMPLE_PLUGINS).findAll().iterator().next().descriptor();

    assertEquals(
        Set.of("java.base", "trading.api"),
        examples.requires().stream().map(Requires::name).collect(toSet()));
  }

  @Test
  void areListedWithModuleVersionAndFile() {
    String listed = image.start("plugins").stdout();

    assertLine("strategy +buy_the_dip +com.example.trading +\\S+ +example-plugins.jar", listed);
    assertLine("rule +round_lots +com.example.trading +\\S+ +example-plugins.jar", listed);
    assertLine("buy_the_dip +falls +3 +1\\.\\.100", listed);
    assertFalse(Image.run("plugins").stdout().contains("com.example"), "not without the jar");
    assertTrue(image.start("plugins", "--json").stdout().contains("\"id\" : \"round_lots\""));
  }

  @Test
  void theStrategyTrades() throws IOException {
    Run run =
        image.start("backtest", "--strategy", "buy_the_dip", "--data", bars(), "--symbol", "TCS");

    assertEquals(0, run.exitCode(), run.stderr());
    // Falls on days 2 to 4, so it buys at the open of day 5 and sells at the open of day 10.
    assertLine("LONG +10 +2024-01-05 00:00:00 +96.00 +2024-01-10 00:00:00 +101.00", run.stdout());
  }

  @Test
  void theRuleRefusesAnOrder() {
    Run run = image.start("demo", "--seed", "7", "--rule", "round_lots");

    assertEquals(0, run.exitCode(), run.stderr());
    assertLine("MARKET BUY 10 RELIANCE -> FILLED", run.stdout());
    assertLine(
        "LIMIT BUY 5 .* -> REJECTED RISK_LIMIT: lots must be a multiple of 10, was 5",
        run.stdout());
  }

  @Test
  void theRuleTakesItsSettingFromTheCommandLine() {
    Run run = image.start("demo", "--rule", "round_lots", "--limit", "round_lots.multiple=5");

    assertLine("LIMIT BUY 5 RELIANCE at [0-9.]+ -> (NEW|FILLED)", run.stdout());
  }

  @Test
  void aBrokenJarIsNamedAndTheRestGoesOn() throws IOException {
    Files.writeString(image.plugins().resolve("broken.jar"), "no jar");

    Run run = image.start("plugins");

    assertEquals(0, run.exitCode());
    assertTrue(run.stderr().startsWith("trading: plug-in broken.jar was left out: "), run.stderr());
    assertLine("strategy +buy_the_dip", run.stdout());
  }

  private String bars() throws IOException {
    int[] prices = {100, 98, 97, 96, 96, 97, 98, 99, 100, 101, 102, 103};
    StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
    LocalDate date = LocalDate.of(2024, 1, 1);
    for (int price : prices) {
      csv.append("%s,%d,%d,%d,%d,1000%n".formatted(date, price, price, price, price));
      date = date.plusDays(1);
    }
    return Files.writeString(temp.resolve("bars.csv"), csv).toString();
  }

  private static void assertLine(String regex, String text) {
    assertTrue(Pattern.compile(regex).matcher(text).find(), regex + " in " + text);
  }
}
