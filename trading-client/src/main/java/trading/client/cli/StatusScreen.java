package trading.client.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import trading.client.Metrics;
import trading.client.TradingClient;
import trading.risk.RiskAlert;

/// Tables that are drawn again in place, for a terminal: as many lines as fit, the most important
/// first. What was on the terminal before is there again at the end.
final class StatusScreen implements Status {
  /// The alternate screen, without wrapping long lines.
  private static final String BEGIN = "\u001b[?1049h\u001b[?7l\u001b[2J";

  private static final String END = "\u001b[?7h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String ERASE_LINE = "\u001b[K";
  private static final String ERASE_BELOW = "\u001b[J";
  private static final int RISKS_SHOWN = 5;
  private static final int ALERTS_SHOWN = 3;

  private final TradingClient client;
  private final String title;
  private final PrintWriter out;
  private boolean drawn;

  StatusScreen(TradingClient client, String title, PrintWriter out) {
    this.client = client;
    this.title = title;
    this.out = out;
  }

  @Override
  public void show(Metrics metrics) {
    StringWriter text = new StringWriter();
    PrintWriter page = new PrintWriter(text);
    page.println(title + "  " + Texts.time(metrics.atNanos(), client.zone()));
    page.println(
        String.join(
            "   ",
            StatusTexts.marketData(metrics.marketData()),
            StatusTexts.orders(metrics.orders())));
    page.println(StatusTexts.latency(metrics.latency()) + "   " + StatusTexts.risk(metrics.risk()));
    page.println(StatusTexts.money(client) + "   " + StatusTexts.signals(client.strategies()));
    alerts(page);
    Tables.marketData(client).print("Market data", page);
    Tables.strategies(client).print("Strategies", page);
    Tables.positions(client).print("Positions", page);
    risk(metrics.risk(), page);
    Tables.portfolio(client).print("Portfolio", page);
    page.flush();
    draw(text.toString().lines().toList());
  }

  @Override
  public void end() {
    if (drawn) {
      out.print(END);
      out.flush();
    }
  }

  private void draw(List<String> lines) {
    int rows = Math.min(lines.size(), TerminalRows.read() - 2);
    out.print(drawn ? HOME : BEGIN + HOME);
    drawn = true;
    lines.subList(0, rows).forEach(line -> out.print(line + ERASE_LINE + "\n"));
    if (rows < lines.size()) {
      out.print("... " + (lines.size() - rows) + " more lines in a higher window" + ERASE_LINE);
    }
    out.print(ERASE_BELOW);
    out.flush();
  }

  private void alerts(PrintWriter page) {
    List<RiskAlert> alerts = client.riskAlerts();
    if (!alerts.isEmpty()) {
      page.println();
    }
    for (RiskAlert alert : alerts.stream().limit(ALERTS_SHOWN).toList()) {
      page.println(Texts.time(alert.atNanos(), client.zone()) + " " + alert.sentence());
    }
  }

  private static void risk(List<Metrics.RiskUse> uses, PrintWriter page) {
    Table table = Table.of("ACCOUNT", "RULE", "SYMBOL", "USE>");
    uses.stream()
        .sorted((a, b) -> Long.compare(b.useMillionths(), a.useMillionths()))
        .limit(RISKS_SHOWN)
        .forEach(use ->
            table.row(
                use.account(), use.rule(), use.symbol(), StatusTexts.percent(use.useMillionths())));
    table.print("Risk, the " + RISKS_SHOWN + " most used limits", page);
  }
}
