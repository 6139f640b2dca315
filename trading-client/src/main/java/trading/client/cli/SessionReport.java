package trading.client.cli;

import java.io.PrintWriter;
import java.util.List;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Position;
import trading.api.Quote;
import trading.api.Reason;
import trading.client.TradingClient;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Transaction;
import trading.risk.LimitUse;
import trading.risk.RiskAlert;
import trading.risk.RiskSummary;
import trading.strategies.StrategyStatus;

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
    positions(out);
    portfolio(out);
    marketData(out);
    risk(out);
    strategies(out);
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

  private void positions(PrintWriter out) {
    Table table =
        Table.of("ACCOUNT", "SYMBOL", "QUANTITY>", "COST>", "LAST>", "REALISED>", "UNREALISED>");
    for (String account : accounts) {
      for (Position position : client.positions(account)) {
        table.row(
            account,
            position.instrument().symbol(),
            Texts.quantity(position.instrument(), position.netLots()),
            Texts.money(position.openCostMicros()),
            Texts.price(position.instrument(), position.markTicks()),
            Texts.money(position.realisedMicros()),
            Texts.money(position.unrealisedMicros()));
      }
    }
    table.print("Positions", out);
  }

  private void portfolio(PrintWriter out) {
    Table table =
        Table.of(
            "ACCOUNT",
            "CURRENCY",
            "DEPOSITS>",
            "CASH>",
            "POSITIONS>",
            "EQUITY>",
            "REALISED>",
            "UNREALISED>",
            "FEES>",
            "DAY>",
            "WEEK>",
            "MONTH>",
            "PROFIT>");
    for (String account : accounts) {
      for (PortfolioSummary summary : client.portfolioSummary(account)) {
        table.row(
            account,
            summary.currency(),
            Texts.money(summary.depositsMicros()),
            Texts.money(summary.cashMicros()),
            Texts.money(summary.positionValueMicros()),
            Texts.money(summary.equityMicros()),
            Texts.money(summary.realisedMicros()),
            Texts.money(summary.unrealisedMicros()),
            Texts.money(summary.feesMicros()),
            Texts.money(summary.dailyProfitMicros()),
            Texts.money(summary.weeklyProfitMicros()),
            Texts.money(summary.monthlyProfitMicros()),
            Texts.money(summary.totalProfitMicros()));
      }
    }
    table.print("Portfolio", out);
  }

  private void marketData(PrintWriter out) {
    Table table =
        Table.of(
            "SYMBOL",
            "BID>",
            "ASK>",
            "LAST>",
            "OPEN>",
            "HIGH>",
            "LOW>",
            "CHANGE>",
            "CHANGE %>",
            "VOLUME>");
    for (Quote quote : client.marketData()) {
      Instrument instrument = quote.instrument();
      table.row(
          instrument.symbol(),
          Texts.price(instrument, quote.bidTicks()),
          Texts.price(instrument, quote.askTicks()),
          Texts.price(instrument, quote.lastTicks()),
          Texts.price(instrument, quote.openTicks()),
          Texts.price(instrument, quote.highTicks()),
          Texts.price(instrument, quote.lowTicks()),
          instrument.price(quote.changeTicks()).toPlainString(),
          Texts.changePercent(quote),
          Texts.quantity(instrument, quote.volumeLots()));
    }
    table.print("Market data, " + Texts.time(client.nowNanos(), client.zone()), out);
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

  private void strategies(PrintWriter out) {
    Table table =
        Table.of(
            "STRATEGY",
            "STATE",
            "SETTINGS",
            "ORDERS>",
            "REFUSED>",
            "SIGNALS>",
            "LAST SIGNAL",
            "STOPPED BECAUSE");
    for (StrategyStatus status : client.strategies()) {
      table.row(
          status.id(),
          status.state(),
          Texts.settings(status.settings()),
          status.activity().ordersSubmitted(),
          status.activity().refusals(),
          status.activity().signals(),
          StatusTexts.lastSignal(status),
          status.stopReason());
    }
    table.print("Strategies", out);
  }
}
