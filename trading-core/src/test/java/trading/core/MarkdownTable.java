package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows for readers.
final class MarkdownTable {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(List<String> head) {
    this.head = List.copyOf(head);
  }

  MarkdownTable row(List<String> cells) {
    assertEquals(head.size(), cells.size(), cells::toString);
    rows.add(List.copyOf(cells));
    return this;
  }

  /// Adds blocks of rows: those rows of a block that say the same become one, and so do subjects
  /// with the same block.
  ///
  /// @param bySubject cells by label by subject
  /// @param whole how many labels, if they all say the same, are called "any"
  MarkdownTable blocks(Map<String, Map<String, List<String>>> bySubject, int whole) {
    Map<Map<String, List<String>>, List<String>> subjects = new LinkedHashMap<>();
    bySubject.forEach((subject, block) ->
        subjects.computeIfAbsent(joined(block, whole), _ -> new ArrayList<>()).add(subject));
    subjects.forEach((block, names) ->
        block.forEach((label, cells) -> {
          List<String> row = new ArrayList<>(List.of(String.join(", ", names), label));
          row.addAll(cells);
          row(row);
        }));
    return this;
  }

  private static Map<String, List<String>> joined(Map<String, List<String>> block, int whole) {
    Map<List<String>, List<String>> labels = new LinkedHashMap<>();
    block.forEach(
        (label, cells) -> labels.computeIfAbsent(cells, _ -> new ArrayList<>()).add(label));
    boolean any = labels.size() == 1 && block.size() >= whole;
    Map<String, List<String>> joined = new LinkedHashMap<>();
    labels.forEach((cells, names) -> joined.put(any ? "any" : String.join(", ", names), cells));
    return joined;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(line(head)).append("|---".repeat(head.size()));
    text.append("|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
