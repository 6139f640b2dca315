package trading.client.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import trading.api.Position;
import trading.api.Quote;
import trading.client.Metrics;
import trading.client.TradingClient;
import trading.portfolio.PortfolioSummary;
import trading.risk.RiskAlert;
import trading.strategies.StrategyStatus;

/// Tables that are drawn again in place, for a terminal.
final class StatusScreen implements Status {
  private static final String CLEAR = "\u001b[2J";
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
            StatusTexts.orders(metrics.orders()),
            StatusTexts.latency(metrics.latency())));
    quotes(page);
    portfolio(page);
    positions(page);
    risk(metrics.risk(), page);
    strategies(page);
    alerts(page);
    page.flush();
    draw(text.toString());
  }

  @Override
  public void end() {
    out.println();
    out.flush();
  }

  private void draw(String text) {
    out.print(drawn ? HOME : CLEAR + HOME);
    drawn = true;
    text.lines().forEach(line -> out.print(line + ERASE_LINE + System.lineSeparator()));
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

  private void quotes(PrintWriter page) {
    Table table = Table.of("SYMBOL", "BID>", "ASK>", "LAST>", "CHANGE>", "CHANGE %>", "VOLUME>");
    for (Quote quote : client.marketData()) {
      table.row(
          quote.instrument().symbol(),
          Texts.price(quote.instrument(), quote.bidTicks()),
          Texts.price(quote.instrument(), quote.askTicks()),
          Texts.price(quote.instrument(), quote.lastTicks()),
          quote.instrument().price(quote.changeTicks()).toPlainString(),
          Texts.changePercent(quote),
          Texts.quantity(quote.instrument(), quote.volumeLots()));
    }
    table.print("Market data", page);
  }

  private void portfolio(PrintWriter page) {
    Table table = Table.of("ACCOUNT", "CASH>", "EQUITY>", "REALISED>", "UNREALISED>", "PROFIT>");
    for (String account : client.accounts()) {
      for (PortfolioSummary summary : client.portfolioSummary(account)) {
        table.row(
            account,
            Texts.money(summary.cashMicros()),
            Texts.money(summary.equityMicros()),
            Texts.money(summary.realisedMicros()),
            Texts.money(summary.unrealisedMicros()),
            Texts.money(summary.totalProfitMicros()));
      }
    }
    table.print("Portfolio", page);
  }

  private void positions(PrintWriter page) {
    Table table = Table.of("ACCOUNT", "SYMBOL", "QUANTITY>", "LAST>", "REALISED>", "UNREALISED>");
    for (String account : client.accounts()) {
      for (Position position : client.positions(account)) {
        table.row(
            account,
            position.instrument().symbol(),
            Texts.quantity(position.instrument(), position.netLots()),
            Texts.price(position.instrument(), position.markTicks()),
            Texts.money(position.realisedMicros()),
            Texts.money(position.unrealisedMicros()));
      }
    }
    table.print("Positions", page);
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

  private void strategies(PrintWriter page) {
    Table table = Table.of("STRATEGY", "STATE", "ORDERS>", "REFUSED>", "SIGNALS>", "LAST SIGNAL");
    for (StrategyStatus status : client.strategies()) {
      table.row(
          status.id(),
          status.state().name().toLowerCase(Locale.ROOT),
          status.activity().ordersSubmitted(),
          status.activity().refusals(),
          status.activity().signals(),
          StatusTexts.lastSignal(status));
    }
    table.print("Strategies", page);
  }
}
