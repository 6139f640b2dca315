package trading.client.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trading.client.ConfigJson;
import trading.client.ConfigSources;
import trading.client.ConfigValue;
import trading.client.TradingConfig;

/// Shows the configuration in effect.
@Command(
    name = "config",
    description = {
      "Show the configuration that a start with these options has.",
      "",
      "A value comes from the strongest source that gives it: defaults, then the file, then"
          + " environment variables, then --set. An unknown key or a value that is not allowed is"
          + " refused, wherever it comes from."
    },
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions config;
  @Mixin private PluginOptions plugins;

  @Option(
      names = "--explain",
      description = "Also print where each value came from, what is allowed, and what it is.")
  private boolean explain;

  @Option(
      names = "--json",
      description = "Print JSON: a file for --config, or with --explain a list for machines.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ConfigSources sources = config.read(Map.of());
    TradingConfig inEffect = TradingConfig.load(sources, plugins.load(spec.commandLine().getErr()));
    if (json) {
      out.print(explain ? ConfigJson.explain(inEffect) : ConfigJson.render(inEffect));
      return 0;
    }
    (explain ? explanation(inEffect) : values(inEffect)).print("Configuration", out);
    return 0;
  }

  private static Table values(TradingConfig config) {
    Table table = Table.of("KEY", "VALUE");
    for (ConfigValue value : config.values()) {
      table.row(value.key(), value.value().orElse("-"));
    }
    return table;
  }

  private static Table explanation(TradingConfig config) {
    Table table = Table.of("KEY", "VALUE", "FROM", "ALLOWED", "VARIABLE", "WHAT IT IS");
    for (ConfigValue value : config.values()) {
      table.row(
          value.key(),
          value.value().orElse("-"),
          value.from(),
          value.allowed(),
          value.variable().orElse("-"),
          value.doc());
    }
    return table;
  }
}
