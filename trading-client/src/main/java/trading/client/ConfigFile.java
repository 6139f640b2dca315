package trading.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.ConfigGiven.Shape;

/// Reads a JSON file of the configuration: nested objects mean keys with dots.
///
/// Every value keeps its line. Not for several threads.
final class ConfigFile {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final Path file;
  private final JsonParser parser;
  private final Map<String, ConfigGiven> values = new LinkedHashMap<>();

  private ConfigFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /// {@return the values of a file, in its order}
  ///
  /// @throws BadInputException `BAD_DATA_FILE` when it cannot be read or is no JSON object, and
  ///   `BAD_SETTING` when a key stands in it twice or a list holds what a list cannot; it names
  ///   line and column
  static List<ConfigGiven> read(Path file) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(file))) {
      return new ConfigFile(file, parser).read();
    } catch (JacksonException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE,
          place(file, e.getLocation()) + ": this is no JSON: " + e.getOriginalMessage(),
          e);
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      // Some editors mark a file's start.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE, "configuration file " + file + " cannot be read: " + e, e);
    }
  }

  private List<ConfigGiven> read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw bad(Reason.BAD_DATA_FILE, "the configuration must be a JSON object");
    }
    readSection("");
    if (parser.nextToken() != null) {
      throw bad(Reason.BAD_DATA_FILE, "nothing may follow the configuration's object");
    }
    return List.copyOf(values.values());
  }

  private void readSection(String path) {
    Set<String> names = new HashSet<>();
    String start = here();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      String key = path.isEmpty() ? name : path + "." + name;
      if (!names.add(name)) {
        throw bad(Reason.BAD_SETTING, "key " + key + " stands in the file twice");
      }
      switch (parser.nextToken()) {
        case START_OBJECT -> readSection(key);
        case START_ARRAY -> readList(key);
        case VALUE_NULL -> put(new ConfigGiven(key, Shape.NULL, "", here()));
        default -> put(ConfigGiven.text(key, parser.getString(), here()));
      }
    }
    if (names.isEmpty() && !path.isEmpty()) {
      put(new ConfigGiven(path, Shape.SECTION, "", start));
    }
  }

  private void readList(String key) {
    String start = here();
    List<String> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean plain = parser.currentToken().isScalarValue();
      if (!plain || parser.currentToken() == JsonToken.VALUE_NULL) {
        throw bad(Reason.BAD_SETTING, "the list " + key + " must hold texts alone");
      }
      String element = parser.getString();
      if (element.contains(",")) {
        throw bad(
            Reason.BAD_SETTING,
            "an element of the list " + key + " cannot hold a comma, was \"" + element + "\"");
      }
      elements.add(element);
    }
    put(new ConfigGiven(key, Shape.LIST, String.join(",", elements), start));
  }

  /// Also refuses a key that stands once in a nested and once in a flat form.
  private void put(ConfigGiven value) {
    ConfigGiven other = values.putIfAbsent(value.key(), value);
    if (other != null) {
      throw bad(
          Reason.BAD_SETTING,
          "key " + value.key() + " stands in the file twice, also at " + other.from());
    }
  }

  private String here() {
    return file + ", line " + parser.currentTokenLocation().getLineNr();
  }

  private BadInputException bad(Reason reason, String sentence) {
    return new BadInputException(
        reason, place(file, parser.currentTokenLocation()) + ": " + sentence);
  }

  private static String place(Path file, TokenStreamLocation at) {
    return file + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
