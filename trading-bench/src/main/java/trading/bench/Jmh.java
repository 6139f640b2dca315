package trading.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs benchmarks silently; what the harness said is shown when it fails.
public final class Jmh {
  private Jmh() {}

  /// {@return what was measured}
  ///
  /// @param options which benchmarks, and how
  /// @param err where a failure is explained
  /// @throws RunnerException when a benchmark failed
  public static Collection<RunResult> run(Options options, PrintWriter err) throws RunnerException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    OutputFormat format =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(log, true, StandardCharsets.UTF_8), VerboseMode.NORMAL);
    try {
      return new Runner(options, format).run();
    } catch (RunnerException e) {
      err.println(log.toString(StandardCharsets.UTF_8));
      throw e;
    }
  }
}
