package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FigureTableTest {
  private final StringWriter printed = new StringWriter();

  @Test
  void rowsArePrintedForPeopleAndKeptForMachines() {
    FigureTable table =
        new FigureTable(
            new PrintWriter(printed, true),
            List.of(new FigureTable.Column("ns/op", 1), new FigureTable.Column("ratio", 2)));
    table.begin("M_MOVES G1");
    table.add("OURS", 1234.56, 1);
    table.add("DIRECT", 2469.12, 2);

    assertEquals(
        List.of(
            "",
            "M_MOVES G1                  ns/op      ratio",
            "OURS                      1,234.6       1.00",
            "DIRECT                    2,469.1       2.00"),
        printed.toString().lines().toList());
    JsonNode rows = table.tree().get("rows");
    assertEquals(2, rows.size());
    assertEquals("M_MOVES G1", rows.get(1).get("of").stringValue());
    assertEquals("DIRECT", rows.get(1).get("name").stringValue());
    assertEquals(2469.12, rows.get(1).get("ns/op").doubleValue());
  }
}
