package trading.risk;

import java.util.Objects;

/// What the monitor tells its listeners when the use of a limit rises or falls back.
///
/// @param account the account's name
/// @param level how far the use has risen, or that it fell back
/// @param use the rule, the currency or instrument, limit, actual and use
/// @param atNanos when, as the monitor was told
public record RiskAlert(String account, Level level, LimitUse use, long atNanos) {

  /// Checks that nothing is missing.
  public RiskAlert {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(use, "use");
  }

  /// {@return the rule's id}
  public String rule() {
    return use.rule();
  }

  /// {@return the instrument that the limit holds for; empty when it holds for more}
  public String symbol() {
    return use.symbol();
  }

  /// {@return the bound, in the unit of [LimitUse#usage]}
  public long limit() {
    return use.limit();
  }

  /// {@return the value, in the unit of [LimitUse#usage]}
  public long actual() {
    return use.actual();
  }

  /// {@return the part of the limit that is used, see [LimitUse#useMillionths]}
  public long useMillionths() {
    return use.useMillionths();
  }

  /// {@return one sentence for people, as it stands in the log}
  public String sentence() {
    String what =
        switch (level) {
          case WARNING, CRITICAL -> "approaching";
          case VIOLATED -> "violated";
          case RESOLVED -> "resolved";
        };
    return "risk limit " + what + ": " + use.sentence(account);
  }

  /// What an alert says.
  public enum Level {
    /// From 80 % of a limit.
    WARNING,
    /// From 95 % of a limit.
    CRITICAL,
    /// More than 100 % of a limit.
    VIOLATED,
    /// The use has fallen back.
    RESOLVED
  }
}
