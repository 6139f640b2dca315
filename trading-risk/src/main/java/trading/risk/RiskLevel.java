package trading.risk;

/// How near an account is to its limits, by the highest use of any of them.
///
/// | level | highest use |
/// |---|---|
/// | `LOW` | below 50 % |
/// | `MEDIUM` | from 50 % |
/// | `HIGH` | from 80 %, where the monitor warns |
/// | `CRITICAL` | from 95 %, violations included |
public enum RiskLevel {
  /// Below 50 % of every limit.
  LOW(Long.MIN_VALUE),
  /// From 50 % of a limit.
  MEDIUM(50_000_000),
  /// From 80 % of a limit.
  HIGH(80_000_000),
  /// From 95 % of a limit, and above it.
  CRITICAL(95_000_000);

  private final long fromMillionths;

  RiskLevel(long fromMillionths) {
    this.fromMillionths = fromMillionths;
  }

  /// {@return the level of a use}
  ///
  /// @param useMillionths the highest use of any limit, in millionths of a percent
  public static RiskLevel of(long useMillionths) {
    RiskLevel level = LOW;
    for (RiskLevel each : values()) {
      if (useMillionths >= each.fromMillionths) {
        level = each;
      }
    }
    return level;
  }
}
