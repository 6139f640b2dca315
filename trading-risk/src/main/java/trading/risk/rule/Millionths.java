package trading.risk.rule;

import java.math.BigDecimal;

/// Says numbers that are counted in millionths as people write them.
public final class Millionths {
  private static final int SCALE = 6;

  private Millionths() {}

  /// {@return plain decimal text, for example `12.5` for 12,500,000}
  ///
  /// @param millionths any number
  public static String text(long millionths) {
    return BigDecimal.valueOf(millionths, SCALE).stripTrailingZeros().toPlainString();
  }
}
