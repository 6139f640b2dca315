package trading.risk;

import java.util.List;
import java.util.Map;

/// What the gate knows of one account, at one moment, for people.
///
/// @param account the account's name
/// @param ordersToday orders that passed the gate this day
/// @param rules the rules that its orders must pass, in the order in which they are asked
/// @param money its currencies, in the order of their listing
/// @param working its instruments with working orders, in the order of their listing
public record RiskSummary(
    String account, long ordersToday, List<Rule> rules, List<Money> money, List<Working> working) {

  /// Copies the lists.
  public RiskSummary {
    rules = List.copyOf(rules);
    money = List.copyOf(money);
    working = List.copyOf(working);
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
