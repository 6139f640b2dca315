package trading.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

  static void write(Path file, ObjectNode tree) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    Files.writeString(file, MAPPER.writer().with(printer).writeValueAsString(tree) + "\n");
  }
}
