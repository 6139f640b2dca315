package trading.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Plays the measured part of a recorded flow into a filled book, command by command.
///
/// One invocation plays 500,000 commands. [BookComparison] runs it and prints the ratios.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(OrderBookBenchmark.COMMANDS)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@Fork(1)
public class OrderBookBenchmark {
  static final int COMMANDS = 500_000;

  /// The flow.
  @Param({"C_EQUITY", "B_DEEP", "M_MOVES"})
  private String kind = "";

  /// The book.
  @Param({"OURS", "DIRECT", "NAIVE"})
  private String book = "";

  private OrderFlow flow = new OrderFlow(new byte[0], 0);
  private BenchBook playing = BenchBook.Kind.OURS.open();
  private final long[] nanos = new long[COMMANDS];

  /// Creates the benchmark.
  public OrderBookBenchmark() {}

  /// Reads the flow.
  @Setup(Level.Trial)
  public void read() {
    flow = OrderFlow.Kind.valueOf(kind).read();
  }

  /// Fills a new book.
  @Setup(Level.Invocation)
  public void fill() {
    playing = BenchBook.Kind.valueOf(book).open();
    for (int i = 0; i < flow.fill; i++) {
      playing.apply(flow, i);
    }
  }

  /// {@return the sum of all trades}
  @Benchmark
  public long play() {
    Seen.LAST.begin();
    for (int i = flow.fill; i < flow.fill + COMMANDS; i++) {
      playing.apply(flow, i);
    }
    Seen.LAST.end(COMMANDS);
    return playing.tape().hash;
  }

  /// {@return the sum of all trades; each command is timed alone, the clock's own time included}
  @Benchmark
  public long playTimed() {
    for (int i = 0; i < COMMANDS; i++) {
      long start = System.nanoTime();
      playing.apply(flow, flow.fill + i);
      nanos[i] = System.nanoTime() - start;
    }
    Seen.LAST.nanos(nanos);
    return playing.tape().hash;
  }
}
