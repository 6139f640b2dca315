package trading.client;

import trading.risk.RiskConfig;

/// The table of limits that each risk tolerance starts from.
final class RiskTables {
  private RiskTables() {}

  /// {@return the limits of a tolerance}
  ///
  /// @param tolerance `low`, `medium` or `high`
  static RiskConfig of(String tolerance) {
    return switch (tolerance) {
      case "low", "medium", "high" -> RiskConfig.defaults();
      default -> throw new IllegalArgumentException("no risk tolerance is called " + tolerance);
    };
  }
}
