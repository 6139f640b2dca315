package trading.api;

/// The side of an order or fill.
public enum Side {
  /// Buys: raises the net position.
  BUY(1),
  /// Sells: lowers the net position; short selling is allowed.
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /// {@return +1 for BUY, -1 for SELL}
  public int sign() {
    return sign;
  }

  /// {@return the other side}
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
