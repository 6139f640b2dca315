package trading.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// What an invocation saw beside its time, for [BookMeter].
final class Seen {
  /// The last invocation's.
  static final Seen LAST = new Seen();

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private int commands;
  private long bytes = -1;
  private long cpuNanos = -1;
  private long[] sortedNanos = {};

  private Seen() {}

  /// Begins to count what the thread takes and allocates.
  void begin() {
    bytes = -THREADS.getCurrentThreadAllocatedBytes();
    cpuNanos = -THREADS.getCurrentThreadCpuTime();
  }

  /// Ends what was begun.
  void end(int newCommands) {
    commands = newCommands;
    cpuNanos += THREADS.getCurrentThreadCpuTime();
    bytes += THREADS.getCurrentThreadAllocatedBytes();
  }

  /// Keeps the times of single commands.
  void nanos(long[] each) {
    sortedNanos = each.clone();
    Arrays.sort(sortedNanos);
  }

  /// {@return the bytes allocated per command, or -1}
  double bytesPerCommand() {
    return bytes < 0 ? -1 : (double) bytes / commands;
  }

  /// {@return the thread's own time per command, or -1}
  double cpuNanosPerCommand() {
    return cpuNanos < 0 ? -1 : (double) cpuNanos / commands;
  }

  /// {@return the time that a share of the commands did not exceed, or -1}
  double percentile(double share) {
    int count = sortedNanos.length;
    return count == 0 ? -1 : sortedNanos[(int) Math.min(count - 1L, (long) (share * count))];
  }
}
