package trading.bench;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/// Plays the measured part of a recorded flow into an engine with accounts, command by command.
///
/// One invocation plays the whole of it. [EngineComparison] runs it and prints the ratios.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 14)
@Measurement(iterations = 9)
@Fork(1)
public class EngineBenchmark {
  /// The flow.
  @Param({"C_EQUITY", "B_DEEP", "M_MOVES"})
  private String kind = "";

  /// The engine.
  @Param({"OURS", "OURS_ALL_RULES", "FLOOR", "RISK_AND_DIRECT"})
  private String engine = "";

  private OrderFlow flow = new OrderFlow(new byte[0], 0);
  private BenchEngine playing = BenchEngine.Kind.OURS.open(flow);
  private int commands;
  private long[] nanos = {};

  /// Creates the benchmark.
  public EngineBenchmark() {}

  /// Reads the flow.
  @Setup(Level.Trial)
  public void read() {
    flow = EngineFlow.of(OrderFlow.Kind.valueOf(kind).read());
    commands = flow.count() - flow.fill;
    nanos = new long[commands];
  }

  /// Fills a new engine's book.
  @Setup(Level.Invocation)
  public void fill() {
    playing = BenchEngine.Kind.valueOf(engine).open(flow);
    for (int i = 0; i < flow.fill; i++) {
      playing.apply(flow, i);
    }
  }

  /// {@return the sum of all trades}
  @Benchmark
  public long play() {
    Seen.LAST.begin();
    for (int i = flow.fill; i < flow.count(); i++) {
      playing.apply(flow, i);
    }
    Seen.LAST.end(commands);
    return playing.tape().hash;
  }

  /// {@return the sum of all trades; each command is timed alone, the clock's own time included}
  @Benchmark
  public long playTimed() {
    for (int i = 0; i < commands; i++) {
      long start = System.nanoTime();
      playing.apply(flow, flow.fill + i);
      nanos[i] = System.nanoTime() - start;
    }
    Seen.LAST.nanos(nanos);
    return playing.tape().hash;
  }
}
