package trading.client.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;

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

  /// {@return the main classes that are wanted}
  ///
  /// @param wanted which ones
  static JavaClasses classes(DescribedPredicate<JavaClass> wanted) {
    return CLASSES.that(wanted);
  }

  /// {@return whether a class lies in this package or below it}
  ///
  /// @param name the package; one without classes is an error, since a rule would hold for nothing
  static DescribedPredicate<JavaClass> in(String name) {
    DescribedPredicate<JavaClass> inside =
        describe("in " + name, type -> (type.getPackageName() + ".").startsWith(name + "."));
    if (CLASSES.that(inside).isEmpty()) {
      throw new IllegalArgumentException("no class in package " + name);
    }
    return inside;
  }

  /// {@return whether a class lies neither in this package nor below it}
  ///
  /// @param name the package, not an empty one
  static DescribedPredicate<JavaClass> outside(String name) {
    return not(in(name));
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
