package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.SessionClose;

class ListingsTest {
  @TempDir private Path folder;

  @Test
  void listsTheEightOfTheNse() {
    assertEquals(
        "[RELIANCE, TCS, INFY, HDFC, ICICIBANK, SBIN, BHARTIARTL, ITC]",
        Listings.nse().all().stream().map(each -> each.instrument().symbol()).toList().toString());
    assertEquals(
        Instrument.of("ITC", "INR", "0.05", "1"), Listings.nse().find("ITC").orElseThrow());
  }

  @Test
  void listsMoreFromAFile() throws IOException {
    Listings listings =
        Listings.nse().plus(file("[" + entry("ETHUSDT", "0.01", "0.001", "2500.10") + "]"));

    Listing listing = listings.all().getLast();
    assertEquals(Instrument.of("ETHUSDT", "USDT", "0.01", "0.001"), listing.instrument());
    assertEquals(250_010, listing.startTicks());
  }

  @Test
  void anInstrumentMayCloseOnItsOwn() throws IOException {
    String plain = entry("ETHUSDT", "0.01", "0.001", "2500.10");
    String closing = plain.replace("}", ", \"close\": \"15:30\", \"zone\": \"Asia/Kolkata\"}");

    Listing listing = Listings.nse().plus(file("[" + closing + "]")).all().getLast();

    assertEquals(
        Optional.of(new SessionClose(ZoneId.of("Asia/Kolkata"), LocalTime.of(15, 30))),
        listing.instrument().close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"close\": \"15:30\"|key zone must be a text, was missing",
        "\"zone\": \"UTC\"|key close must be a text, was missing",
        "\"close\": 15, \"zone\": \"UTC\"|key close must be a text, was number",
        "\"close\": \"25:00\", \"zone\": \"UTC\"|key close must be a time of day, 00:00..23:59 or"
            + " with :seconds, was \"25:00\"",
        "\"close\": \"15:30\", \"zone\": \"Bombay\"|key zone must be a time zone, for example"
            + " Asia/Kolkata or UTC, was \"Bombay\""
      })
  void aBadCloseIsNamed(String keys, String sentence) throws IOException {
    String json = "[" + entry("X", "0.01", "1", "10").replace("}", ", " + keys + "}") + "]";
    Path file = file(json);

    BadInputException e = assertThrows(BadInputException.class, () -> Listings.nse().plus(file));

    assertEquals(Reason.BAD_DATA_FILE, e.reason());
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X|0.01|1|10.001|PRICE_OFF_TICK|entry 1: price of X must be a multiple of its tick 0.01",
        "X|0.01|1|NaN|NOT_A_NUMBER|price of X must be a plain decimal number, was \"NaN\"",
        "X|0|1|10|BAD_INSTRUMENT|tick of X must be positive, was 0",
        "X|-1|1|10|BAD_INSTRUMENT|tick of X must be positive, was -1",
        "X|0.01|0.00001|10|BAD_INSTRUMENT|tick × lot of X must be 1..2^40 whole micros",
        "X Y|0.01|1|10|BAD_NAME|symbol must be 1..32 printable ASCII characters, was \"X Y\"",
        "TCS|0.05|1|10|ALREADY_EXISTS|symbol TCS is listed already",
        "X|1e-2|1|10|NOT_A_NUMBER|tick must be a plain decimal number, was \"1e-2\""
      })
  void aBadEntryIsNamed(
      String symbol, String tick, String lot, String price, Reason reason, String sentence)
      throws IOException {
    Path file = file("[" + entry(symbol, tick, lot, price) + "]");

    BadInputException e = assertThrows(BadInputException.class, () -> Listings.nse().plus(file));

    assertEquals(reason, e.reason());
    assertTrue(e.getMessage().contains("instruments.json"), e.getMessage());
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|BAD_DATA_FILE|is no JSON",
        "{}|BAD_DATA_FILE|must be a list of instruments, was object",
        "[1]|BAD_DATA_FILE|entry 1: must be an object, was number",
        "[{}]|BAD_DATA_FILE|key symbol must be a text, was missing",
        "[{\"tik\": \"1\"}]|UNKNOWN_SETTING|unknown key [tik]",
        "[{\"symbol\": \"A\", \"symbol\": \"B\"}]|BAD_DATA_FILE|is no JSON"
      })
  void aFileThatIsNoListIsNamed(String json, Reason reason, String sentence) throws IOException {
    Path file = file(json);

    BadInputException e = assertThrows(BadInputException.class, () -> Listings.nse().plus(file));

    assertEquals(reason, e.reason());
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }

  @Test
  void aMissingFileIsNamed() {
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> Listings.nse().plus(folder.resolve("none.json")));

    assertEquals(Reason.BAD_DATA_FILE, e.reason());
    assertTrue(e.getMessage().contains("none.json"), e.getMessage());
  }

  private static String entry(String symbol, String tick, String lot, String price) {
    return "{\"symbol\": \"%s\", \"currency\": \"USDT\", \"tick\": \"%s\", \"lot\": \"%s\", \"price\": \"%s\"}"
        .formatted(symbol, tick, lot, price);
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("instruments.json"), json);
  }
}
