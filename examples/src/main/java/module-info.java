/// A stranger's plug-ins: a strategy and a risk rule.
module com.example.trading {
  requires trading.api;

  provides trading.api.spi.StrategyProvider with
      com.example.trading.BuyTheDipProvider;
  provides trading.api.spi.RiskRuleProvider with
      com.example.trading.RoundLotsProvider;
}
