package trading.risk.rule;

import java.math.BigDecimal;

/// Says numbers that are counted in millionths as people write them.
final class Millionths {
  private static final int SCALE = 6;

  private Millionths() {}

  /// {@return plain decimal text, for example `12.5` for 12,500,000}
  static String text(long millionths) {
    return BigDecimal.valueOf(millionths, SCALE).stripTrailingZeros().toPlainString();
  }
}
