package trading.api.spi;

/// One check before an order is accepted: a pure function of what it is shown and its settings.
///
/// It has no fields that change; counters are the gate's. A rule that throws refuses the order.
/// Runs inside the engine's writer: be quick, do no I/O, allocate only to refuse.
@FunctionalInterface
public interface RiskRule {
  /// {@return whether the order may pass}
  ///
  /// @param order what asks to be accepted
  /// @param risk the account's state before the order
  Verdict check(OrderView order, RiskView risk);
}
