package trading.client.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.security.SecureRandom;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// What some code must not do; the caller chooses the classes.
final class Rules {
  /// Time is an argument behind the engine's door.
  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(
              calls(System.class, "nanoTime", "currentTimeMillis")
                  .or(calls(java.time.Clock.class, "system", "systemUTC", "systemDefaultZone"))
                  .or(calls(java.time.Clock.class, "tickMillis", "tickSeconds", "tickMinutes"))
                  .or(calls(Calendar.class, "getInstance"))
                  .or(calls(Date.class, "<init>"))
                  .or(callsNowOfJavaTime()))
          .because("the same commands must give the same events at any time");

  /// Chance comes from a seed in the data, if at all.
  static final ArchRule NO_RANDOM =
      noClasses()
          .should()
          .dependOnClassesThat(
              assignableTo(RandomGenerator.class)
                  .or(
                      belongToAnyOf(
                          Random.class,
                          SecureRandom.class,
                          SplittableRandom.class,
                          ThreadLocalRandom.class)))
          .orShould()
          .accessTargetWhere(
              calls(Math.class, "random")
                  .or(calls(StrictMath.class, "random"))
                  .or(calls(UUID.class, "randomUUID"))
                  .or(calls(Collections.class, "shuffle")))
          .because("the same commands must give the same events in any process");

  /// Order of iteration must not hang on hashes, which may differ from process to process.
  static final ArchRule NO_UNORDERED_COLLECTION =
      noClasses()
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  HashMap.class,
                  HashSet.class,
                  Hashtable.class,
                  IdentityHashMap.class,
                  WeakHashMap.class,
                  ConcurrentHashMap.class))
          .orShould()
          .accessTargetWhere(
              calls(System.class, "identityHashCode")
                  .or(calls(Map.class, "ofEntries", "copyOf"))
                  .or(calls(Map.class, "of").and(withParameters(count -> count > 2)))
                  .or(calls(Set.class, "copyOf"))
                  .or(calls(Set.class, "of").and(withParameters(count -> count > 0)))
                  .or(calls(Collectors.class, "toMap", "toSet", "groupingBy", "toUnmodifiableMap"))
                  .or(calls(Collectors.class, "toUnmodifiableSet", "partitioningBy")))
          .because(
              "hash order differs between processes, that of LinkedHashMap or TreeMap does not");

  /// Text and dates must not hang on where the process runs.
  static final ArchRule NO_LOCALE =
      noClasses()
          .should()
          .accessTargetWhere(
              calls(Locale.class, "getDefault")
                  .or(calls(TimeZone.class, "getDefault"))
                  .or(calls(java.time.ZoneId.class, "systemDefault"))
                  .or(calls(String.class, "formatted"))
                  .or(calls(String.class, "format").and(withParameters(count -> count == 2)))
                  .or(
                      calls(String.class, "toLowerCase", "toUpperCase")
                          .and(withParameters(count -> count == 0))))
          .because("the same commands must give the same events in any country");

  /// Exact: money, prices and quantities are whole numbers.
  static final ArchRule NO_FLOATING_POINT =
      noClasses()
          .should(new UseFloatingPoint())
          .because("money, prices and quantities are whole numbers");

  /// The functions that Math may compute differently on another machine.
  static final ArchRule STRICT_MATH =
      noClasses()
          .should()
          .accessTargetWhere(
              calls(Math.class, "sin", "cos", "tan", "asin", "acos", "atan", "atan2")
                  .or(calls(Math.class, "sinh", "cosh", "tanh", "hypot", "cbrt", "pow"))
                  .or(calls(Math.class, "exp", "expm1", "log", "log10", "log1p")))
          .because("StrictMath gives the same bits everywhere");

  /// Collaborators come through the constructor.
  static final ArchRule NO_SERVICE_LOADER =
      noClasses()
          .should()
          .dependOnClassesThat(belongToAnyOf(ServiceLoader.class))
          .because("only the client looks for plug-ins");

  /// The program's output is written in one place.
  static final ArchRule NO_STANDARD_STREAMS =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  /// Inside the API arrows go `spi → event → api`, never back.
  static final List<ArchRule> API_ARROWS =
      List.of(
          noClasses()
              .that(resideInAPackage("..api"))
              .should()
              .dependOnClassesThat(
                  resideInAPackage("..api.event").or(resideInAPackage("..api.spi"))),
          noClasses()
              .that(resideInAPackage("..api.event"))
              .should()
              .dependOnClassesThat(resideInAPackage("..api.spi")));

  private Rules() {}

  /// Calls and method references, to the class itself or through a subclass.
  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return describe(
        "to " + owner.getSimpleName() + "." + String.join("/", names),
        access ->
            List.of(names).contains(access.getTarget().getName())
                && access.getTargetOwner().isAssignableTo(owner));
  }

  private static DescribedPredicate<JavaAccess<?>> callsNowOfJavaTime() {
    return describe(
        "to now of java.time",
        access ->
            access.getTarget().getName().equals("now")
                && access.getTargetOwner().isAssignableTo(TemporalAccessor.class));
  }

  private static DescribedPredicate<JavaAccess<?>> withParameters(IntPredicate count) {
    return describe(
        "some overloads",
        access ->
            access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && count.test(target.getRawParameterTypes().size()));
  }
}
