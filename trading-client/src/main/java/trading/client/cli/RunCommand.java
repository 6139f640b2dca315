package trading.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trading.client.ConfigSources;
import trading.client.PluginCatalog;
import trading.client.TradingClient;
import trading.client.TradingConfig;

/// Runs the whole system in real time until it is told to stop, and shows how it does.
@Command(
    name = "run",
    description = {
      "Run the whole system in PAPER: the simulated market quotes by the real clock, strategies"
          + " trade on threads and accounts of their own, limits are watched, positions are"
          + " marked.",
      "",
      "On a terminal the status is drawn again in place, else it is one line at a time. Ctrl-C and"
          + " SIGTERM stop it in order: market, strategies, open orders as stop.orders has it, then"
          + " the summary; the exit code is 0."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions config;
  @Mixin private PluginOptions plugins;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Stop after this time, for example 30s; without it, run until told to stop.")
  private Optional<Duration> limit = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the market, as --set market.seed=N.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write metrics, one JSON object a line, as --set metrics.file=FILE.")
  private Optional<Path> metrics = Optional.empty();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "1s",
      description = "Time from one status to the next; 1s when absent.")
  private Duration every = Duration.ofSeconds(1);

  @Option(names = "--lines", description = "Print lines on a terminal too.")
  private boolean lines;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ConfigSources sources = config.read(options());
    PluginCatalog catalog = plugins.load(spec.commandLine().getErr());
    TradingConfig inEffect = TradingConfig.load(sources, catalog);
    try (StopSignal stop = StopSignal.listen()) {
      int code = run(inEffect, catalog, stop);
      out.flush();
      stop.end(code);
      return code;
    }
  }

  /// Failures are told here: after a signal the process ends when this returns.
  private int run(TradingConfig inEffect, PluginCatalog catalog, StopSignal stop) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Recording recording = Recording.of(inEffect, err);
        TradingClient client = TradingClient.configured(inEffect, catalog).realTime().open()) {
      stop.stopping(client::stop);
      Status status = status(client, inEffect, out);
      boolean well = new RunLoop(client, status, recording, every).run(limit, stop, out);
      client.stop();
      recording.record(client);
      status.end();
      new SessionReport(client).print(out);
      client.failure().ifPresent(e -> err.println("trading: the market failed: " + e));
      return well && recording.isWhole() ? 0 : Main.FAILED;
    } catch (RuntimeException e) {
      return Main.report(e, err);
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    seed.ifPresent(value -> options.put("market.seed", Long.toString(value)));
    metrics.ifPresent(file -> options.put("metrics.file", file.toString()));
    return options;
  }

  @SuppressWarnings("SystemConsoleNull") // An image without JLine answers null where none is.
  private Status status(TradingClient client, TradingConfig inEffect, PrintWriter out) {
    String title = "PAPER, simulated market, seed " + inEffect.seed();
    if (!lines && System.console() != null && System.console().isTerminal()) {
      return new StatusScreen(client, title + ", Ctrl-C stops", out);
    }
    out.println(title + ", " + inEffect.symbols().size() + " symbols subscribed");
    return new StatusLines(client, out);
  }
}
