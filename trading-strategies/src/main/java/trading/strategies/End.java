package trading.strategies;

import java.util.Optional;

/// That an instance of a strategy runs no more, and why.
///
/// @param state what the strategy is now
/// @param reason one sentence; empty when nobody is to blame
/// @param cause what it threw, or where it hung
record End(StrategyStatus.State state, String reason, Optional<Throwable> cause) {
  static final End DISABLED = new End(StrategyStatus.State.DISABLED, "", Optional.empty());

  static End stopped(String reason) {
    return new End(StrategyStatus.State.STOPPED, reason, Optional.empty());
  }

  static End stopped(String reason, Throwable cause) {
    return new End(StrategyStatus.State.STOPPED, reason, Optional.of(cause));
  }
}
