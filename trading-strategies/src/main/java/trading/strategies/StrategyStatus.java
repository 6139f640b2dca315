package trading.strategies;

import java.util.Optional;
import trading.api.Signal;

/// How one strategy of a [StrategyHost] stands, for reports.
///
/// @param id the strategy's id, as it was attached
/// @param account the account that it trades
/// @param state whether it still runs
/// @param ordersSubmitted its orders that went through the engine's door, refused ones included
/// @param refusals its orders that were refused, at the door or after they had waited
/// @param signals how often it said what it sees
/// @param lastSignal the latest of these signals; empty before the first
/// @param stopReason why it was stopped, a sentence; empty while it runs
/// @param cause what it threw, when that stopped it
public record StrategyStatus(
    String id,
    String account,
    State state,
    long ordersSubmitted,
    long refusals,
    long signals,
    Optional<Signal> lastSignal,
    String stopReason,
    Optional<Throwable> cause) {

  /// Whether a strategy is still shown the market.
  public enum State {
    /// It is.
    RUNNING,
    /// Never again; its orders are canceled.
    STOPPED
  }
}
