package trading.client;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import trading.api.Parameter;
import trading.client.json.Json;

/// The plug-ins as JSON for machines: `strategies`, `rules` and `problems`.
public final class PluginJson {
  private PluginJson() {}

  /// {@return the plug-ins as JSON text}
  ///
  /// @param catalog the plug-ins
  public static String render(PluginCatalog catalog) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    add(root.putArray("strategies"), catalog.strategies());
    add(root.putArray("rules"), catalog.rules());
    ArrayNode problems = root.putArray("problems");
    catalog.problems().forEach(problems::add);
    return Json.render(root);
  }

  private static void add(ArrayNode list, Collection<? extends Plugin<?>> plugins) {
    for (Plugin<?> plugin : plugins) {
      ObjectNode node = list.addObject();
      node.put("id", plugin.id());
      node.put("doc", plugin.doc());
      node.put("module", plugin.module());
      node.put("version", plugin.version());
      node.put("source", plugin.source());
      ArrayNode settings = node.putArray("settings");
      for (Parameter parameter : plugin.parameters()) {
        settings
            .addObject()
            .put("name", parameter.name())
            .put("default", parameter.defaultText())
            .put("values", parameter.range())
            .put("doc", parameter.doc());
      }
    }
  }
}
