package trading.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A comparison that takes rounds, prints a table, and says where and how it measured.
abstract class PeerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private JsonFile json = new JsonFile();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many processes measure each line of the table; 3 when absent.")
  private int rounds;

  private final List<FigureTable.Column> columns;
  private final String meaning;

  /// @param columns what is measured
  /// @param meaning what the figures are, after the number of rounds
  PeerCommand(List<FigureTable.Column> columns, String meaning) {
    this.columns = columns;
    this.meaning = meaning;
  }

  /// Measures and prints.
  ///
  /// @throws RunnerException when the harness cannot run
  /// @throws IOException when the file cannot be written
  @Override
  public final Integer call() throws RunnerException, IOException {
    requireSense();
    json.requireWritable();
    prove();
    Machine machine = Machine.here();
    String where =
        String.format(
            Locale.ROOT,
            "%s, %d cores, %s, JDK %s, load %.2f at the start",
            machine.processor(),
            machine.cores(),
            machine.system(),
            machine.jdk(),
            machine.loadAtStart());
    String how = rounds + (rounds == 1 ? " round, " : " rounds, ") + meaning;
    out().println(where);
    out().println(how);
    FigureTable table = new FigureTable(out(), columns);
    measure(table);
    json.write(table.tree().put("machine", where).put("rounds", rounds).put("figures", how));
    return 0;
  }

  /// Shows that what is compared does the same, or throws; there may be nothing to show.
  void prove() {}

  abstract void measure(FigureTable table) throws RunnerException;

  int rounds() {
    return rounds;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// Says on its way how far it is.
  void say(int round, String what) {
    err().println(spec.name() + ": round " + round + " of " + rounds + ", " + what);
  }

  ParameterException bad(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void requireSense() {
    if (rounds < 1) {
      throw bad("--rounds must be at least 1, was " + rounds);
    }
    CommandSpec parent = spec.parent();
    if (parent != null && !parent.commandLine().getParseResult().matchedOptions().isEmpty()) {
      throw bad("options of " + spec.name() + " must stand behind the word " + spec.name());
    }
  }
}
