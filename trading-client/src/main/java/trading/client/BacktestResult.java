package trading.client;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import trading.api.Order;
import trading.portfolio.EquityCurve;
import trading.portfolio.RoundTrip;
import trading.portfolio.Statistics;
import trading.strategies.StrategyStatus;

/// What came of a backtest.
///
/// @param backtest what was run
/// @param settings all settings of the strategy in effect, as texts by key
/// @param bars how many bars were read
/// @param zone the time zone of the data
/// @param trades the closed trades, oldest first
/// @param openLots what was still held at the end, in lots, negative if short
/// @param equity equity at every bar's close, never empty
/// @param statistics the figures of the run
/// @param orders every order, oldest first
/// @param status how the strategy ended
/// @param warnings what to know before believing the figures
/// @param digest the SHA-256 of all events
/// @param stateHash the SHA-256 of the engine's last state
public record BacktestResult(
    Backtest backtest,
    Map<String, String> settings,
    int bars,
    ZoneId zone,
    List<RoundTrip> trades,
    long openLots,
    EquityCurve equity,
    Statistics statistics,
    List<Order> orders,
    StrategyStatus status,
    List<String> warnings,
    String digest,
    String stateHash) {

  /// Copies the lists.
  public BacktestResult {
    trades = List.copyOf(trades);
    orders = List.copyOf(orders);
    warnings = List.copyOf(warnings);
  }

  /// {@return equity at the last bar's close, in micros}
  public long finalEquityMicros() {
    return equity.equityMicros(equity.size() - 1);
  }
}
