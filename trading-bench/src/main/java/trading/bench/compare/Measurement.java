package trading.bench.compare;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import trading.bench.Jmh;

/// Runs [CompareBenchmark] round by round, and says on its way how far it is.
final class Measurement {
  /// What starting a process, compiling, and finishing its last session take.
  private static final long OVERHEAD_MILLIS = 4_000;

  private final Plan plan;
  private final long seed;
  private final Ending expected;
  private final PrintWriter progress;

  Measurement(Plan plan, long seed, Ending expected, PrintWriter progress) {
    this.plan = plan;
    this.seed = seed;
    this.expected = expected;
    this.progress = progress;
  }

  /// {@return the figures of every way}
  ///
  /// @throws RunnerException when a benchmark failed, for example because an engine did not end as
  ///   expected
  Map<Way, Figures> run() throws RunnerException {
    Map<Way, List<Statistics>> samples = new EnumMap<>(Way.class);
    int left = plan.rounds() * Way.values().length;
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Way way : Way.values()) {
        say(way, round, left--);
        samples.computeIfAbsent(way, _ -> new ArrayList<>()).addAll(measure(way));
      }
    }
    Map<Way, Figures> figures = new EnumMap<>(Way.class);
    samples.forEach((way, iterations) -> figures.put(way, Figures.of(iterations)));
    return figures;
  }

  private void say(Way way, int round, int left) {
    long each = plan.warmup().millis() + plan.measurement().millis() + OVERHEAD_MILLIS;
    progress.printf(
        "compare: round %d of %d, %s; about %d s left%n",
        round, plan.rounds(), way.label(), left * each / 1_000);
    progress.flush();
  }

  private List<Statistics> measure(Way way) throws RunnerException {
    return Jmh.run(options(way), progress).stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .map(BenchmarkResult::getIterationResults)
        .flatMap(iterations -> iterations.stream())
        .map(iteration -> iteration.getPrimaryResult().getStatistics())
        .toList();
  }

  private Options options(Way way) {
    return new OptionsBuilder()
        .include(CompareBenchmark.class.getName().replace(".", "\\.") + "\\.command$")
        .param("way", way.name())
        .param("seed", Long.toString(seed))
        .param("commands", Integer.toString(plan.commands()))
        .param("stateHash", expected.stateHash())
        .param("digest", expected.digest())
        .forks(plan.forked() ? 1 : 0)
        .warmupIterations(plan.warmup().iterations())
        .warmupTime(TimeValue.milliseconds(plan.warmup().each().toMillis()))
        .measurementIterations(plan.measurement().iterations())
        .measurementTime(TimeValue.milliseconds(plan.measurement().each().toMillis()))
        .shouldFailOnError(true)
        .build();
  }
}
