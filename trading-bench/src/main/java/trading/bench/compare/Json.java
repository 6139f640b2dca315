package trading.bench.compare;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import trading.bench.Machine;

/// What comparisons have in common as JSON.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode of(Machine machine) {
    ObjectNode node =
        object()
            .put("processor", machine.processor())
            .put("cores", machine.cores())
            .put("system", machine.system())
            .put("loadAtStart", machine.loadAtStart())
            .put("busy", machine.wasBusy());
    ArrayNode collectors = node.putArray("collectors");
    machine.collectors().forEach(collectors::add);
    return node;
  }

  static ArrayNode of(List<Budget> budgets) {
    ArrayNode nodes = MAPPER.createArrayNode();
    for (Budget budget : budgets) {
      nodes
          .addObject()
          .put("what", budget.what())
          .put(budget.atLeast() ? "atLeast" : "atMost", budget.bound())
          .put("actual", budget.actual())
          .put("holds", budget.holds());
    }
    return nodes;
  }
}
