package trading.risk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A snapshot as a list of its values.
final class Snapshot implements StateWriter {
  private final List<Object> values = new ArrayList<>();

  static Snapshot of(RuleGate gate) {
    Snapshot snapshot = new Snapshot();
    gate.write(snapshot);
    return snapshot;
  }

  List<Object> values() {
    return values;
  }

  /// {@return a reader of its first values, failing where they end}
  StateReader reader(int count) {
    return new Reader(values.subList(0, count));
  }

  @Override
  public void putLong(long value) {
    values.add(value);
  }

  @Override
  public void putText(String value) {
    values.add(value);
  }

  private static final class Reader implements StateReader {
    private final Iterator<Object> left;

    Reader(List<Object> values) {
      left = values.iterator();
    }

    @Override
    public long takeLong() {
      return take() instanceof Long number ? number : fail();
    }

    @Override
    public String takeText() {
      return take() instanceof String text ? text : Long.toString(fail());
    }

    private Object take() {
      return left.hasNext() ? left.next() : fail();
    }

    private static long fail() {
      throw new IllegalStateException("the snapshot has no such value here");
    }
  }
}
