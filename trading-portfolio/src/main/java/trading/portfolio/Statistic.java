package trading.portfolio;

import java.util.OptionalDouble;

/// One figure of a run.
///
/// @param name its stable name, one of [Statistics]' constants
/// @param unit what its value counts, for whoever prints it
/// @param value the figure, always finite; empty where it is not defined
public record Statistic(String name, Unit unit, OptionalDouble value) {

  /// What a figure's value counts.
  public enum Unit {
    /// A part of a whole: 0.25 is 25 %.
    FRACTION,

    /// A number without a unit, such as a quotient of two amounts.
    RATIO,

    /// Units of the run's currency, not micros.
    MONEY,

    /// A whole number: the value has no decimals.
    COUNT
  }
}
