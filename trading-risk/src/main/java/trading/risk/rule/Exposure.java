package trading.risk.rule;

import trading.api.Side;
import trading.api.spi.OrderView;
import trading.api.spi.RiskView;

/// The position that an order, or all working orders, can lead to.
final class Exposure {

  private Exposure() {}

  /// {@return whether an order can only bring the position nearer to 0}
  ///
  /// A reduce-only order can, whatever other reduce-only orders work beside it, as long as no plain
  /// order works on its side: one that trades after it could open what it has closed.
  ///
  /// @throws ArithmeticException when the lots do not fit a `long`
  static boolean onlyReduces(OrderView order, RiskView risk) {
    return lotsAfter(order, risk) <= 0;
  }

  /// {@return the lots held on the order's side once it and all that works on that side have
  /// traded}
  ///
  /// For a buy: net + working buys + lots; for a sell: −(net − working sells − lots). 0 or less
  /// means that the order can only reduce what is held on the other side. A reduce-only order is
  /// cut to the position before it trades: it and those that work beside it count together, at most
  /// as the lots that there are to close.
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  static long lotsAfter(OrderView order, RiskView risk) {
    boolean buys = order.side() == Side.BUY;
    long held = buys ? risk.netLots() : Math.negateExact(risk.netLots());
    long working = buys ? risk.workingBuyLots() : risk.workingSellLots();
    if (!order.reduceOnly()) {
      return Math.addExact(Math.addExact(held, working), order.lots());
    }
    long reducing = risk.workingReduceOnlyLots(order.side());
    long closing =
        Math.min(Math.addExact(reducing, order.lots()), Math.max(0, Math.negateExact(held)));
    return Math.addExact(Math.addExact(held, working - reducing), closing);
  }

  /// {@return the lots of the larger side once all that works on it has traded}
  ///
  /// That is net + working buys, or working sells − net; never less than what is held.
  ///
  /// @throws ArithmeticException when it does not fit a `long`
  static long lots(RiskView risk) {
    return Math.max(bought(risk), sold(risk));
  }

  private static long bought(RiskView risk) {
    return Math.addExact(risk.netLots(), risk.workingBuyLots());
  }

  private static long sold(RiskView risk) {
    return Math.subtractExact(risk.workingSellLots(), risk.netLots());
  }
}
