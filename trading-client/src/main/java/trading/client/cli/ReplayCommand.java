package trading.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.client.replay.FlowReplay;
import trading.client.replay.LobsterReplay;
import trading.client.replay.ReplayBook;
import trading.client.replay.ReplayJson;

/// Plays recorded orders through an order book.
@Command(
    name = "replay",
    description = {
      "Play recorded orders through an order book and print what comes of them.",
      "",
      "Format flow: binary commands of 20 bytes, which the book matches. Format lobster: NASDAQ"
          + " messages, which say themselves what happened to each order; --check compares the book"
          + " with the recorded one after each message."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

  /// What a file is.
  enum Format {
    /// Commands.
    FLOW,
    /// Messages.
    LOBSTER
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "What the file is: flow or lobster.")
  private Format format = Format.FLOW;

  @Parameters(paramLabel = "FILE", description = "The recorded orders, gzip or not.")
  private Path file = Path.of("");

  @Option(
      names = "--book",
      paramLabel = "B",
      description = "fast, or naive: slow and right at a glance; fast when absent.")
  private ReplayBook book = ReplayBook.FAST;

  @Option(
      names = "--check",
      paramLabel = "BOOK",
      description = "lobster: the order book file that belongs to the messages.")
  private Optional<Path> check = Optional.empty();

  @Option(
      names = "--levels",
      paramLabel = "N",
      description = "--check: how many levels to compare; all when absent.")
  private Optional<Integer> levels = Optional.empty();

  @Option(
      names = "--one-step",
      description =
          "--check: fill the book anew from each row, and skip rows that the one before it does not"
              + " tell.")
  private boolean oneStep;

  @Option(names = "--json", description = "Print JSON for machines.")
  private boolean json;

  @Override
  public Integer call() {
    requireTogether();
    return switch (format) {
      case FLOW -> flow(FlowReplay.run(file, book));
      case LOBSTER ->
          lobster(
              check
                  .map(rows -> LobsterReplay.check(file, rows, levels(), oneStep, book))
                  .orElseGet(() -> LobsterReplay.run(file, book)));
    };
  }

  private OptionalInt levels() {
    return levels.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private void requireTogether() {
    if (format != Format.LOBSTER && check.isPresent()) {
      throw new BadInputException(Reason.BAD_SETTING, "--check needs --format lobster");
    }
    if (check.isEmpty() && (levels.isPresent() || oneStep)) {
      throw new BadInputException(Reason.BAD_SETTING, "--levels and --one-step need --check");
    }
  }

  private int flow(FlowReplay.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(ReplayJson.render(result));
      return 0;
    }
    Table.of("FIGURE", "VALUE>")
        .row("commands", result.commands())
        .row("commands without their order", result.strangers())
        .row("trades", result.trades())
        .row("quantity", result.quantity())
        .row("orders left", result.orders())
        .row("bid volume", result.bidLots())
        .row("ask volume", result.askLots())
        .print("Replay", out);
    out.println();
    out.println("SHA-256 of the trades " + result.sha256());
    return 0;
  }

  private int lobster(LobsterReplay.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(ReplayJson.render(result));
    } else {
      new LobsterReport(result).print(out);
    }
    Optional<LobsterReplay.Check> failed = result.check().filter(done -> !done.passed());
    failed
        .flatMap(LobsterReplay.Check::firstDifference)
        .ifPresent(where -> spec.commandLine().getErr().println("trading: books differ: " + where));
    return failed.isPresent() ? Main.FAILED : 0;
  }
}
