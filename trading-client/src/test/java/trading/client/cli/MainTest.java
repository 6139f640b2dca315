package trading.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A command line that reads a part of the commands says what it would say of all.
class MainTest {
  private static final CommandLine WHOLE = Main.commandLine(new String[] {"help"});

  @Test
  void commandsAreCalledAsTheyCallThemselves() {
    List<String> own =
        Main.COMMANDS.values().stream()
            .map(command -> command.getAnnotation(Command.class).name())
            .toList();

    assertEquals(own, List.copyOf(Main.COMMANDS.keySet()));
    assertEquals(own, List.copyOf(WHOLE.getSubcommands().keySet()));
  }

  @Test
  void thePageOfHelpIsThatOfTheWholeCommandLine() {
    assertEquals(WHOLE.getUsageMessage(), Main.commandLine(new String[0]).getUsageMessage());
    assertEquals(
        WHOLE.getUsageMessage(), Main.commandLine(new String[] {"--help"}).getUsageMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "backtest", "plugins", "run", "config", "replay"})
  void aCommandAloneIsTheSameAsAmongAll(String name) {
    CommandLine alone = Main.commandLine(new String[] {name, "help"});

    assertEquals(Set.of(name), alone.getSubcommands().keySet());
    assertEquals(page(WHOLE, name), page(alone, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "nope", "", "@file", "--help demo", "--nope demo"})
  void otherArgumentsMeetAllCommands(String args) {
    CommandLine line = Main.commandLine(args.split(" ", -1));

    assertEquals(Main.COMMANDS.keySet(), line.getSubcommands().keySet());
    assertEquals(page(WHOLE, "demo"), page(line, "demo"));
  }

  private static String page(CommandLine line, String name) {
    return line.getSubcommands().get(name).getUsageMessage();
  }
}
