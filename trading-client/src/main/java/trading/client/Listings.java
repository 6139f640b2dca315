package trading.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.SessionClose;

/// The instruments that can be traded: the eight of the NSE, and more from a JSON file.
///
/// A file is a list of objects with the keys `symbol`, `currency`, `tick`, `lot` and `price` (where
/// its simulated price starts); numbers are decimal texts, for example `"0.05"`. `close` and `zone`
/// may say when its session ends, for example `"15:30"` in `"Asia/Kolkata"`. Immutable.
public final class Listings {
  private static final String CLOSE = "close";
  private static final String ZONE = "zone";
  private static final Set<String> KEYS =
      Set.of("symbol", "currency", "tick", "lot", "price", CLOSE, ZONE);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Listing> bySymbol;

  private Listings(Map<String, Listing> bySymbol) {
    this.bySymbol = bySymbol;
  }

  /// {@return RELIANCE, TCS, INFY, HDFC, ICICIBANK, SBIN, BHARTIARTL and ITC: INR, tick 0.05, lot
  /// 1}
  public static Listings nse() {
    String name = "instruments.json";
    try (InputStream in = Listings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      return new Listings(Map.of())
          .plus(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return these and those of a file}
  ///
  /// @param file a JSON file, see above
  /// @throws BadInputException when the file cannot be read, is no such list, or an instrument in
  ///   it is refused; it names the file, the entry and the value
  public Listings plus(Path file) {
    try {
      return plus(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE, "instrument file " + file + " cannot be read: " + e, e);
    }
  }

  /// {@return these and one more}
  ///
  /// @param listing the instrument
  /// @throws BadInputException when its symbol is listed already
  public Listings plus(Listing listing) {
    Map<String, Listing> all = new LinkedHashMap<>(bySymbol);
    String symbol = listing.instrument().symbol();
    if (all.put(symbol, listing) != null) {
      throw new BadInputException(Reason.ALREADY_EXISTS, "symbol " + symbol + " is listed already");
    }
    return new Listings(all);
  }

  /// {@return the instrument with a symbol}
  ///
  /// @param symbol the symbol
  public Optional<Instrument> find(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol)).map(Listing::instrument);
  }

  /// {@return all of them, in the order in which they were listed}
  public List<Listing> all() {
    return List.copyOf(bySymbol.values());
  }

  private Listings plus(String file, String json) {
    Listings all = this;
    JsonNode root = parse(file, json);
    if (!root.isArray()) {
      throw bad(file, "must be a list of instruments, was " + kind(root));
    }
    int index = 0;
    for (JsonNode entry : root) {
      String where = file + ", entry " + ++index;
      try {
        all = all.plus(listing(where, entry));
      } catch (BadInputException e) {
        throw String.valueOf(e.getMessage()).contains(where)
            ? e
            : new BadInputException(e.reason(), where + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private static JsonNode parse(String file, String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE,
          "instrument file " + file + " is no JSON: " + e.getOriginalMessage() + line(e),
          e);
    }
  }

  private static String line(JacksonException e) {
    return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
  }

  private static Listing listing(String where, JsonNode entry) {
    if (!entry.isObject()) {
      throw bad(where, "must be an object, was " + kind(entry));
    }
    Set<String> unknown = new TreeSet<>(entry.propertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new BadInputException(
          Reason.UNKNOWN_SETTING,
          where + ": unknown key " + unknown + "; known are " + new TreeSet<>(KEYS));
    }
    Instrument instrument =
        Instrument.of(
            text(where, entry, "symbol"),
            text(where, entry, "currency"),
            text(where, entry, "tick"),
            text(where, entry, "lot"));
    boolean closes = entry.has(CLOSE) || entry.has(ZONE);
    return new Listing(
        closes ? instrument.closingAt(close(where, entry)) : instrument,
        instrument.ticks(text(where, entry, "price")));
  }

  private static SessionClose close(String where, JsonNode entry) {
    LocalTime time = read(where, entry, CLOSE, ConfigTypes.timeOfDay());
    ZoneId zone = read(where, entry, ZONE, ConfigTypes.zone());
    return new SessionClose(zone, time);
  }

  private static <T> T read(String where, JsonNode entry, String key, ConfigType<T> type) {
    String text = text(where, entry, key);
    return type.read(text)
        .orElseThrow(() ->
            bad(where, "key " + key + " must be " + type.allowed() + ", was \"" + text + "\""));
  }

  private static String text(String where, JsonNode entry, String key) {
    JsonNode value = entry.get(key);
    if (value == null || !value.isString()) {
      throw bad(
          where,
          "key " + key + " must be a text, was " + (value == null ? "missing" : kind(value)));
    }
    return value.stringValue();
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().toString().toLowerCase(Locale.ROOT);
  }

  private static BadInputException bad(String where, String sentence) {
    return new BadInputException(
        Reason.BAD_DATA_FILE, "instrument file " + where + ": " + sentence);
  }
}
