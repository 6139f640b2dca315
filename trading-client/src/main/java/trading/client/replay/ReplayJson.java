package trading.client.replay;

import tools.jackson.databind.node.ObjectNode;
import trading.client.json.Json;

/// Results of replays as JSON for machines; the same result gives the same bytes.
public final class ReplayJson {
  private ReplayJson() {}

  /// {@return a flow's result as JSON text}
  ///
  /// @param result the result
  public static String render(FlowReplay.Result result) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("commands", result.commands());
    root.put("commandsWithoutOrder", result.strangers());
    root.put("trades", result.trades());
    root.put("quantity", result.quantity());
    root.put("ordersLeft", result.orders());
    root.put("bidVolume", result.bidLots());
    root.put("askVolume", result.askLots());
    root.put("tradesSha256", result.sha256());
    return Json.render(root);
  }

  /// {@return the result of LOBSTER messages as JSON text}
  ///
  /// @param result the result
  public static String render(LobsterReplay.Result result) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("messages", result.messages());
    root.put("newOrders", result.newOrders());
    root.put("partialCancels", result.partialCancels());
    root.put("deletions", result.deletions());
    root.put("hiddenExecutions", result.hiddenExecutions());
    root.put("crossTrades", result.crossTrades());
    root.put("halts", result.halts());
    root.put("messagesWithoutOrder", result.strangers());
    root.putObject("executions")
        .put("all", result.executions().all())
        .put("known", result.executions().known())
        .put("atBest", result.executions().atBest())
        .put("oldest", result.executions().oldest())
        .put("first", result.executions().first())
        .put("whileHalted", result.executions().whileHalted());
    result.check().ifPresent(check -> add(root.putObject("check"), check));
    return Json.render(root);
  }

  private static void add(ObjectNode node, LobsterReplay.Check check) {
    node.put("levels", check.levels());
    node.put("rows", check.rows());
    node.put("undeterminable", check.undeterminable());
    node.put("determinable", check.determinable());
    node.put("equal", check.equal());
    check.firstDifference().ifPresent(text -> node.put("firstDifference", text));
  }
}
