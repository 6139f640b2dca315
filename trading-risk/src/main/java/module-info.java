/// The risk gate: what an order must pass before it is accepted.
module trading.risk {
  requires transitive trading.api;
  requires static org.jspecify;
  requires org.slf4j;

  /// For those who assemble an engine: the gate and its limits.
  exports trading.risk;

  provides trading.api.spi.RiskRuleProvider with
      trading.risk.rule.Concentration,
      trading.risk.rule.MaxDailyLoss,
      trading.risk.rule.MaxDrawdown,
      trading.risk.rule.MaxLeverage,
      trading.risk.rule.MaxOrdersPerDay,
      trading.risk.rule.MaxPositionSize,
      trading.risk.rule.MinCapital;
}
