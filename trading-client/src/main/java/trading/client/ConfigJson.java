package trading.client;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import trading.client.json.Json;

/// The configuration as JSON for machines.
public final class ConfigJson {
  private ConfigJson() {}

  /// {@return the values in effect, as a file that gives the same configuration}
  ///
  /// @param config the configuration
  public static String render(TradingConfig config) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    for (ConfigValue value : config.values()) {
      value.value().ifPresent(text -> put(root, value, text));
    }
    return Json.render(root);
  }

  /// {@return a list of objects with the keys `key`, `value`, `from`, `allowed`, `variable` and
  /// `doc`; `value` and `variable` are absent where there is none}
  ///
  /// @param config the configuration
  public static String explain(TradingConfig config) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (ConfigValue value : config.values()) {
      ObjectNode node = list.addObject().put("key", value.key());
      value.value().ifPresent(text -> node.set("value", value(value, text)));
      node.put("from", value.from()).put("allowed", value.allowed());
      value.variable().ifPresent(variable -> node.put("variable", variable));
      node.put("doc", value.doc());
    }
    return Json.render(list);
  }

  private static void put(ObjectNode root, ConfigValue value, String text) {
    String[] path = value.key().split("\\.", -1);
    ObjectNode section = root;
    for (int i = 0; i < path.length - 1; i++) {
      section = section.withObjectProperty(path[i]);
    }
    section.set(path[path.length - 1], value(value, text));
  }

  private static JsonNode value(ConfigValue value, String text) {
    return switch (value.kind()) {
      case NUMBER -> Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(text));
      case SWITCH -> Json.MAPPER.getNodeFactory().booleanNode(text.equals("true"));
      case TEXT -> Json.MAPPER.getNodeFactory().stringNode(text);
      case LIST -> {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (String element : text.split(",", -1)) {
          list.add(element);
        }
        yield list;
      }
    };
  }
}
