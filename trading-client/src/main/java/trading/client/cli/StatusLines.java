package trading.client.cli;

import java.io.PrintWriter;
import trading.client.Metrics;
import trading.client.TradingClient;

/// One line per look at the running system, for pipes and log files.
final class StatusLines implements Status {
  private final TradingClient client;
  private final PrintWriter out;

  StatusLines(TradingClient client, PrintWriter out) {
    this.client = client;
    this.out = out;
  }

  @Override
  public void show(Metrics metrics) {
    out.println(
        String.join(
            " | ",
            Texts.time(metrics.atNanos(), client.zone())
                + " "
                + StatusTexts.marketData(metrics.marketData()),
            StatusTexts.orders(metrics.orders()),
            StatusTexts.money(client),
            StatusTexts.positions(metrics.profit()),
            StatusTexts.risk(metrics.risk()),
            StatusTexts.signals(client.strategies()),
            StatusTexts.latency(metrics.latency())));
  }

  @Override
  public void end() {
    // Lines stay as they are.
  }
}
