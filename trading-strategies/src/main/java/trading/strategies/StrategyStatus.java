package trading.strategies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.Signal;

/// How one of the [Strategies] stands, for reports.
///
/// @param id the strategy's id, as it was attached
/// @param account the account that it trades
/// @param state whether it still runs
/// @param settings the settings in effect, as texts by key; empty when it was attached without
/// @param activity what it has done since it was attached, in all its instances
/// @param backlog what waits to be shown to it
/// @param stopReason why it was stopped, a sentence; empty unless it is stopped
/// @param cause what it threw, or where it hung, when that stopped it
public record StrategyStatus(
    String id,
    String account,
    State state,
    Map<String, String> settings,
    Activity activity,
    Backlog backlog,
    String stopReason,
    Optional<Throwable> cause) {

  /// Whether a strategy is still shown the market.
  public enum State {
    /// It is.
    RUNNING,
    /// Not until it is enabled, by somebody's wish; its orders are canceled.
    DISABLED,
    /// Not until it is enabled, for a fault of its own; its orders are canceled.
    STOPPED
  }

  /// What a strategy has done.
  ///
  /// @param ordersSubmitted its orders that went through the engine's door, refused ones included
  /// @param refusals its orders that were refused, at the door or after they had waited
  /// @param signals how often it said what it sees
  /// @param lastSignals the latest of these signals, at most ten, the newest last
  /// @param longestCallbackNanos the longest that it kept a callback, the one that it is in
  ///   included; 0 where callbacks are not timed
  public record Activity(
      long ordersSubmitted,
      long refusals,
      long signals,
      List<TimedSignal> lastSignals,
      long longestCallbackNanos) {}

  /// What waits for a strategy on a thread of its own; all 0 elsewhere.
  ///
  /// @param waiting quotes, bars and changed orders that it was not shown yet
  /// @param conflatedQuotes quotes that it never saw because a newer one of the same instrument
  ///   came before it had time
  /// @param lagNanos how long the oldest quote or bar has waited
  public record Backlog(int waiting, long conflatedQuotes, long lagNanos) {
    static final Backlog NONE = new Backlog(0, 0, 0);
  }

  /// {@return its orders that went through the engine's door, refused ones included}
  public long ordersSubmitted() {
    return activity.ordersSubmitted();
  }

  /// {@return its orders that were refused, at the door or after they had waited}
  public long refusals() {
    return activity.refusals();
  }

  /// {@return how often it said what it sees}
  public long signals() {
    return activity.signals();
  }

  /// {@return the latest of its signals; empty before the first}
  public Optional<Signal> lastSignal() {
    List<TimedSignal> last = activity.lastSignals();
    return last.isEmpty() ? Optional.empty() : Optional.of(last.getLast().signal());
  }
}
