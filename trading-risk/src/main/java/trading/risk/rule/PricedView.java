package trading.risk.rule;

import trading.api.spi.RiskView;

/// What the gate lends beyond [RiskView], so that its own rules need not compute it anew for each
/// order.
public interface PricedView extends RiskView {
  /// {@return the value of one tick of one lot of the ordered instrument, in micros of its
  /// currency}
  long tickValueMicros();
}
