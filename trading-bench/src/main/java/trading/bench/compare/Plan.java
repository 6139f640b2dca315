package trading.bench.compare;

import java.time.Duration;

/// How long to measure.
///
/// Every round measures all ways one after the other, each in a process of its own, so that a
/// machine that changes its pace changes it for all.
///
/// @param rounds how often, 1 or more
/// @param forked false to stay in this process, for tests
/// @param commands how many commands a session has
/// @param warmup what is thrown away at the start of each process
/// @param measurement what counts
record Plan(int rounds, boolean forked, int commands, Phase warmup, Phase measurement) {
  private static final int COMMANDS = 5_000;

  /// Iterations of one length.
  ///
  /// @param iterations how many
  /// @param each how long
  record Phase(int iterations, Duration each) {
    long millis() {
      return iterations * each.toMillis();
    }
  }

  static Plan quick() {
    return new Plan(
        1,
        true,
        COMMANDS,
        new Phase(5, Duration.ofSeconds(1)),
        new Phase(5, Duration.ofMillis(1_500)));
  }

  static Plan full() {
    return new Plan(
        3,
        true,
        COMMANDS,
        new Phase(5, Duration.ofSeconds(2)),
        new Phase(5, Duration.ofSeconds(4)));
  }
}
