package trading.client.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import trading.api.BadInputException;
import trading.api.Reason;

/// The program `trading`.
@Command(
    name = "trading",
    description = "An in-process trading system: one exact, deterministic engine.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the program failed, standard error says how; or books differ; or nobody reads its output",
      "2:bad input; standard error says which, with a code"
    },
    footer = {"", "Environment: TRADING_JAVA_OPTS is handed to the Java virtual machine."})
public final class Main {
  static final int FAILED = 1;

  private static final int BAD_INPUT = 2;
  private static final String HELP = "help";

  /// The commands by name, in the order of the page of help.
  static final Map<String, Class<?>> COMMANDS = commands();

  private Main() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand.class);
    commands.put("backtest", BacktestCommand.class);
    commands.put("plugins", PluginsCommand.class);
    commands.put("run", RunCommand.class);
    commands.put("config", ConfigCommand.class);
    commands.put("replay", ReplayCommand.class);
    commands.put(HELP, HelpCommand.class);
    return Collections.unmodifiableMap(commands);
  }

  /// Runs the command line and exits with its code.
  ///
  /// @param args the command and its options
  public static void main(String[] args) {
    System.exit(run(args, writer(System.out), writer(System.err)));
  }

  /// {@return the exit code of a command line}
  ///
  /// @param args the command and its options
  /// @param out for what was asked for
  /// @param err for what went wrong
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line =
        commandLine(args)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> misunderstood(e))
            .setExecutionExceptionHandler((e, command, _) -> report(e, command.getErr()));
    int code = args.length == 0 ? line.execute("--help") : line.execute(args);
    err.flush();
    return out.checkError() && code == 0 ? FAILED : code;
  }

  /// {@return the command line with as many commands as these arguments ask for}
  ///
  /// To read the options of all commands takes long: an argument that names a command is met by
  /// that one alone, and the page of help by what it says of each.
  ///
  /// @param args the command and its options
  static CommandLine commandLine(String[] args) {
    CommandLine line = new CommandLine(new Main());
    if (args.length == 0 || (args.length == 1 && args[0].startsWith("-"))) {
      COMMANDS.forEach((name, command) -> line.addSubcommand(name, outline(command)));
    } else if (COMMANDS.containsKey(args[0]) && !args[0].equals(HELP)) {
      line.addSubcommand(args[0], COMMANDS.get(args[0]));
    } else {
      COMMANDS.forEach(line::addSubcommand);
    }
    return line;
  }

  private static CommandSpec outline(Class<?> command) {
    Command says = command.getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().header(says.header()).description(says.description());
    return spec;
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static int misunderstood(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("trading: " + Reason.BAD_COMMAND_LINE + ": " + e.getMessage());
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return BAD_INPUT;
  }

  static int report(Exception e, PrintWriter err) {
    if (e instanceof BadInputException bad) {
      err.println("trading: " + bad.reason() + ": " + bad.getMessage());
      return BAD_INPUT;
    }
    e.printStackTrace(err);
    return FAILED;
  }

  /// What `--version` prints.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Main.class.getModule().isNamed()
              ? Main.class.getModule().getDescriptor().rawVersion().orElse("unknown")
              : "unknown";
      return new String[] {"trading " + version + ", Java " + Runtime.version()};
    }
  }
}
