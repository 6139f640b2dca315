package com.example.trading;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;

/// Offers [BuyTheDip] as `buy_the_dip`.
public final class BuyTheDipProvider implements StrategyProvider {
  private static final Parameter.Whole FALLS =
      new Parameter.Whole("falls", 3, 1, 100, "Closes in a row that fall before it buys.");
  private static final Parameter.Whole HOLD =
      new Parameter.Whole("hold", 5, 1, 1_000, "Bars that it holds.");
  private static final Parameter.Whole QUANTITY =
      new Parameter.Whole("quantity", 10, 1, 1_000_000, "Lots that it buys.");

  @Override
  public String id() {
    return "buy_the_dip";
  }

  @Override
  public String doc() {
    return "Buys after a number of falling closes, sells some bars later.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(FALLS, HOLD, QUANTITY);
  }

  @Override
  public Strategy create(Settings settings) {
    return new BuyTheDip(settings.read(FALLS), settings.read(HOLD), settings.read(QUANTITY));
  }
}
