package trading.client.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.client.SharedData;
import trading.client.image.Image.Run;

/// What the README says of the commands, on the finished image.
class CommandsIT {
  private static final String ELSEWHERE =
      "-Duser.timezone=America/New_York -Duser.language=tr -XX:+UseSerialGC";

  @TempDir private Path temp;

  @Test
  void demoFillsTheMarketOrderAtTheBooksPrice() {
    Run run = Image.run("demo", "--seed", "7");

    assertEquals(0, run.exitCode(), run.stderr());
    Matcher ask = found("RELIANCE: best bid [0-9.]+ x \\d+, best ask ([0-9.]+) x", run.stdout());
    Matcher fill = found("MARKET BUY 10 RELIANCE -> FILLED 10 at ([0-9.]+),", run.stdout());
    assertEquals(ask.group(1), fill.group(1));
    found("LIMIT BUY 5 RELIANCE at [0-9.]+ -> (NEW|FILLED)", run.stdout());
    for (String table :
        new String[] {"Orders", "Positions", "Portfolio", "Market data", "Risk", "Strategies"}) {
      found("(?m)^" + table + ".*\\R  [A-Z]+ ", run.stdout());
    }
    found("(?m)^  ma_crossover +RUNNING +[1-9].* short=5 ", run.stdout());
  }

  @Test
  void demoPrintsTheSameBytesForTheSameSeedEverywhere() {
    Run run = Image.run("demo", "--seed", "7");

    assertEquals(run, Image.run("demo", "--seed", "7"));
    assertEquals(run, elsewhere().start("demo", "--seed", "7"));
    Image egypt = Image.linked().with("TRADING_JAVA_OPTS", "-Duser.language=ar -Duser.country=EG");
    assertEquals(run, egypt.start("demo", "--seed", "7"));
    assertNotEquals(run.stdout(), Image.run("demo", "--seed", "8").stdout());
  }

  @Test
  void backtestWritesTheSameJsonEverywhere() throws IOException {
    String data = SharedData.file("nse/daily/RELIANCE.csv.gz").toString();
    String[] args = {
      "backtest", "--strategy", "ma_crossover", "--data", data, "--symbol", "RELIANCE", "--json"
    };

    String here = json(Image.linked(), args);

    for (String key :
        new String[] {
          "tradeCount", "finalEquity", "trades", "equity", "statistics", "warnings", "digest"
        }) {
      assertTrue(here.contains("\"" + key + "\" : "), key);
    }
    assertTrue(here.contains("2017-09-07: open 823.00 is -50.0 %"), "the bonus issue is warned of");
    assertEquals(here, json(elsewhere(), args));
  }

  @Test
  void backtestReproducesThePublishedFigures() throws IOException {
    String data = SharedData.file("backtest/GOOG.csv").toString();

    String json =
        json(
            Image.linked(),
            "backtest",
            "--strategy",
            "ma_crossover",
            "--set",
            "short=10",
            "--set",
            "long=30",
            "--set",
            "direction=both",
            "--set",
            "sizing=all-in",
            "--close-at-end",
            "--data",
            data,
            "--symbol",
            "GOOG",
            "--cash",
            "10000",
            "--json");

    assertTrue(json.contains("\"tradeCount\" : 66,"), "66 trades");
    assertTrue(json.contains("\"finalEquity\" : 51422.99,"), "51,422.99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--symbol RELIANCE --cash NaN|NOT_A_NUMBER|--cash must be a plain decimal number",
        "--symbol RELIANCE --cash 0|BAD_AMOUNT|cash must be positive",
        "--symbol RELIANCE --cash 10000000000000000000|BAD_SETTING|--cash must",
        "--symbol RELIANCE --tick 0.01|BAD_SETTING|RELIANCE is listed already",
        "--symbol NEW --tick 0|BAD_INSTRUMENT|tick of NEW must be positive, was 0",
        "--symbol NEW --tick x|NOT_A_NUMBER|tick must be a plain decimal number, was \"x\"",
        "--symbol RELIANCE --set short=0|BAD_SETTING|short must be 1..",
        "--symbol RELIANCE --set short=50|BAD_SETTING|short",
        "--symbol RELIANCE --set nope=1|UNKNOWN_SETTING|does not know the setting nope",
        "--symbol RELIANCE --rule nope|UNKNOWN_PLUGIN|nope",
        "--symbol RELIANCE --limit nope=1|BAD_SETTING|--limit must be",
        "--symbol RELIANCE --limit x:max_position_size.limit=1|UNKNOWN_ACCOUNT|account x,",
        "--symbol RELIANCE --plugins nowhere|BAD_SETTING|--plugins must be a folder, was nowhere",
        "--symbol RELIANCE --limit max_position_size.limit=-1|BAD_SETTING|limit must be 0..",
        "--symbol RELIANCE --instruments none.json|BAD_DATA_FILE|none.json",
        "--symbol RELIANCE --fee-bps 10001|BAD_SETTING|fee must be 0..10000",
        "--symbol NEW --tick 1|PRICE_OFF_TICK|bars.csv, line 2, column close: price of NEW must be"
      })
  void badInputOnTheCommandLineIsNamed(String options, String code, String sentence)
      throws IOException {
    Path bars =
        Files.writeString(
            temp.resolve("bars.csv"), "date,open,high,low,close,volume\n2024-01-01,1,2,1,1.05,5\n");
    String line = "backtest --strategy ma_crossover --data " + bars + " " + options;

    Run run = Image.linked().in(temp).start(line.split(" "));

    assertEquals(2, run.exitCode(), run.stderr());
    assertTrue(run.stderr().startsWith("trading: " + code + ": "), run.stderr());
    assertTrue(run.stderr().contains(sentence), run.stderr());
    assertEquals(1, run.stderr().lines().count(), run.stderr());
  }

  @Test
  void anUnknownOptionIsExitCodeTwo() {
    Run unknown = Image.run("demo", "--nope");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.stderr().startsWith("trading: BAD_COMMAND_LINE: "), unknown.stderr());
    assertEquals(2, Image.run("nope").exitCode());
    assertEquals(0, Image.run().exitCode());
  }

  private static Image elsewhere() {
    return Image.linked().with("TRADING_JAVA_OPTS", ELSEWHERE);
  }

  private String json(Image image, String... args) throws IOException {
    Path file = temp.resolve("out.json");
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = file.toString();
    Run run = image.start(all);
    assertEquals(0, run.exitCode(), run.stderr());
    return Files.readString(file);
  }

  private static Matcher found(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertTrue(matcher.find(), regex + " in " + text);
    return matcher;
  }
}
