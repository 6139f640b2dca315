package trading.core;

import java.util.ArrayList;
import java.util.List;
import trading.api.spi.StateWriter;

/// A state as a list of its values.
final class ListedState implements StateWriter {
  final List<Object> values = new ArrayList<>();

  @Override
  public void putLong(long value) {
    values.add(value);
  }

  @Override
  public void putText(String value) {
    values.add(value);
  }
}
