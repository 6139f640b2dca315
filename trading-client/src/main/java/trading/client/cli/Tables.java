package trading.client.cli;

import trading.api.Instrument;
import trading.api.Position;
import trading.api.Quote;
import trading.client.TradingClient;
import trading.portfolio.PortfolioSummary;
import trading.strategies.StrategyStatus;

/// The tables that both the live status and the report of a session show.
final class Tables {

  private Tables() {}

  static Table marketData(TradingClient client) {
    Table table =
        Table.of(
            "SYMBOL",
            "LAST>",
            "CHANGE %>",
            "BID>",
            "ASK>",
            "VOLUME>",
            "OPEN>",
            "HIGH>",
            "LOW>",
            "CHANGE>");
    for (Quote quote : client.marketData()) {
      Instrument instrument = quote.instrument();
      table.row(
          instrument.symbol(),
          Texts.price(instrument, quote.lastTicks()),
          Texts.changePercent(quote),
          Texts.price(instrument, quote.bidTicks()),
          Texts.price(instrument, quote.askTicks()),
          Texts.quantity(instrument, quote.volumeLots()),
          Texts.price(instrument, quote.openTicks()),
          Texts.price(instrument, quote.highTicks()),
          Texts.price(instrument, quote.lowTicks()),
          instrument.price(quote.changeTicks()).toPlainString());
    }
    return table;
  }

  static Table portfolio(TradingClient client) {
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
    for (String account : client.accounts()) {
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
    return table;
  }

  static Table positions(TradingClient client) {
    Table table =
        Table.of("ACCOUNT", "SYMBOL", "QUANTITY>", "COST>", "LAST>", "REALISED>", "UNREALISED>");
    for (String account : client.accounts()) {
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
    return table;
  }

  static Table strategies(TradingClient client) {
    Table table =
        Table.of(
            "STRATEGY",
            "STATE",
            "ORDERS>",
            "REFUSED>",
            "SIGNALS>",
            "LAST SIGNAL",
            "SETTINGS",
            "STOPPED BECAUSE");
    for (StrategyStatus status : client.strategies()) {
      table.row(
          status.id(),
          status.state(),
          status.activity().ordersSubmitted(),
          status.activity().refusals(),
          status.activity().signals(),
          StatusTexts.lastSignal(status),
          Texts.settings(status.settings()),
          status.stopReason());
    }
    return table;
  }
}
