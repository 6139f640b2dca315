package trading.api.spi;

/// Makes risk rules; an account with settings of its own gets a rule of its own.
public interface RiskRuleProvider extends Provider<RiskRule> {}
