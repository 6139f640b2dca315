package trading.api.spi;

import java.util.Optional;

/// One check before an order is accepted: a pure function of what it is shown and its settings.
///
/// It has no fields that change; counters are the gate's. A rule that throws refuses the order.
/// Runs inside the engine's writer: be quick, do no I/O, allocate only to refuse.
@FunctionalInterface
public interface RiskRule {
  /// {@return whether the order may pass}
  ///
  /// @param order what asks to be accepted or changed
  /// @param risk the account's state without the order
  Verdict check(OrderView order, RiskView risk);

  /// {@return what its limit holds for, which decides how often [#usage] is asked}
  default Usage.Scope scope() {
    return Usage.Scope.ACCOUNT;
  }

  /// {@return how much of its limit is used now, without any new order; empty when it has none to
  /// tell}
  ///
  /// Asked for reports and monitoring, never on an order's way; it may allocate. A rule that throws
  /// here counts as violated.
  ///
  /// @param risk the account's state, pointed at what [#scope] says
  default Optional<Usage> usage(RiskView risk) {
    return Optional.empty();
  }
}
