package trading.client.cli;

import java.io.PrintWriter;
import java.util.Locale;
import trading.client.replay.LobsterReplay;

/// What came of LOBSTER messages, for people.
final class LobsterReport {
  private final LobsterReplay.Result result;

  LobsterReport(LobsterReplay.Result result) {
    this.result = result;
  }

  void print(PrintWriter out) {
    LobsterReplay.Executions executions = result.executions();
    Table.of("FIGURE", "VALUE>", "SHARE>")
        .row("messages", result.messages(), "")
        .row("new orders", result.newOrders(), "")
        .row("partial cancels", result.partialCancels(), "")
        .row("deletions", result.deletions(), "")
        .row("executions", executions.all(), "")
        .row(
            "  of an order that the file brought",
            executions.known(),
            share(executions.known(), executions.all()))
        .row(
            "  of these, at the best price",
            executions.atBest(),
            share(executions.atBest(), executions.known()))
        .row(
            "  of these, of the oldest order there, by its number",
            executions.oldest(),
            share(executions.oldest(), executions.atBest()))
        .row(
            "  at the best price, of the first in the queue",
            executions.first(),
            share(executions.first(), executions.atBest()))
        .row("  while trading was halted", executions.whileHalted(), "")
        .row("hidden executions", result.hiddenExecutions(), "")
        .row("cross trades", result.crossTrades(), "")
        .row("halts and resumptions", result.halts(), "")
        .row("messages without their order", result.strangers(), "")
        .print("Replay", out);
    result.check().ifPresent(check -> print(check, out));
  }

  private static void print(LobsterReplay.Check check, PrintWriter out) {
    out.println();
    out.printf(
        Locale.ROOT,
        "rows equal up to level %d: %d/%d%n",
        check.levels(),
        check.equal(),
        check.determinable());
    if (check.undeterminable() > 0) {
      out.printf(
          Locale.ROOT,
          "rows that the one before does not tell: %d of %d%n",
          check.undeterminable(),
          check.rows());
    }
  }

  private static String share(long part, long all) {
    return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
