package com.example.trading;

import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.Strategy;

/// Buys one instrument after a number of falling closes, and sells it some bars later.
final class BuyTheDip implements Strategy {
  private final long falls;
  private final long hold;
  private final long quantity;
  private long lastClose;
  private long fallen;
  private long heldBars;

  BuyTheDip(long falls, long hold, long quantity) {
    this.falls = falls;
    this.hold = hold;
    this.quantity = quantity;
  }

  @Override
  public void onBar(BarView bar, Desk desk) {
    long close = bar.closeTicks();
    fallen = close < lastClose ? fallen + 1 : 0;
    lastClose = close;
    long held = desk.netLots(bar.instrument());
    heldBars = held > 0 ? heldBars + 1 : 0;
    String symbol = bar.instrument().symbol();
    if (held == 0 && fallen >= falls) {
      desk.submit(OrderRequest.market(desk.account(), symbol, Side.BUY, quantity));
    } else if (heldBars == hold) {
      desk.submit(OrderRequest.market(desk.account(), symbol, Side.SELL, held));
    }
  }
}
