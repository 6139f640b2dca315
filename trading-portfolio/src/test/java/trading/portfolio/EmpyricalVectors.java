package trading.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Expected values of empyrical's own tests, which lie beside the project.
final class EmpyricalVectors {
  private static final String FILE = "shared/data/statistics/empyrical-vectors.json.gz";

  private final JsonNode root;

  private EmpyricalVectors(JsonNode root) {
    this.root = root;
  }

  /// {@return the vectors; skips the test when they are not there}
  static EmpyricalVectors read() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve(FILE);
      if (Files.exists(file)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          return new EmpyricalVectors(new ObjectMapper().readTree(in));
        }
      }
    }
    return Assumptions.abort("skipped: reference values " + FILE + " are not there");
  }

  /// {@return what one of empyrical's tests expects, a frame's columns one by one}
  List<Vector> of(String test) {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode vector : root.get("vectors")) {
      if (vector.get("test").asString().equals(test)) {
        JsonNode frame = vector.get("returns").get("frame");
        if (frame == null) {
          vectors.add(new Vector(vector, series(vector.get("returns")), vector.get("expected")));
        } else {
          addColumns(vectors, vector, frame);
        }
      }
    }
    return vectors;
  }

  private void addColumns(List<Vector> vectors, JsonNode vector, JsonNode frame) {
    JsonNode expected = vector.get("expected");
    for (int i = 0; i < expected.get("series").size(); i++) {
      JsonNode column = frame.get(expected.get("index").get(i).asString());
      vectors.add(new Vector(vector, numbers(column), expected.get("series").get(i)));
    }
  }

  private double[] series(JsonNode node) {
    JsonNode ref = node.get("ref");
    return numbers((ref == null ? node : root.get("series").get(ref.asString())).get("series"));
  }

  /// What is missing is NaN, as it is there.
  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(array.get(i));
    }
    return numbers;
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  /// One call and its answer.
  final class Vector {
    private final JsonNode node;
    private final double[] returns;
    private final JsonNode expected;

    private Vector(JsonNode node, double[] returns, JsonNode expected) {
      this.node = node;
      this.returns = returns;
      this.expected = expected;
    }

    String text(String key) {
      return node.get(key).asString();
    }

    int number(String key) {
      return node.get(key).asInt();
    }

    /// {@return the returns, NaN where one is missing}
    double[] returns() {
      return returns.clone();
    }

    /// {@return the returns less an argument, a number or a series}
    double[] returnsLess(String key) {
      JsonNode other = node.get(key);
      double[] less = other.isNumber() ? filled(other.asDouble(), returns.length) : series(other);
      double[] differences = returns.clone();
      for (int i = 0; i < differences.length; i++) {
        differences[i] -= less[i];
      }
      return differences;
    }

    /// {@return the answer, NaN where there is none}
    double expected() {
      return EmpyricalVectors.number(expected);
    }

    double[] expectedSeries() {
      return numbers(expected);
    }

    int periodsPerYear() {
      JsonNode period = node.get("period");
      return switch (period == null ? "daily" : period.asString()) {
        case "daily" -> PeriodsPerYear.DAILY;
        case "weekly" -> PeriodsPerYear.WEEKLY;
        case "monthly" -> PeriodsPerYear.MONTHLY;
        case "yearly" -> PeriodsPerYear.YEARLY;
        default -> throw new IllegalStateException("period " + period);
      };
    }

    @Override
    public String toString() {
      return text("test") + " " + node.path("returns_name").asString("") + " of " + expected;
    }

    private static double[] filled(double value, int length) {
      double[] numbers = new double[length];
      Arrays.fill(numbers, value);
      return numbers;
    }
  }
}
