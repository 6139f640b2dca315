package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// Plug-in jars of a stranger, compiled when a test asks for them; most are broken.
///
/// Each has one provider, `com.example.Stranger`, in a module of its own.
public final class PluginJars {
  private static final String PROVIDER =
      """
      package com.example;

      import trading.api.Settings;
      import trading.api.spi.Strategy;
      import trading.api.spi.StrategyProvider;

      public final class Stranger implements StrategyProvider {
        public Stranger() {
          %s
        }

        public String id() {
          return "%s";
        }

        public String doc() {
          return "Does nothing.";
        }

        public Strategy create(Settings settings) {
          return new Strategy() {};
        }
      }
      """;

  private static final String DESCRIPTOR =
      """
      module %s {
        requires trading.api;
        %s
        provides trading.api.spi.StrategyProvider with com.example.Stranger;
      }
      """;

  private final Path plugins;
  private final Path temp;

  private PluginJars(Path plugins, Path temp) {
    this.plugins = plugins;
    this.temp = temp;
  }

  /// {@return jars in a folder of plug-ins}
  ///
  /// @param plugins the folder
  /// @param temp a folder for what is needed on the way
  public static PluginJars in(Path plugins, Path temp) {
    return new PluginJars(plugins, temp);
  }

  /// Makes a jar without a fault.
  ///
  /// @param name the name of its file, and of its module
  /// @param id the id of its strategy
  public void sound(String name, String id) throws IOException {
    pack(name, compiled(name, id, "", ""));
  }

  /// Makes a file that is no zip.
  ///
  /// @param name the name of its file
  public void noZip(String name) throws IOException {
    Files.writeString(file(name), "no jar");
  }

  /// Makes a jar whose provider was compiled for a Java of the future.
  ///
  /// @param name the name of its file, and of its module
  public void tooNew(String name) throws IOException {
    Path classes = compiled(name, name, "", "");
    Path provider = classes.resolve("com/example/Stranger.class");
    byte[] bytes = Files.readAllBytes(provider);
    int majorVersion = 6;
    bytes[majorVersion] = 1;
    Files.write(provider, bytes);
    pack(name, classes);
  }

  /// Makes a jar whose provider's constructor throws.
  ///
  /// @param name the name of its file, and of its module
  public void throwing(String name) throws IOException {
    String body =
        "if (true) throw new IllegalStateException(\"no\\nlicence\", new"
            + " java.io.IOException(\"gone\"));";
    pack(name, compiled(name, name, body, ""));
  }

  /// Makes a jar whose module requires one that is nowhere.
  ///
  /// @param name the name of its file, and of its module
  public void missingModule(String name) throws IOException {
    Path absent = temp.resolve("absent");
    Files.createDirectories(absent);
    Files.writeString(absent.resolve("module-info.java"), "module com.example.absent {}");
    run("javac", "-d", absent.toString(), absent.resolve("module-info.java").toString());
    pack(name, compiled(name, name, "", "requires com.example.absent;", absent));
  }

  private Path compiled(String name, String id, String constructor, String more, Path... path)
      throws IOException {
    Path sources = Files.createDirectories(temp.resolve(name + "-sources"));
    Path classes = Files.createDirectories(temp.resolve(name + "-classes"));
    Path provider = sources.resolve("Stranger.java");
    Path descriptor = sources.resolve("module-info.java");
    Files.writeString(provider, PROVIDER.formatted(constructor, id));
    Files.writeString(descriptor, DESCRIPTOR.formatted(name, more));
    StringBuilder modulePath = new StringBuilder(api().toString());
    for (Path module : path) {
      modulePath.append(File.pathSeparatorChar).append(module);
    }
    run(
        "javac",
        "-d",
        classes.toString(),
        "-p",
        modulePath.toString(),
        descriptor.toString(),
        provider.toString());
    return classes;
  }

  private void pack(String name, Path classes) {
    run("jar", "--create", "--file", file(name).toString(), "-C", classes.toString(), ".");
  }

  private Path file(String name) {
    return plugins.resolve(name + ".jar");
  }

  /// Where this test has the API from: a jar, or a folder of classes.
  private static Path api() {
    return Path.of(
        ModuleLayer.boot()
            .configuration()
            .findModule("trading.api")
            .orElseThrow()
            .reference()
            .location()
            .orElseThrow());
  }

  private static void run(String tool, String... args) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, args);
    assertEquals(0, exitCode, () -> tool + " " + List.of(args) + ": " + said);
  }
}
