package com.example.trading;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;

/// Offers [RoundLots] as `round_lots`.
public final class RoundLotsProvider implements RiskRuleProvider {
  private static final Parameter.Whole MULTIPLE =
      new Parameter.Whole("multiple", 10, 1, 1_000_000, "Lots of which an order is a multiple.");

  @Override
  public String id() {
    return "round_lots";
  }

  @Override
  public String doc() {
    return "Refuses orders that are not a multiple of a number of lots.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(MULTIPLE);
  }

  @Override
  public RiskRule create(Settings settings) {
    return new RoundLots(settings.read(MULTIPLE));
  }
}
