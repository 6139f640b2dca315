package trading.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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

  /// {@return everything, for a file}
  ObjectNode tree() {
    return tree;
  }
}
