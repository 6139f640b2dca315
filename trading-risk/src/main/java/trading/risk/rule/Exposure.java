package trading.risk.rule;

import trading.api.Side;
import trading.api.spi.OrderView;
import trading.api.spi.RiskView;

/// The position that an order can lead to, seen from its own side.
final class Exposure {

  private Exposure() {}

  /// {@return the lots held on the order's side once it and all that works on that side have
  /// traded}
  ///
  /// For a buy: net + working buys + lots; for a sell: −(net − working sells − lots). 0 or less
  /// means that the order can only reduce what is held on the other side.
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  static long lotsAfter(OrderView order, RiskView risk) {
    boolean buys = order.side() == Side.BUY;
    long held = buys ? risk.netLots() : Math.negateExact(risk.netLots());
    long working = buys ? risk.workingBuyLots() : risk.workingSellLots();
    return Math.addExact(Math.addExact(held, working), order.lots());
  }
}
