package trading.client.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table for people: texts to the left, numbers to the right.
final class Table {
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> heads) {
    this.heads = heads;
  }

  /// {@return an empty table}
  ///
  /// @param heads the columns' names; one that ends with `>` is of numbers
  static Table of(String... heads) {
    return new Table(List.of(heads));
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    if (row.size() != heads.size()) {
      throw new IllegalArgumentException(
          "a row must have " + heads.size() + " cells, had " + row.size());
    }
    rows.add(row);
    return this;
  }

  void print(String title, PrintWriter out) {
    out.println();
    out.println(title);
    if (rows.isEmpty()) {
      out.println("  none");
      return;
    }
    int[] widths = new int[heads.size()];
    List<String> names = heads.stream().map(head -> head.replace(">", "")).toList();
    measure(names, widths);
    rows.forEach(row -> measure(row, widths));
    print(names, widths, out);
    rows.forEach(row -> print(row, widths, out));
  }

  private static void measure(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private void print(List<String> row, int[] widths, PrintWriter out) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      boolean right = heads.get(i).endsWith(">");
      line.append("  ").append(right ? pad + row.get(i) : row.get(i) + pad);
    }
    out.println(line.toString().stripTrailing());
  }
}
