package trading.client;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.BadInputException;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.spi.Provider;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.StrategyProvider;

/// Finds providers: in the image, and in each entry of the plug-in folder, in a module layer of its
/// own.
///
/// A layer finds its parent's modules first, so that no plug-in can put something else in the place
/// of the API. A jar without a module descriptor gets a class loader of its own instead.
final class PluginLoader {
  static final String IMAGE = "image";

  private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int MAX_CAUSES = 5;
  private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,40}");

  private PluginLoader() {}

  /// What one place provides.
  record Found(List<Plugin<StrategyProvider>> strategies, List<Plugin<RiskRuleProvider>> rules) {}

  /// An entry of the plug-in folder that cannot be used.
  static final class BrokenEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenEntryException(Path entry, Throwable cause) {
      super(sentence(entry, chain(cause)), cause);
    }

    BrokenEntryException(Path entry, String why) {
      super(sentence(entry, why));
    }

    private static String sentence(Path entry, String why) {
      // One line, whatever a stranger's exception says.
      return "plug-in "
          + entry.getFileName()
          + " was left out: "
          + CONTROL.matcher(why).replaceAll(" ");
    }

    private static String chain(Throwable cause) {
      List<String> parts = new ArrayList<>();
      for (Throwable t = cause; t != null && parts.size() < MAX_CAUSES; t = t.getCause()) {
        parts.add(t.toString());
      }
      return String.join("; because of ", parts);
    }
  }

  static Found image() {
    ClassLoader own = PluginLoader.class.getClassLoader();
    return new Found(
        plugins(ServiceLoader.load(StrategyProvider.class, own), IMAGE, _ -> true),
        plugins(ServiceLoader.load(RiskRuleProvider.class, own), IMAGE, _ -> true));
  }

  static <P extends Provider<?>> Plugin<P> handedIn(P provider) {
    return plugin(provider, "code");
  }

  /// {@return the entries of a folder, by name}
  static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(PluginLoader::mayHoldPlugins).sorted().toList();
    } catch (IOException e) {
      throw new BadInputException(
          Reason.PLUGIN_FAILED, "plug-in folder " + folder + " cannot be read: " + e, e);
    }
  }

  static Found entry(Path entry) throws BrokenEntryException {
    try {
      List<Path> jars = jars(entry);
      ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
      Set<ModuleReference> modules = finder.findAll();
      boolean named = modules.stream().noneMatch(m -> m.descriptor().isAutomatic());
      Found found = named ? fromLayer(entry, finder, modules) : fromLoader(entry, jars);
      if (found.strategies().isEmpty() && found.rules().isEmpty()) {
        throw new IllegalStateException("it provides neither a strategy nor a risk rule");
      }
      return found;
    } catch (IOException | RuntimeException | ServiceConfigurationError | LinkageError e) {
      throw new BrokenEntryException(entry, e);
    }
  }

  private static Found fromLayer(Path entry, ModuleFinder finder, Set<ModuleReference> modules) {
    ModuleLayer parent = PluginLoader.class.getModule().getLayer();
    if (parent == null) {
      parent = ModuleLayer.boot();
    }
    Set<String> roots =
        modules.stream().map(m -> m.descriptor().name()).collect(Collectors.toSet());
    Configuration configuration = parent.configuration().resolve(ModuleFinder.of(), finder, roots);
    ModuleLayer layer =
        parent.defineModulesWithOneLoader(configuration, PluginLoader.class.getClassLoader());
    String source = String.valueOf(entry.getFileName());
    Predicate<Class<?>> own = type -> layer.equals(type.getModule().getLayer());
    return new Found(
        plugins(ServiceLoader.load(layer, StrategyProvider.class), source, own),
        plugins(ServiceLoader.load(layer, RiskRuleProvider.class), source, own));
  }

  private static Found fromLoader(Path entry, List<Path> jars) throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    String source = String.valueOf(entry.getFileName());
    // Lives as long as the plug-ins that it loads, which is as long as the program.
    @SuppressWarnings("resource")
    URLClassLoader loader = new URLClassLoader(source, urls, PluginLoader.class.getClassLoader());
    Predicate<Class<?>> own = type -> loader.equals(type.getClassLoader());
    return new Found(
        plugins(ServiceLoader.load(StrategyProvider.class, loader), source, own),
        plugins(ServiceLoader.load(RiskRuleProvider.class, loader), source, own));
  }

  private static <P extends Provider<?>> List<Plugin<P>> plugins(
      ServiceLoader<P> loader, String source, Predicate<Class<?>> own) {
    return loader.stream()
        .filter(found -> own.test(found.type()))
        .map(found -> plugin(found.get(), source))
        .toList();
  }

  private static <P extends Provider<?>> Plugin<P> plugin(P provider, String source) {
    Module module = provider.getClass().getModule();
    String name = module.isNamed() ? module.getName() : "unnamed";
    String version = module.isNamed() ? module.getDescriptor().rawVersion().orElse("") : "";
    Plugin<P> plugin = describe(provider, name, version, source);
    LOG.info("plug-in {} of module {} {} from {}", plugin.id(), name, version, source);
    return plugin;
  }

  /// Asks a provider for what describes it, once: a stranger's code may throw or answer null.
  private static <P extends Provider<?>> Plugin<P> describe(
      P provider, String module, String version, String source) {
    try {
      String id = provider.id();
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "id must be 1..40 lower case letters, digits and underscores, was \"" + id + "\"");
      }
      String doc = Objects.requireNonNull(provider.doc(), "doc");
      List<Parameter> parameters = List.copyOf(provider.parameters());
      return new Plugin<>(provider, id, doc, parameters, module, version, source);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      throw new BadInputException(
          Reason.PLUGIN_FAILED,
          provider.getClass().getName() + " of module " + module + " cannot be used: " + e,
          e);
    }
  }

  private static boolean mayHoldPlugins(Path entry) {
    return Files.isDirectory(entry) || entry.getFileName().toString().endsWith(".jar");
  }

  private static List<Path> jars(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return List.of(entry);
    }
    try (Stream<Path> files = Files.list(entry)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
