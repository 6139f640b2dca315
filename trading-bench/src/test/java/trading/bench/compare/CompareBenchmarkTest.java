package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The benchmark's set-up and checks, driven without the harness.
class CompareBenchmarkTest {
  private static final int COMMANDS = 50;
  private static final Ending ENDING =
      Proof.of(Session.of(1, COMMANDS), UnaryOperator.identity()).ending();

  @ParameterizedTest
  @EnumSource(Way.class)
  void sessionsBeginAnewAndEndAsExpected(Way way) {
    CompareBenchmark benchmark = benchmark(way, ENDING);

    assertDoesNotThrow(() -> run(benchmark, 2 * COMMANDS + 7));
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"IN_PROCESS", "HTTP_CLIENT", "HTTP_SOCKET"})
  void anEngineThatEndsOtherwiseFailsTheBenchmark(Way way) {
    CompareBenchmark benchmark = benchmark(way, new Ending("another", ENDING.digest()));

    Exception e = assertThrows(IllegalStateException.class, () -> run(benchmark, COMMANDS + 1));

    assertTrue(e.getMessage().contains("must end as Ending[stateHash=another,"), e::getMessage);
  }

  @Test
  void theLastSessionIsCheckedTooThoughItsTimeIsUp() {
    CompareBenchmark benchmark =
        benchmark(Way.IN_PROCESS, new Ending(ENDING.stateHash(), "another"));

    assertThrows(IllegalStateException.class, () -> run(benchmark, 10));
  }

  private static void run(CompareBenchmark benchmark, int commands) {
    benchmark.open();
    for (int i = 0; i < commands; i++) {
      benchmark.next();
      benchmark.command();
    }
    benchmark.close();
  }

  private static CompareBenchmark benchmark(Way way, Ending expected) {
    CompareBenchmark benchmark = new CompareBenchmark();
    benchmark.way = way.name();
    benchmark.seed = 1;
    benchmark.commands = COMMANDS;
    benchmark.stateHash = expected.stateHash();
    benchmark.digest = expected.digest();
    return benchmark;
  }
}
