package trading.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures in rows and columns: printed as they come, and kept for a file.
final class FigureTable {
  private final PrintWriter out;
  private final List<Column> columns;
  private final ObjectNode tree = JsonMapper.shared().createObjectNode();
  private final ArrayNode rows;
  private String title = "";

  /// A column.
  ///
  /// @param name its heading
  /// @param decimals how many are printed
  record Column(String name, int decimals) {}

  FigureTable(PrintWriter out, List<Column> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
    tree.put("jdk", Runtime.version().toString());
    tree.put("processors", Runtime.getRuntime().availableProcessors());
    rows = tree.putArray("rows");
  }

  /// Begins a part of the table.
  void begin(String newTitle) {
    title = newTitle;
    out.printf(Locale.ROOT, "%n%-22s", title);
    columns.forEach(column -> out.printf(Locale.ROOT, " %10s", column.name()));
    out.println();
  }

  /// Adds a row; a value for each column.
  void add(String name, double... values) {
    ObjectNode row = rows.addObject().put("of", title).put("name", name);
    out.printf(Locale.ROOT, "%-22s", name);
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      out.printf(Locale.ROOT, " %,10." + column.decimals() + "f", values[i]);
      row.put(column.name(), values[i]);
    }
    out.println();
  }

  /// Writes everything to a file, if there is one.
  void write(@Nullable Path file) throws IOException {
    if (file != null) {
      Files.writeString(
          file,
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
    }
  }
}
