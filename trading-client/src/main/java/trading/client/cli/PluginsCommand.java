package trading.client.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trading.api.Parameter;
import trading.client.Plugin;
import trading.client.PluginCatalog;
import trading.client.PluginJson;

/// Lists strategies and risk rules with their settings.
@Command(
    name = "plugins",
    description = "List the strategies and risk rules that can be used, with their settings.",
    mixinStandardHelpOptions = true)
final class PluginsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PluginOptions plugins;

  @Option(names = "--json", description = "Print JSON for machines.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PluginCatalog catalog = plugins.load(spec.commandLine().getErr());
    if (json) {
      out.print(PluginJson.render(catalog));
      return 0;
    }
    Table all = Table.of("KIND", "ID", "MODULE", "VERSION", "FROM", "WHAT IT DOES");
    list(all, "strategy", catalog.strategies());
    list(all, "rule", catalog.rules());
    all.print("Plug-ins", out);
    Table settings = Table.of("PLUG-IN", "SETTING", "DEFAULT", "VALUES", "WHAT IT IS");
    settings(settings, catalog.strategies());
    settings(settings, catalog.rules());
    settings.print("Settings", out);
    return 0;
  }

  private static void list(Table table, String kind, Collection<? extends Plugin<?>> plugins) {
    for (Plugin<?> plugin : plugins) {
      String version = plugin.version().isEmpty() ? "-" : plugin.version();
      table.row(kind, plugin.id(), plugin.module(), version, plugin.source(), plugin.doc());
    }
  }

  private static void settings(Table table, Collection<? extends Plugin<?>> plugins) {
    for (Plugin<?> plugin : plugins) {
      for (Parameter parameter : plugin.parameters()) {
        table.row(
            plugin.id(),
            parameter.name(),
            parameter.defaultText(),
            parameter.range(),
            parameter.doc());
      }
    }
  }
}
