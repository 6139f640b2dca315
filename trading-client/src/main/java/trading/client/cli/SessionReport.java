package trading.client.cli;

import java.io.PrintWriter;
import java.util.List;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Reason;
import trading.client.TradingClient;
import trading.portfolio.Transaction;
import trading.risk.LimitUse;
import trading.risk.RiskAlert;
import trading.risk.RiskSummary;

/// Every table of a session, for people.
final class SessionReport {
  private static final int SHOWN = 10;

  private final TradingClient client;
  private final List<String> accounts;

  SessionReport(TradingClient client) {
    this.client = client;
    this.accounts = client.accounts();
  }

  void print(PrintWriter out) {
    orders(out);
    transactions(out);
    Tables.positions(client).print("Positions", out);
    Tables.portfolio(client).print("Portfolio", out);
    Tables.marketData(client)
        .print("Market data, " + Texts.time(client.nowNanos(), client.zone()), out);
    risk(out);
    Tables.strategies(client).print("Strategies", out);
    Table problems = Table.of("WHY");
    client.orderProblems().forEach(problems::row);
    problems.print("Orders refused or canceled", out);
    out.println();
    out.println("digest " + client.digest());
  }

  private void orders(PrintWriter out) {
    Table table =
        Table.of(
            "ORDER>",
            "TIME",
            "ACCOUNT",
            "SYMBOL",
            "SIDE",
            "TYPE",
            "QUANTITY>",
            "LIMIT>",
            "FILLED>",
            "AVERAGE>",
            "STATUS",
            "REASON");
    for (String account : accounts) {
      List<Order> all = client.orders(account);
      all.subList(Math.max(0, all.size() - SHOWN), all.size()).forEach(order -> row(table, order));
    }
    table.print("Orders (the last " + SHOWN + " of each account)", out);
  }

  private void row(Table table, Order order) {
    Instrument instrument = order.instrument();
    table.row(
        order.id(),
        Texts.time(order.createdNanos(), client.zone()),
        order.account(),
        instrument.symbol(),
        order.side(),
        order.type(),
        Texts.quantity(instrument, order.lots()),
        Texts.price(instrument, order.limitTicks()),
        Texts.quantity(instrument, order.filledLots()),
        Texts.average(order),
        order.status(),
        order.reason().map(Reason::toString).orElse(""));
  }

  private void transactions(PrintWriter out) {
    Table table =
        Table.of("TRADE>", "TIME", "ACCOUNT", "SYMBOL", "SIDE", "QUANTITY>", "PRICE>", "FEE>");
    for (String account : accounts) {
      for (Transaction fill : client.transactions(account, SHOWN)) {
        table.row(
            fill.tradeId(),
            Texts.time(fill.atNanos(), client.zone()),
            account,
            fill.instrument().symbol(),
            fill.side(),
            Texts.quantity(fill.instrument(), fill.lots()),
            Texts.price(fill.instrument(), fill.priceTicks()),
            Texts.money(fill.feeMicros()));
      }
    }
    table.print("Transactions (newest first, " + SHOWN + " of each account)", out);
  }

  private void risk(PrintWriter out) {
    Table accountsTable = Table.of("ACCOUNT", "LEVEL", "ORDERS TODAY>", "BECAUSE");
    Table limits = Table.of("ACCOUNT", "RULE", "OF", "VALUE>", "LIMIT>", "USE>");
    for (String account : accounts) {
      RiskSummary summary = client.riskSummary(account);
      accountsTable.row(account, summary.level(), summary.ordersToday(), summary.reason());
      for (LimitUse use : used(summary)) {
        limits.row(
            account,
            use.rule(),
            use.symbol().isEmpty() ? use.currency() : use.symbol(),
            use.text(use.actual()),
            use.text(use.limit()),
            StatusTexts.percent(use.useMillionths()));
      }
    }
    accountsTable.print("Risk", out);
    limits.print("Limits of which something is used", out);
    Table alerts = Table.of("TIME", "LEVEL", "WHAT");
    for (RiskAlert alert : client.riskAlerts().stream().limit(SHOWN).toList()) {
      alerts.row(Texts.time(alert.atNanos(), client.zone()), alert.level(), alert.sentence());
    }
    alerts.print("Risk alerts (newest first, " + SHOWN + ")", out);
  }

  private static List<LimitUse> used(RiskSummary summary) {
    return summary.uses().stream().filter(use -> use.useMillionths() > 0).toList();
  }
}
