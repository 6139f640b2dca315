package trading.portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import trading.api.spi.Ledger;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A snapshot in memory.
final class ListState implements StateWriter {
  private final List<Object> values = new ArrayList<>();

  static ListState of(Ledger ledger) {
    ListState state = new ListState();
    ledger.write(state);
    return state;
  }

  static ListState of(long... values) {
    ListState state = new ListState();
    for (long value : values) {
      state.putLong(value);
    }
    return state;
  }

  @Override
  public void putLong(long value) {
    values.add(value);
  }

  @Override
  public void putText(String value) {
    values.add(value);
  }

  List<Object> values() {
    return values;
  }

  StateReader reader() {
    ArrayDeque<Object> rest = new ArrayDeque<>(values);
    return new StateReader() {
      @Override
      public long takeLong() {
        if (rest.poll() instanceof Long number) {
          return number;
        }
        throw new IllegalStateException("no number here");
      }

      @Override
      public String takeText() {
        if (rest.poll() instanceof String text) {
          return text;
        }
        throw new IllegalStateException("no text here");
      }
    };
  }
}
