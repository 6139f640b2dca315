package trading.client.image;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.client.image.Image.Run;

class ImageIT {
  /// What was there to link: the modules that the client depends on, providers included.
  private static final ModuleFinder MODULES = ModuleFinder.of(Path.of("target", "modules"));

  @TempDir private Path temp;

  @Test
  void everyModuleIsInside() {
    assertEquals(Set.of(), without(names(MODULES), modulesOf(Image.linked())));
  }

  @Test
  void theClientAndThePlatformModulesOfPlugInsAreInside() {
    Set<String> wanted =
        Set.of(
            "trading.client",
            "org.hdrhistogram",
            "java.net.http",
            "java.sql",
            "java.xml",
            "java.management",
            "jdk.jfr");

    assertEquals(Set.of(), without(wanted, modulesOf(Image.linked())));
  }

  @Test
  void noModuleIsAutomatic() {
    Set<ModuleDescriptor> automatic =
        MODULES.findAll().stream()
            .map(reference -> reference.descriptor())
            .filter(ModuleDescriptor::isAutomatic)
            .collect(toCollection(TreeSet::new));

    assertEquals(Set.of(), automatic);
  }

  @Test
  void noModuleIsForcedOpen() throws IOException {
    String launcher = Files.readString(Image.linked().home().resolve("bin/trading"));

    assertFalse(launcher.contains("--add-"), launcher);
  }

  @Test
  void startsFromAnotherFolder() {
    assertStarts(Image.linked().in(temp));
  }

  @Test
  void startsThroughLinks() throws IOException {
    Image copy = Image.linked().copyTo(temp.resolve("image"));
    Path absolute =
        Files.createSymbolicLink(temp.resolve("absolute"), copy.home().resolve("bin/trading"));
    Path relative = Files.createSymbolicLink(temp.resolve("relative"), Path.of("absolute"));

    assertStarts(copy.by(absolute));
    assertStarts(copy.by(relative));
  }

  @Test
  void startsFromAFolderWithBlanksInItsName() {
    Image copy = Image.linked().copyTo(temp.resolve("a folder  with blanks"));

    assertStarts(copy);
    assertStarts(copy.in(copy.home()).by(Path.of("bin/trading")));
  }

  @Test
  void theProgramIsToldItsHome() {
    Image copy = Image.linked().copyTo(temp.resolve("my image"));

    Run run = copy.with("TRADING_JAVA_OPTS", "-XshowSettings:properties").start("--help");

    assertTrue(run.stderr().contains("trading.home = " + copy.home()), run.stderr());
  }

  @Test
  void takesOptionsOfTheJvmFromTheEnvironment() {
    Image image = Image.linked().with("TRADING_JAVA_OPTS", "-Da=* -XX:AOTMode=off --version");

    Run run = image.start("--help");

    assertEquals(image.java("--version"), run);
  }

  @Test
  void theFolderForPlugInsHoldsNothingButItsReadme() throws IOException {
    try (var files = Files.list(Image.linked().plugins())) {
      assertEquals("[README.txt]", files.map(Path::getFileName).toList().toString());
    }
  }

  private static void assertStarts(Image image) {
    Run run = image.start("--help");

    assertEquals(0, run.exitCode(), run.stderr());
    assertEquals(Image.run("--help"), run);
  }

  private static Set<String> modulesOf(Image image) {
    return image
        .java("--list-modules")
        .stdout()
        .lines()
        .map(line -> line.replaceFirst("[@ ].*", ""))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> names(ModuleFinder finder) {
    return finder.findAll().stream()
        .map(reference -> reference.descriptor().name())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> all, Set<String> removed) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(removed);
    return rest;
  }
}
