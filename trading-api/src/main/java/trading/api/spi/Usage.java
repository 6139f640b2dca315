package trading.api.spi;

import java.util.Objects;

/// How much of a risk rule's limit is used now, without any new order.
///
/// @param bound which side of the limit is the good one
/// @param unit what limit and actual count
/// @param limit the bound, as in the rule's refusals
/// @param actual what it is now; `Long.MAX_VALUE` where it is beyond measure, such as a share of no
///   equity
public record Usage(Bound bound, Unit unit, long limit, long actual) {

  /// Checks that nothing is missing.
  public Usage {
    Objects.requireNonNull(bound, "bound");
    Objects.requireNonNull(unit, "unit");
  }

  /// {@return the use of a limit that must not be exceeded}
  ///
  /// @param unit what limit and actual count
  /// @param limit the highest value that is allowed
  /// @param actual what it is now
  public static Usage atMost(Unit unit, long limit, long actual) {
    return new Usage(Bound.AT_MOST, unit, limit, actual);
  }

  /// {@return the use of a limit that something must not fall below}
  ///
  /// @param unit what limit and actual count
  /// @param limit the lowest value that is allowed
  /// @param actual what it is now
  public static Usage atLeast(Unit unit, long limit, long actual) {
    return new Usage(Bound.AT_LEAST, unit, limit, actual);
  }

  /// Which side of a limit is the good one.
  public enum Bound {
    /// Up to the limit.
    AT_MOST,
    /// From the limit on.
    AT_LEAST
  }

  /// What a limit counts.
  public enum Unit {
    /// Things, such as orders.
    NUMBER,
    /// Lots of an instrument.
    LOTS,
    /// Micros of a currency.
    MONEY,
    /// Millionths of a percent.
    PERCENT,
    /// Millionths, such as of times the equity.
    TIMES
  }

  /// What a limit holds for: how often a rule is asked for its use.
  public enum Scope {
    /// The account as a whole: asked once; of money and instruments the view shows 0.
    ACCOUNT,
    /// Each currency: asked per currency in which the account has money; of instruments the view
    /// shows 0.
    CURRENCY,
    /// Each instrument: asked per instrument that is held or has working orders.
    INSTRUMENT
  }
}
