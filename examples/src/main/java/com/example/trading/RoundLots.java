package com.example.trading;

import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskView;
import trading.api.spi.Verdict;

/// Refuses orders that are not a multiple of a number of lots.
record RoundLots(long multiple) implements RiskRule {
  @Override
  public Verdict check(OrderView order, RiskView risk) {
    if (order.lots() % multiple == 0) {
      return Verdict.Pass.PASS;
    }
    return new Verdict.Refuse(
        multiple,
        order.lots(),
        "lots must be a multiple of " + multiple + ", was " + order.lots() + " (round_lots)");
  }
}
