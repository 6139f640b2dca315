package trading.bench.determinism;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command that `.ci/determinism` starts.
@Command(
    name = "determinism",
    description = {
      "Run one session of orders in many virtual machines, each a process of its own: every"
          + " compiler, garbage collector, kind of object header, locale and time zone. Show that"
          + " all end with the same digest."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all processes agree",
      "1:some do not (they are named), or one failed",
      "2:bad input"
    })
public final class Main implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // picocli shows the help where it is set.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean isHelp;

  @Option(
      names = "--commands",
      defaultValue = "1000000",
      description = "Length of the session; 1000000 when absent.")
  private long commands;

  @Option(
      names = "--interpreted",
      defaultValue = "50000",
      description = "Its length without a compiler, where all others are looked at, too.")
  private long interpreted;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the session; 1 when absent.")
  private long seed;

  @Option(names = "--few", description = "Five processes only.")
  private boolean isFew;

  @Option(
      names = "--fault",
      defaultValue = "NONE",
      description =
          "Let the session depend on what it must not: ${COMPLETION-CANDIDATES}. It shows that the"
              + " comparison notices.")
  private Fault fault = Fault.NONE;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /// Runs the command line and exits with its code.
  ///
  /// @param args the options
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (interpreted < 1 || commands < interpreted) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--interpreted must be 1.." + commands + " (--commands), was " + interpreted);
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Matrix matrix = new Matrix(seed, commands, interpreted, fault, out);
    return matrix.compare(isFew ? Setup.few() : Setup.all(), new ArrayList<>()).isEmpty() ? 0 : 1;
  }
}
