package trading.risk;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import trading.api.BadInputException;
import trading.api.Reason;

/// How much risk is tolerated, as one table of limits; `RISK_TOLERANCE` picks a column of it.
///
/// | rule | unit | `low` | `medium` | `high` |
/// |---|---|---|---|---|
/// | `concentration` | percent of equity | 10 | 25 | 50 |
/// | `max_daily_loss` | money | 100000 | 500000 | 1000000 |
/// | `max_drawdown` | percent of the peak | 10 | 20 | 40 |
/// | `max_leverage` | times the equity | 1 | 2 | 4 |
/// | `max_orders_per_day` | orders | 1000 | 10000 | 100000 |
/// | `max_position_size` | lots | 1000 | 10000 | 100000 |
/// | `min_capital` | money | 10000 | 1000 | 100 |
///
/// `medium` is what the rules take by default. Money is of the ordered instrument's currency and
/// made for an account of 10,000,000: who has another one sets it.
public enum RiskTolerance {
  /// For those who want to lose little.
  LOW("10", "100000", "10", "1", "1000", "1000", "10000"),
  /// What the rules take by default.
  MEDIUM("25", "500000", "20", "2", "10000", "10000", "1000"),
  /// For those who can lose much.
  HIGH("50", "1000000", "40", "4", "100000", "100000", "100");

  private static final String LIMIT = "limit";

  private final Map<String, String> limits;

  RiskTolerance(
      String concentration,
      String dailyLoss,
      String drawdown,
      String leverage,
      String ordersPerDay,
      String positionSize,
      String capital) {
    Map<String, String> table = new TreeMap<>();
    table.put("concentration", concentration);
    table.put("max_daily_loss", dailyLoss);
    table.put("max_drawdown", drawdown);
    table.put("max_leverage", leverage);
    table.put("max_orders_per_day", ordersPerDay);
    table.put("max_position_size", positionSize);
    table.put("min_capital", capital);
    limits = Collections.unmodifiableMap(table);
  }

  /// {@return the tolerance with a word}
  ///
  /// @param word `low`, `medium` or `high`, in letters of any size
  /// @throws BadInputException `BAD_SETTING` when it is none of them
  public static RiskTolerance of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new BadInputException(
                Reason.BAD_SETTING,
                "risk tolerance must be "
                    + Arrays.stream(values())
                        .map(RiskTolerance::word)
                        .collect(Collectors.joining("|"))
                    + ", was \""
                    + word
                    + "\""));
  }

  /// {@return its word in configurations}
  public String word() {
    return switch (this) {
      case LOW -> "low";
      case MEDIUM -> "medium";
      case HIGH -> "high";
    };
  }

  /// {@return the setting `limit` of each built-in rule, by rule id, as text}
  public Map<String, String> limits() {
    return limits;
  }

  /// {@return a configuration of all built-in rules with these limits}
  public RiskConfig config() {
    Map<String, Map<String, String>> rules = new TreeMap<>();
    limits.forEach((rule, limit) -> rules.put(rule, Collections.singletonMap(LIMIT, limit)));
    return new RiskConfig(rules, Collections.emptyMap());
  }
}
