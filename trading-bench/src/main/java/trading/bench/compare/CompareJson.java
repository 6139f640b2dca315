package trading.bench.compare;

import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A comparison as JSON; times are nanoseconds.
///
/// Ratios stand in it only when the engines did the same.
final class CompareJson {
  private CompareJson() {}

  static ObjectNode of(Outcome outcome) {
    ObjectNode root = Json.object().put("stateEqual", outcome.stateEqual());
    if (outcome.stateEqual()) {
      root.put("medianRatioHttpClient", ratio(outcome, Way.HTTP_CLIENT).median());
      root.put("medianRatioSocket", ratio(outcome, Way.HTTP_SOCKET).median());
      root.put("medianRatioEcho", ratio(outcome, Way.ECHO).median());
    }
    root.put("stateHash", outcome.proof().ending().stateHash());
    root.put("digest", outcome.proof().ending().digest());
    ArrayNode differences = root.putArray("differences");
    outcome.proof().differences().forEach(differences::add);
    root.set("budgets", Json.of(outcome.budgets()));
    ways(outcome, root.putObject("ways"));
    session(outcome.session(), root.putObject("session"));
    plan(outcome.plan(), root);
    root.put("jdk", outcome.machine().jdk());
    root.set("machine", Json.of(outcome.machine()));
    return root;
  }

  private static void ways(Outcome outcome, ObjectNode ways) {
    for (Map.Entry<Way, Figures> entry : outcome.figures().entrySet()) {
      Figures figures = entry.getValue();
      Ratio ratio = ratio(outcome, entry.getKey());
      ways.putObject(entry.getKey().key())
          .put("samples", figures.samples())
          .put("mean", figures.mean())
          .put("meanError", figures.meanError())
          .put("median", figures.median())
          .put("medianLow", figures.lowestMedian())
          .put("medianHigh", figures.highestMedian())
          .put("min", figures.min())
          .put("max", figures.max())
          .put("p99", figures.p99())
          .put("p99.9", figures.p999())
          .put("savedPercent", ratio.savedPercent())
          .put("medianRatio", ratio.median())
          .put("medianRatioLow", ratio.low())
          .put("medianRatioHigh", ratio.high())
          .put("meanRatio", ratio.mean());
    }
  }

  private static void session(Session session, ObjectNode node) {
    node.put("seed", session.seed()).put("commands", session.commands());
    for (Session.Kind kind : Session.Kind.values()) {
      node.put(kind.label(), session.kinds().getOrDefault(kind, 0));
    }
  }

  private static void plan(Plan plan, ObjectNode root) {
    root.put("forks", plan.forked() ? plan.rounds() : 0);
    root.putObject("warmup")
        .put("iterations", plan.warmup().iterations())
        .put("millisEach", plan.warmup().each().toMillis());
    root.putObject("measurement")
        .put("iterations", plan.measurement().iterations())
        .put("millisEach", plan.measurement().each().toMillis());
  }

  private static Ratio ratio(Outcome outcome, Way way) {
    return Objects.requireNonNull(outcome.ratios().get(way));
  }
}
