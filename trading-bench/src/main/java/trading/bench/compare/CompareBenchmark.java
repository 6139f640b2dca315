package trading.bench.compare;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One command of a session, from the sender's object to the answer's object.
///
/// What must happen between two commands (the market moves, a session begins anew with a fresh
/// engine) happens in the set-up of an invocation, which sample time does not count. Each engine
/// that went through a session must have ended as expected, warm-up and measurement alike, or the
/// benchmark fails.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(3)
@NullUnmarked
public class CompareBenchmark {
  /// The state hash of an engine that nobody compares.
  static final String UNCHECKED = "unchecked";

  /// The name of a [Way].
  @Param({"IN_PROCESS", "HTTP_CLIENT", "HTTP_SOCKET", "ECHO"})
  String way;

  /// The seed of orders and market.
  @Param("1")
  long seed;

  /// How many commands a session has.
  @Param("5000")
  int commands;

  /// The state hash with which every engine must end.
  @Param(UNCHECKED)
  String stateHash;

  /// The digest of events with which every engine must end.
  @Param(UNCHECKED)
  String digest;

  private Way opened;
  private Lane lane;

  /// Creates the benchmark.
  public CompareBenchmark() {}

  /// Makes the session and starts the server.
  @Setup(Level.Trial)
  public void open() {
    opened = Way.valueOf(way);
    lane = Lane.open(Session.of(seed, commands), opened);
  }

  /// Finds the next command.
  @Setup(Level.Invocation)
  public void next() {
    if (!lane.next()) {
      check();
      lane.restart();
      lane.next();
    }
  }

  /// {@return the answer to one command}
  @Benchmark
  public Object command() {
    return lane.send();
  }

  /// Sends the rest of the session, so that the last engine's end is checked too; stops the server.
  @TearDown(Level.Trial)
  public void close() {
    try (Lane last = lane) {
      while (last.next()) {
        last.send();
      }
      check();
    }
  }

  private void check() {
    Ending expected = new Ending(stateHash, digest);
    if (opened.reachesAnEngine()
        && !stateHash.equals(UNCHECKED)
        && !lane.ending().equals(expected)) {
      throw new IllegalStateException(
          "an engine that was timed must end as " + expected + ", ended as " + lane.ending());
    }
  }
}
