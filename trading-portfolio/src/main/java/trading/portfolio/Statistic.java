package trading.portfolio;

import java.util.OptionalDouble;

/// One figure of a backtest.
///
/// @param name its stable name, one of [Statistics]' constants
/// @param value the figure, always finite; empty where it is not defined
public record Statistic(String name, OptionalDouble value) {}
