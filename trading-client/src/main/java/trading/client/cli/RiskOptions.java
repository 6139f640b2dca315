package trading.client.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.risk.RiskConfig;

/// Which risk rules run beside those that a command runs anyway, and their limits.
final class RiskOptions {
  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Also run this risk rule, for example one of a plug-in. Repeatable.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "[ACCOUNT:]RULE.KEY=VALUE",
      description =
          "Set a setting of a risk rule, for example max_position_size.limit=500, for one account"
              + " alone when it is named. Repeatable.")
  private Map<String, String> limits = new LinkedHashMap<>();

  RiskConfig over(RiskConfig base) {
    Map<String, Map<String, String>> all = new TreeMap<>(base.rules());
    rules.forEach(rule -> all.putIfAbsent(rule, Map.of()));
    Map<String, Map<String, Map<String, String>>> accounts = new TreeMap<>(base.accounts());
    limits.forEach((key, value) -> put(all, accounts, key, value));
    return new RiskConfig(all, accounts);
  }

  /// Refuses limits of accounts that there are not: a misspelled account must not go unlimited.
  static void requireAccounts(RiskConfig config, List<String> accounts) {
    for (String account : config.accounts().keySet()) {
      if (!accounts.contains(account)) {
        throw new BadInputException(
            Reason.UNKNOWN_ACCOUNT,
            "limits are set for account \""
                + account
                + "\", but the accounts are "
                + String.join(", ", accounts));
      }
    }
  }

  private static void put(
      Map<String, Map<String, String>> all,
      Map<String, Map<String, Map<String, String>>> accounts,
      String key,
      String value) {
    int colon = key.indexOf(':');
    int dot = key.indexOf('.', colon + 1);
    if (dot < 0) {
      throw new BadInputException(
          Reason.BAD_SETTING, "--limit must be [ACCOUNT:]RULE.KEY=VALUE, was " + key + "=" + value);
    }
    Map<String, Map<String, String>> rules =
        colon < 0 ? all : accounts.computeIfAbsent(key.substring(0, colon), _ -> new TreeMap<>());
    String rule = key.substring(colon + 1, dot);
    Map<String, String> settings = new TreeMap<>(rules.getOrDefault(rule, Map.of()));
    settings.put(key.substring(dot + 1), value);
    rules.put(rule, settings);
  }
}
