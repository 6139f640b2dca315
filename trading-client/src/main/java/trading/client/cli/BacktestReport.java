package trading.client.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Side;
import trading.client.Backtest;
import trading.client.BacktestResult;
import trading.portfolio.RoundTrip;
import trading.portfolio.Statistics;

/// A backtest's result for people.
final class BacktestReport {
  private static final int SHOWN_TRADES = 10;

  private final BacktestResult result;
  private final Backtest backtest;
  private final Instrument instrument;

  BacktestReport(BacktestResult result) {
    this.result = result;
    this.backtest = result.backtest();
    this.instrument = backtest.instrument();
  }

  void print(PrintWriter out) {
    head(out);
    figures(out);
    trades(out);
    if (!result.warnings().isEmpty()) {
      out.println();
      out.println("Warnings");
      result.warnings().forEach(warning -> out.println("  " + warning));
    }
    out.println();
    out.println("digest " + result.digest());
  }

  private void head(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s (%s) on %s, %s%n",
        backtest.strategyId(),
        Texts.settings(result.settings()),
        instrument.symbol(),
        backtest.data().getFileName());
    out.printf(
        Locale.ROOT,
        "%d bars, %s to %s %s%n",
        result.bars(),
        time(result.equity().atNanos(0)),
        time(result.equity().atNanos(result.equity().size() - 1)),
        result.zone());
    out.println(riskLine());
  }

  private String riskLine() {
    var rules = backtest.options().risk().rules();
    if (rules.isEmpty() && backtest.options().risk().accounts().isEmpty()) {
      return "risk: no limits (--risk runs the built-in rules)";
    }
    StringBuilder line = new StringBuilder("risk:");
    rules.forEach((id, settings) -> line.append(" " + id + " (" + Texts.settings(settings) + ")"));
    backtest
        .options()
        .risk()
        .accounts()
        .getOrDefault(backtest.strategyId(), Map.of())
        .forEach(
            (id, own) -> line.append(" " + id + " of the account (" + Texts.settings(own) + ")"));
    return line.toString();
  }

  private void figures(PrintWriter out) {
    Statistics statistics = result.statistics();
    String currency = instrument.currency();
    Table.of("FIGURE", "VALUE>")
        .row("starting cash, " + currency, Texts.money(backtest.options().cashMicros()))
        .row("final equity, " + currency, Texts.money(result.finalEquityMicros()))
        .row("total return", Texts.percent(statistics.value(Statistics.TOTAL_RETURN)))
        .row("return per year", Texts.percent(statistics.value(Statistics.CAGR)))
        .row("volatility per year", Texts.percent(statistics.value(Statistics.VOLATILITY)))
        .row("Sharpe ratio", Texts.decimal(statistics.value(Statistics.SHARPE)))
        .row("Sortino ratio", Texts.decimal(statistics.value(Statistics.SORTINO)))
        .row("maximum drawdown", Texts.percent(statistics.value(Statistics.MAX_DRAWDOWN)))
        .row("Calmar ratio", Texts.decimal(statistics.value(Statistics.CALMAR)))
        .row("exposure", Texts.percent(statistics.value(Statistics.EXPOSURE)))
        .row("trades closed", result.trades().size())
        .row("win rate", Texts.percent(statistics.value(Statistics.WIN_RATE)))
        .row("best trade", Texts.percent(statistics.value(Statistics.BEST_TRADE)))
        .row("worst trade", Texts.percent(statistics.value(Statistics.WORST_TRADE)))
        .row("profit factor", Texts.decimal(statistics.value(Statistics.PROFIT_FACTOR)))
        .row("fees paid, " + currency, Texts.money(feesMicros()))
        .row("still held", Texts.quantity(instrument, result.openLots()))
        .row("orders", result.orders().size())
        .row("orders refused", result.status().refusals())
        .print("Result", out);
  }

  private long feesMicros() {
    return result.orders().stream().mapToLong(Order::feesMicros).sum();
  }

  private void trades(PrintWriter out) {
    List<RoundTrip> all = result.trades();
    List<RoundTrip> last = all.subList(Math.max(0, all.size() - SHOWN_TRADES), all.size());
    Table table =
        Table.of("SIDE", "QUANTITY>", "ENTRY", "PRICE>", "EXIT", "PRICE>", "NET>", "RETURN>");
    for (RoundTrip trade : last) {
      table.row(
          trade.side() == Side.BUY ? "LONG" : "SHORT",
          Texts.quantity(instrument, trade.lots()),
          time(trade.entryNanos()),
          trade.entryPrice().toPlainString(),
          time(trade.exitNanos()),
          trade.exitPrice().toPlainString(),
          Texts.money(trade.netMicros()),
          Texts.percent(OptionalDouble.of(trade.returnRatio())));
    }
    table.print(
        all.size() > SHOWN_TRADES
            ? "Trades (the last " + SHOWN_TRADES + "; --json has all)"
            : "Trades",
        out);
  }

  private String time(long nanos) {
    return Texts.time(nanos, result.zone());
  }
}
