package trading.risk;

import java.math.BigInteger;
import java.util.Objects;
import trading.api.spi.Usage;
import trading.risk.rule.Millionths;

/// How much of one rule's limit an account uses, at one moment.
///
/// @param rule the rule's id
/// @param currency the currency that the limit holds for; empty when it holds for the whole account
/// @param symbol the instrument that the limit holds for; empty when it holds for more
/// @param usage limit and actual with their unit
/// @param failure why the rule could not tell, in one clause; empty when it could
public record LimitUse(String rule, String currency, String symbol, Usage usage, String failure) {
  /// All of a limit, in millionths of a percent: 100 %. What is above is a violation.
  public static final long WHOLE = 100_000_000;

  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /// Checks that nothing is missing.
  public LimitUse {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(failure, "failure");
  }

  /// {@return the use of a rule that could not tell: beyond measure}
  static LimitUse failed(String rule, String currency, String symbol, String failure) {
    Usage beyond = Usage.atMost(Usage.Unit.NUMBER, 0, Long.MAX_VALUE);
    return new LimitUse(rule, currency, symbol, beyond, failure);
  }

  /// {@return the same limit with nothing used of it}
  LimitUse unused() {
    return new LimitUse(rule, currency, symbol, Usage.atMost(usage.unit(), usage.limit(), 0), "");
  }

  /// {@return the bound, in the unit of [#usage]}
  public long limit() {
    return usage.limit();
  }

  /// {@return what it is now, in the unit of [#usage]}
  public long actual() {
    return usage.actual();
  }

  /// {@return the part of the limit that is used, in millionths of a percent, rounded up}
  ///
  /// Actual ÷ limit where actual must be at most the limit, limit ÷ actual where it must be at
  /// least that; so it is above [#WHOLE] exactly when the limit is broken. 0 when there is nothing
  /// to divide; `Long.MAX_VALUE` when it is beyond measure, such as anything of a limit of 0.
  public long useMillionths() {
    boolean atMost = usage.bound() == Usage.Bound.AT_MOST;
    long part = atMost ? usage.actual() : usage.limit();
    long whole = atMost ? usage.limit() : usage.actual();
    if (part <= 0 && part <= whole) {
      return 0;
    }
    if (whole <= 0 || part == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    BigInteger[] share =
        BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(WHOLE))
            .divideAndRemainder(BigInteger.valueOf(whole));
    return share[0].add(BigInteger.valueOf(share[1].signum())).min(LARGEST).longValueExact();
  }

  /// {@return whether the limit is broken}
  public boolean isViolated() {
    return useMillionths() > WHOLE;
  }

  /// {@return one clause for people: the rule, the account, how much is used, the value, the bound}
  ///
  /// @param account the account's name
  public String sentence(String account) {
    String where = symbol.isEmpty() ? currency : symbol;
    String of = rule + " of " + account + (where.isEmpty() ? "" : " in " + where);
    if (!failure.isEmpty()) {
      return of + " cannot be told: " + failure;
    }
    String use =
        useMillionths() == Long.MAX_VALUE
            ? "beyond measure"
            : "at " + Millionths.text(useMillionths()) + " % of its limit";
    String bound = usage.bound() == Usage.Bound.AT_MOST ? "at most " : "at least ";
    return of + " is " + use + ": " + text(actual()) + ", " + bound + text(limit());
  }

  /// {@return a number of the limit's unit as people write it, for example `25 %`}
  ///
  /// @param value limit or actual
  public String text(long value) {
    if (value == Long.MAX_VALUE) {
      return "beyond measure";
    }
    return switch (usage.unit()) {
      case NUMBER -> Long.toString(value);
      case LOTS -> value + " lots";
      case MONEY -> Millionths.text(value) + " " + currency;
      case PERCENT -> Millionths.text(value) + " %";
      case TIMES -> Millionths.text(value) + " times";
    };
  }
}
