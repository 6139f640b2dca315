package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigureTableTest {
  private final StringWriter printed = new StringWriter();

  @Test
  void rowsArePrintedForPeopleAndKeptForMachines(@TempDir Path temp) throws IOException {
    FigureTable table =
        new FigureTable(
            new PrintWriter(printed, true),
            List.of(new FigureTable.Column("ns/op", 1), new FigureTable.Column("ratio", 2)));
    table.begin("M_MOVES G1");
    table.add("OURS", 1234.56, 1);
    table.add("DIRECT", 2469.12, 2);
    Path file = temp.resolve("figures.json");

    table.write(file);

    assertEquals(
        List.of(
            "",
            "M_MOVES G1                  ns/op      ratio",
            "OURS                      1,234.6       1.00",
            "DIRECT                    2,469.1       2.00"),
        printed.toString().lines().toList());
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(file)).get("rows");
    assertEquals(2, rows.size());
    assertEquals("M_MOVES G1", rows.get(1).get("of").stringValue());
    assertEquals("DIRECT", rows.get(1).get("name").stringValue());
    assertEquals(2469.12, rows.get(1).get("ns/op").doubleValue());
  }
}
