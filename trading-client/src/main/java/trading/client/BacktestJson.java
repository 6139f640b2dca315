package trading.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Reason;
import trading.api.Side;
import trading.client.json.Json;
import trading.portfolio.EquityCurve;
import trading.portfolio.RoundTrip;
import trading.portfolio.Statistic;

/// A backtest's result as JSON for machines; the same result gives the same bytes.
///
/// Keys: `strategy`, `settings`, `symbol`, `currency`, `tick`, `lot`, `data`, `bars`, `from`, `to`,
/// `cash`, `closeAtEnd`, `riskRules`, `accountRiskRules`, `tradeCount`, `finalEquity`, `feesPaid`,
/// `openLots`, `orders`, `refused`, `statistics`, `warnings`, `digest`, `stateHash`, `trades`,
/// `equity`. Money and prices are plain decimals; a statistic that is not defined is absent.
public final class BacktestJson {
  private BacktestJson() {}

  /// Writes a result to a file.
  ///
  /// @param result the result
  /// @param file the file, replaced
  /// @throws BadInputException when the file cannot be written
  public static void write(BacktestResult result, Path file) {
    try {
      Files.writeString(file, render(result));
    } catch (IOException e) {
      throw new BadInputException(
          Reason.BAD_DATA_FILE, "JSON file " + file + " cannot be written: " + e, e);
    }
  }

  /// {@return a result as JSON text}
  ///
  /// @param result the result
  public static String render(BacktestResult result) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    describe(result, root);
    root.put("tradeCount", result.trades().size());
    root.put("finalEquity", Json.money(result.finalEquityMicros()));
    root.put("feesPaid", Json.money(feesMicros(result)));
    root.put("openLots", result.openLots());
    root.put("orders", result.orders().size());
    root.put("refused", result.status().refusals());
    ObjectNode statistics = root.putObject("statistics");
    for (Statistic statistic : result.statistics().all()) {
      statistic.value().ifPresent(value -> add(statistics, statistic, value));
    }
    ArrayNode warnings = root.putArray("warnings");
    result.warnings().forEach(warnings::add);
    root.put("digest", result.digest());
    root.put("stateHash", result.stateHash());
    ArrayNode trades = root.putArray("trades");
    result.trades().forEach(trade -> add(trades, trade, result.zone()));
    add(root.putArray("equity"), result.equity(), result.zone());
    return Json.render(root);
  }

  private static long feesMicros(BacktestResult result) {
    return result.orders().stream().mapToLong(Order::feesMicros).sum();
  }

  private static void describe(BacktestResult result, ObjectNode root) {
    Backtest backtest = result.backtest();
    Instrument instrument = backtest.instrument();
    root.put("strategy", backtest.strategyId());
    ObjectNode settings = root.putObject("settings");
    result.settings().forEach(settings::put);
    root.put("symbol", instrument.symbol());
    root.put("currency", instrument.currency());
    root.put("tick", instrument.tick());
    root.put("lot", instrument.lot());
    root.put("data", String.valueOf(backtest.data().getFileName()));
    root.put("bars", result.bars());
    EquityCurve equity = result.equity();
    root.put("from", Json.time(equity.atNanos(0), result.zone()));
    root.put("to", Json.time(equity.atNanos(equity.size() - 1), result.zone()));
    root.put("cash", Json.money(backtest.options().cashMicros()));
    root.put("closeAtEnd", backtest.options().closeAtEnd());
    ArrayNode rules = root.putArray("riskRules");
    backtest.options().risk().rules().keySet().forEach(rules::add);
    ArrayNode own = root.putArray("accountRiskRules");
    backtest
        .options()
        .risk()
        .accounts()
        .getOrDefault(backtest.strategyId(), Map.of())
        .keySet()
        .forEach(own::add);
  }

  private static void add(ObjectNode statistics, Statistic statistic, double value) {
    if (statistic.unit() == Statistic.Unit.COUNT) {
      statistics.put(statistic.name(), (long) value);
    } else {
      statistics.put(statistic.name(), value);
    }
  }

  private static void add(ArrayNode trades, RoundTrip trade, ZoneId zone) {
    trades
        .addObject()
        .put("side", trade.side() == Side.BUY ? "LONG" : "SHORT")
        .put("quantity", trade.instrument().quantity(trade.lots()))
        .put("entryTime", Json.time(trade.entryNanos(), zone))
        .put("entryPrice", trade.entryPrice())
        .put("exitTime", Json.time(trade.exitNanos(), zone))
        .put("exitPrice", trade.exitPrice())
        .put("profit", Json.money(trade.profitMicros()))
        .put("fees", Json.money(trade.feesMicros()))
        .put("net", Json.money(trade.netMicros()))
        .put("return", trade.returnRatio());
  }

  private static void add(ArrayNode points, EquityCurve equity, ZoneId zone) {
    for (int i = 0; i < equity.size(); i++) {
      points
          .addObject()
          .put("time", Json.time(equity.atNanos(i), zone))
          .put("equity", Json.money(equity.equityMicros(i)));
    }
  }
}
