package trading.strategies;

import java.util.Optional;

/// That an instance of a strategy runs no more, and why.
///
/// Who ends it deals with its open orders; the order that it is placing at that moment is its own
/// thread's.
///
/// @param state what the strategy is now
/// @param reason one sentence; empty when nobody is to blame
/// @param cause what it threw, or where it hung
/// @param openOrders what becomes of its open orders
record End(
    StrategyStatus.State state, String reason, Optional<Throwable> cause, OpenOrders openOrders) {

  static End disabled(OpenOrders openOrders) {
    return new End(StrategyStatus.State.DISABLED, "", Optional.empty(), openOrders);
  }

  static End stopped(String reason) {
    return new End(StrategyStatus.State.STOPPED, reason, Optional.empty(), OpenOrders.CANCEL);
  }

  static End stopped(String reason, Throwable cause) {
    return new End(StrategyStatus.State.STOPPED, reason, Optional.of(cause), OpenOrders.CANCEL);
  }
}
