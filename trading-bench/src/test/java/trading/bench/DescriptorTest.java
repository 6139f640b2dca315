package trading.bench;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a module shows to others changes on purpose only.
class DescriptorTest {
  private static final Path FOLDER = Path.of("src/test/resources/descriptors");

  static List<ModuleDescriptor> descriptors() {
    return ModuleLayer.boot().modules().stream()
        .map(Module::getDescriptor)
        .filter(module -> module.name().startsWith("trading."))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("descriptors")
  void theDescriptorIsTheOneCheckedIn(ModuleDescriptor module) throws IOException {
    Path golden = FOLDER.resolve(module.name() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, render(module));
    }

    assertEquals(
        Files.exists(golden) ? Files.readString(golden) : "",
        render(module),
        () -> golden + " differs; if on purpose: mvn -B verify -Dgolden.update=true");
  }

  @Test
  void allEightModulesAreLookedAt() {
    assertEquals(8, descriptors().size());
  }

  @Test
  void everyKindOfLineIsRendered() {
    ModuleDescriptor module =
        ModuleDescriptor.newOpenModule("a.b")
            .requires(Set.of(Requires.Modifier.TRANSITIVE, Requires.Modifier.STATIC), "z")
            .requires("c")
            .exports("p")
            .exports("a.q", Set.of("y", "x"))
            .uses("s.T")
            .provides("s.U", List.of("p.Two", "p.One"))
            .build();

    assertEquals(
        """
        open module a.b
        requires c
        requires mandated java.base
        requires static transitive z
        exports a.q to x, y
        exports p
        uses s.T
        provides s.U with p.Two, p.One
        """,
        render(module));
  }

  @Test
  void opensAreRendered() {
    ModuleDescriptor module =
        ModuleDescriptor.newModule("a").opens("p").opens("q", Set.of("x")).build();

    assertEquals("module a\nrequires mandated java.base\nopens p\nopens q to x\n", render(module));
  }

  private static String render(ModuleDescriptor module) {
    return Stream.of(
            Stream.of((module.isOpen() ? "open module " : "module ") + module.name()),
            module.requires().stream().map(DescriptorTest::line).sorted(),
            module.exports().stream().map(DescriptorTest::line).sorted(),
            module.opens().stream().map(DescriptorTest::line).sorted(),
            module.uses().stream().map(service -> "uses " + service).sorted(),
            module.provides().stream().map(DescriptorTest::line).sorted())
        .flatMap(lines -> lines)
        .collect(joining("\n", "", "\n"));
  }

  private static String line(Requires requires) {
    String modifiers =
        requires.modifiers().stream()
            .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
            .sorted()
            .collect(joining());
    return "requires " + modifiers + requires.name();
  }

  private static String line(Exports exports) {
    return "exports " + exports.source() + targets(exports.targets());
  }

  private static String line(Opens opens) {
    return "opens " + opens.source() + targets(opens.targets());
  }

  /// The order of providers is kept: it is the one of the source.
  private static String line(Provides provides) {
    return "provides " + provides.service() + " with " + String.join(", ", provides.providers());
  }

  private static String targets(Collection<String> modules) {
    return modules.isEmpty() ? "" : modules.stream().sorted().collect(joining(", ", " to ", ""));
  }
}
