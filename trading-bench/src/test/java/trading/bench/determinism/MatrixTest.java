package trading.bench.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.bench.determinism.Setup.Collector;
import trading.bench.determinism.Setup.Compiler;
import trading.bench.determinism.Setup.Place;

/// One session, process by process.
class MatrixTest {
  private static final long SEED = 1;
  private static final Setup PLAIN =
      new Setup(Compiler.FULL, Collector.SERIAL, false, Place.EN_US, "UTC");
  private static final Setup ELSEWHERE =
      new Setup(Compiler.FULL, Collector.SERIAL, false, Place.AR_EG, "Asia/Kolkata");

  private final StringWriter text = new StringWriter();
  private final List<Matrix.Run> runs = new ArrayList<>();

  @Test
  void aFewVirtualMachinesThatDifferInEverythingAgree() throws IOException {
    List<Setup> differing = matrix(20_000, 2_000, Fault.NONE).compare(Setup.few(), runs);

    assertEquals(List.of(), differing, text::toString);
    assertTrue(text.toString().endsWith("All 5 processes agree." + System.lineSeparator()));
    String machines = runs.stream().map(Matrix.Run::machine).collect(Collectors.joining("\n"));
    List.of(
            "interpreted mode",
            "emulated-client",
            "G1 Old",
            "MarkSweepCompact",
            "ZGC",
            "headers false",
            "headers true",
            "en-US",
            "tr-TR",
            "ar-EG-u-nu-arab",
            "; UTC",
            "; Asia/Kolkata",
            "; America/New_York")
        .forEach(part -> assertTrue(machines.contains(part), () -> part + " in\n" + machines));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aSessionThatDependsOnItsPlaceIsFound(Fault fault) throws IOException {
    Setup other = fault == Fault.PROCESS ? PLAIN : ELSEWHERE;

    List<Setup> differing = matrix(400, 200, fault).compare(List.of(PLAIN, other), runs);

    assertEquals(List.of(other), differing, text::toString);
    assertTrue(text.toString().contains("differs: " + other + ": digest, state"), text::toString);
  }

  @Test
  void theMatrixHasEveryCombinationThatMatters() {
    List<Setup> all = Setup.all();
    Set<String> machines = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (Setup setup : all) {
      machines.add(setup.compiler() + " " + setup.collector() + setup.compactHeaders());
      places.add(setup.place() + " " + setup.zone());
    }

    assertEquals(3 * 3 * 2, machines.size());
    assertEquals(3 * 3, places.size());
    assertEquals(all.getFirst(), all.getLast());
    for (Compiler compiler : EnumSet.allOf(Compiler.class)) {
      assertEquals(3, different(all, compiler).size(), () -> compiler + " meets every locale");
    }
  }

  private static Set<Place> different(List<Setup> setups, Compiler compiler) {
    return setups.stream()
        .filter(setup -> setup.compiler() == compiler)
        .map(Setup::place)
        .collect(Collectors.toSet());
  }

  private Matrix matrix(long commands, long interpreted, Fault fault) {
    return new Matrix(SEED, commands, interpreted, fault, new PrintWriter(text));
  }
}
