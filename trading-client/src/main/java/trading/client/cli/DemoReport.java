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
import trading.risk.RiskSummary;
import trading.strategies.StrategyStatus;

/// Every table of a session, for people.
final class DemoReport {
  private static final int SHOWN = 10;

  private final TradingClient client;
  private final List<String> accounts;

  DemoReport(TradingClient client) {
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
            Texts.money(summary.totalProfitMicros()));
      }
    }
    table.print("Portfolio", out);
  }

  private void marketData(PrintWriter out) {
    Table table =
        Table.of("SYMBOL", "BID>", "ASK>", "LAST>", "OPEN>", "HIGH>", "LOW>", "CHANGE>", "VOLUME>");
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
          Texts.quantity(instrument, quote.volumeLots()));
    }
    table.print("Market data, " + Texts.time(client.nowNanos(), client.zone()), out);
  }

  private void risk(PrintWriter out) {
    Table table = Table.of("ACCOUNT", "ORDERS TODAY>", "DAY PROFIT>", "RULE", "SETTINGS");
    for (String account : accounts) {
      RiskSummary summary = client.riskSummary(account);
      String profit =
          String.join(
              " ",
              summary.money().stream().map(money -> Texts.money(money.dayProfitMicros())).toList());
      for (RiskSummary.Rule rule : summary.rules()) {
        table.row(
            account, summary.ordersToday(), profit, rule.id(), Texts.settings(rule.settings()));
      }
    }
    table.print("Risk", out);
  }

  private void strategies(PrintWriter out) {
    Table table =
        Table.of("STRATEGY", "ACCOUNT", "STATE", "ORDERS>", "REFUSED>", "STOPPED BECAUSE");
    for (StrategyStatus status : client.strategies()) {
      table.row(
          status.id(),
          status.account(),
          status.state(),
          status.ordersSubmitted(),
          status.refusals(),
          status.stopReason());
    }
    table.print("Strategies", out);
  }
}
