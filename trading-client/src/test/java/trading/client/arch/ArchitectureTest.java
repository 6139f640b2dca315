package trading.client.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trading.client.arch.SdkModules.classes;
import static trading.client.arch.SdkModules.in;
import static trading.client.arch.SdkModules.outside;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import trading.api.spi.Ledger;
import trading.api.spi.RiskGate;
import trading.client.arch.fixture.api.Word;
import trading.client.arch.fixture.api.event.Happened;

class ArchitectureTest {
  private static final Set<String> API = Set.of("trading.api");
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "trading.api", Set.of(),
          "trading.core", API,
          "trading.marketdata", API,
          "trading.risk", API,
          "trading.strategies", API,
          "trading.portfolio", API,
          "trading.client",
              Set.of(
                  "trading.api",
                  "trading.core",
                  "trading.marketdata",
                  "trading.risk",
                  "trading.strategies",
                  "trading.portfolio"));

  /// The code whose result must be the same in every process.
  private static final JavaClasses KERNEL =
      classes(
          in("trading.core")
              .or(in("trading.risk"))
              .or(in("trading.portfolio.ledger"))
              .or(assignableTo(Ledger.class))
              .or(assignableTo(RiskGate.class)));

  /// A rule, the classes it holds for, and classes that it must refuse one by one.
  private record Case(ArchRule rule, JavaClasses classes, Class<?>... violators) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(
              Rules.NO_CLOCK,
              KERNEL,
              Violations.CallsNanoTime.class,
              Violations.RefersToCurrentTimeMillis.class,
              Violations.AsksInstantNow.class,
              Violations.AsksLocalDateNow.class,
              Violations.TakesTheSystemClock.class),
          new Case(
              Rules.NO_RANDOM,
              KERNEL,
              Violations.KeepsRandom.class,
              Violations.AsksThreadLocalRandom.class,
              Violations.AsksRandomUuid.class,
              Violations.Shuffles.class),
          new Case(
              Rules.NO_UNORDERED_COLLECTION,
              KERNEL,
              Violations.MakesHashMap.class,
              Violations.MakesIdentityHashMap.class,
              Violations.KeepsConcurrentHashMap.class,
              Violations.AsksIdentityHash.class,
              Violations.MakesSetOf.class),
          new Case(
              Rules.NO_LOCALE,
              KERNEL,
              Violations.FormatsByDefaultLocale.class,
              Violations.LowersByDefaultLocale.class),
          new Case(
              Rules.NO_FLOATING_POINT,
              KERNEL,
              Violations.KeepsDouble.class,
              Violations.TakesFloatArray.class,
              Violations.CallsMathFloor.class,
              Violations.ComputesWithLocalDouble.class),
          new Case(Rules.STRICT_MATH, classes(), Violations.CallsMathExp.class),
          new Case(
              Rules.NO_SERVICE_LOADER,
              classes(outside("trading.client")),
              Violations.LoadsServices.class),
          new Case(
              Rules.NO_STANDARD_STREAMS,
              classes(outside("trading.client.cli")),
              Violations.PrintsToStandardOutput.class),
          new Case(Rules.API_ARROWS.getFirst(), classes(in("trading.api")), Word.class),
          new Case(Rules.API_ARROWS.getLast(), classes(in("trading.api")), Happened.class));

  private static final JavaClasses VIOLATORS =
      new ClassFileImporter()
          .importClasses(CASES.stream().flatMap(rule -> Stream.of(rule.violators())).toList());

  @ParameterizedTest
  @FieldSource("CASES")
  void theCodeKeepsTheRule(Case rule) {
    rule.rule().check(rule.classes());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void theRuleRefusesEachViolation(Case rule) {
    for (Class<?> violator : rule.violators()) {
      JavaClasses classes = VIOLATORS.that(equivalentTo(violator));

      AssertionError error =
          assertThrows(AssertionError.class, () -> rule.rule().check(classes), violator::getName);
      assertTrue(error.getMessage().contains(violator.getName()), error.getMessage());
    }
  }

  @Test
  void everyViolationIsTried() {
    Set<Class<?>> tried =
        CASES.stream().flatMap(rule -> Stream.of(rule.violators())).collect(Collectors.toSet());

    assertEquals(Set.of(), without(Set.of(Violations.class.getDeclaredClasses()), tried));
  }

  @Test
  void allModulesAreSeen() {
    assertEquals(
        ARROWS.keySet(),
        SdkModules.descriptors().stream().map(ModuleDescriptor::name).collect(Collectors.toSet()));
  }

  @Test
  void modulesRequireOnlyWhatTheDesignAllows() {
    for (ModuleDescriptor module : SdkModules.descriptors()) {
      assertEquals(Set.of(), forbiddenArrows(module), module.name());
    }
  }

  @Test
  void anArrowBetweenTwoOfTheFiveIsRefused() {
    ModuleDescriptor core =
        ModuleDescriptor.newModule("trading.core")
            .requires("trading.api")
            .requires("trading.risk")
            .build();

    assertEquals(Set.of("trading.risk"), forbiddenArrows(core));
  }

  @Test
  void theApiRequiresThePlatformsBaseOnly() {
    ModuleDescriptor api =
        SdkModules.descriptors().stream()
            .filter(module -> module.name().equals("trading.api"))
            .findAny()
            .orElseThrow();

    Set<String> atRunTime =
        api.requires().stream()
            .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
            .map(Requires::name)
            .collect(Collectors.toSet());

    assertEquals(Set.of("java.base"), atRunTime);
  }

  private static Set<String> forbiddenArrows(ModuleDescriptor module) {
    Set<String> ours =
        module.requires().stream()
            .map(Requires::name)
            .filter(name -> name.startsWith("trading."))
            .collect(Collectors.toSet());
    return without(ours, ARROWS.get(module.name()));
  }

  private static <T> Set<T> without(Set<T> all, Set<? extends T> removed) {
    return all.stream().filter(each -> !removed.contains(each)).collect(Collectors.toSet());
  }
}
