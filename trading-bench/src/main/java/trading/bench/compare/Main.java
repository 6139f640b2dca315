package trading.bench.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import trading.api.Reason;
import trading.bench.BookComparison;
import trading.bench.EngineComparison;
import trading.bench.JsonFile;
import trading.bench.PlaceOrderTable;

/// The command `trading compare`, which the launcher at the root starts; it is not in the image.
@Command(
    name = "trading compare",
    description = {
      "Send one session of orders to an engine by method calls, and to engines of their own by"
          + " loopback HTTP and JSON; show that all did the same, and what one order takes by each"
          + " way.",
      "",
      "Figures go to standard output, progress to standard error. When the engines did not do the"
          + " same, no ratio is printed."
    },
    subcommands = {BookComparison.class, EngineComparison.class, PlaceOrderTable.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, whether or not the budgets hold",
      "1:the engines differ, or a measurement failed",
      "2:bad input"
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int STARTS = 10;

  private final Plan quick;
  private final Plan full;

  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("UnusedVariable") // picocli shows the help where it is set.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help message and exit.")
  private boolean isHelp;

  @Option(
      names = "--quick",
      description = "One fork instead of three, shorter iterations: ends within two minutes.")
  private boolean isQuick;

  @Option(
      names = "--startup",
      description =
          "Instead of orders: the size of the image, and how long it takes to start and to answer"
              + " the first order.")
  private boolean isStartup;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the orders and of the market; 1 when absent.")
  private long seed;

  @Mixin private JsonFile json = new JsonFile();

  @Option(
      names = "--fault",
      description =
          "Drop one order on the HTTP side, to show that the comparison then refuses to compare.")
  private boolean isFaulty;

  @Option(names = "--image", hidden = true, defaultValue = "${sys:trading.image}")
  private @Nullable Path image;

  Main(Plan quick, Plan full) {
    this.quick = quick;
    this.full = full;
  }

  /// Runs the command line and exits with its code.
  ///
  /// @param args the options
  public static void main(String[] args) {
    System.exit(
        run(
            new Main(Plan.quick(), Plan.full()),
            args,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  static int run(Main main, String[] args, PrintWriter out, PrintWriter err) {
    int code =
        new CommandLine(main)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((e, _) -> misunderstood(e))
            .setExecutionExceptionHandler((e, command, _) -> failed(e, command.getErr()))
            .execute(args);
    out.flush();
    err.flush();
    return out.checkError() && code == 0 ? FAILED : code;
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    if (isStartup && (isQuick || isFaulty)) {
      throw bad("--startup goes with --json only");
    }
    json.requireWritable();
    return isStartup ? startup() : compare();
  }

  private int compare() throws IOException, RunnerException {
    PrintWriter out = spec.commandLine().getOut();
    Plan plan = isQuick ? quick : full;
    UnaryOperator<Desk> fault =
        isFaulty ? desk -> Desk.dropping(desk, plan.commands() / 4) : UnaryOperator.identity();
    Outcome outcome = new Comparison(seed, plan, spec.commandLine().getErr()).run(fault);
    new CompareReport(outcome, out).print();
    json.write(CompareJson.of(outcome));
    return outcome.stateEqual() ? 0 : FAILED;
  }

  private int startup() throws IOException {
    if (image == null || !Files.isExecutable(image.resolve("bin/trading"))) {
      throw bad(
          "there is no image at " + image + "; please start with ./trading compare --startup");
    }
    Startup.Found found = new Startup(image, STARTS, spec.commandLine().getErr()).run();
    StartupReport.print(found, spec.commandLine().getOut());
    json.write(StartupReport.json(found));
    return 0;
  }

  private ParameterException bad(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static int misunderstood(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("trading: " + Reason.BAD_COMMAND_LINE + ": " + e.getMessage());
    err.println("See: trading compare --help");
    return BAD_INPUT;
  }

  private static int failed(Exception e, PrintWriter err) {
    e.printStackTrace(err);
    return FAILED;
  }
}
