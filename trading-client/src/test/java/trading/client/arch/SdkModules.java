package trading.client.arch;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// The modules of the SDK as the running test sees them: jars, or folders of classes.
final class SdkModules {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importLocations(references().map(SdkModules::location).toList());

  private SdkModules() {}

  /// {@return the descriptors, by name}
  static List<ModuleDescriptor> descriptors() {
    return references().map(ModuleReference::descriptor).sorted().toList();
  }

  /// {@return the main classes of all modules}
  static JavaClasses classes() {
    return CLASSES;
  }

  /// {@return the classes of these packages and of those below them}
  ///
  /// @param packages the packages; one without classes is an error, since a rule would hold for nothing
  static JavaClasses classesOf(String... packages) {
    for (String wanted : packages) {
      if (CLASSES.stream().noneMatch(type -> isIn(type, wanted))) {
        throw new IllegalArgumentException("no class in package " + wanted);
      }
    }
    return CLASSES.that(
        DescribedPredicate.describe(
            Stream.of(packages).collect(joining(", ", "in ", "")),
            type -> Stream.of(packages).anyMatch(wanted -> isIn(type, wanted))));
  }

  /// {@return all main classes but those of this package and of those below it}
  static JavaClasses classesOutside(String excluded) {
    return CLASSES.that(
        DescribedPredicate.describe("outside " + excluded, type -> !isIn(type, excluded)));
  }

  private static boolean isIn(JavaClass type, String wanted) {
    return (type.getPackageName() + ".").startsWith(wanted + ".");
  }

  private static Stream<ModuleReference> references() {
    return ModuleLayer.boot().configuration().modules().stream()
        .map(ResolvedModule::reference)
        .filter(reference -> reference.descriptor().name().startsWith("trading."));
  }

  private static Location location(ModuleReference reference) {
    URI uri = reference.location().orElseThrow();
    return Location.of(uri.getPath().endsWith(".jar") ? URI.create("jar:" + uri + "!/") : uri);
  }
}
