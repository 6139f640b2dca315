package trading.risk;

import java.util.List;
import java.util.Map;

/// What the gate knows of one account, at one moment, for people.
///
/// @param account the account's name
/// @param level how near the account is to its limits
/// @param reason why it has that level, in one clause: the limit that is used most
/// @param ordersToday orders that passed the gate this day
/// @param rules the rules that its orders must pass, in the order in which they are asked
/// @param uses how much of each limit is used: by rule as they are asked, then by currency or
///   instrument in the order of their listing
/// @param money its currencies, in the order of their listing
/// @param working its instruments with working orders, in the order of their listing
public record RiskSummary(
    String account,
    RiskLevel level,
    String reason,
    long ordersToday,
    List<Rule> rules,
    List<LimitUse> uses,
    List<Money> money,
    List<Working> working) {

  /// Copies the lists.
  public RiskSummary {
    rules = List.copyOf(rules);
    uses = List.copyOf(uses);
    money = List.copyOf(money);
    working = List.copyOf(working);
  }

  /// {@return the limits that are broken now, of which more than 100 % is used}
  public List<LimitUse> violations() {
    return uses.stream().filter(LimitUse::isViolated).toList();
  }

  /// A rule as it is in effect for the account.
  ///
  /// @param id the rule
  /// @param doc what it does, in one sentence
  /// @param settings its settings as texts, defaults included, by key
  public record Rule(String id, String doc, Map<String, String> settings) {}

  /// The account's money in one currency, positions at their marks included.
  ///
  /// @param currency the currency
  /// @param equityMicros cash plus positions at their marks
  /// @param dayProfitMicros equity now less equity at the day's start, deposits and withdrawals
  ///   taken out
  public record Money(String currency, long equityMicros, long dayProfitMicros) {}

  /// What the account's working orders in one instrument have still to trade.
  ///
  /// @param symbol the instrument
  /// @param buyLots lots still to buy
  /// @param sellLots lots still to sell
  public record Working(String symbol, long buyLots, long sellLots) {}
}
