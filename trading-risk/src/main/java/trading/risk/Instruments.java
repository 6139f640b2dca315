package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// What the gate must know of each instrument, by id.
// Hot: engine only; reading allocates nothing.
final class Instruments {
  private final Names symbols = new Names();
  private int[] currencyIds = {};
  private long[] tickValues = {};

  void put(int id, String symbol, int currencyId, long tickValueMicros) {
    symbols.put(id, symbol);
    currencyIds = Arrays.copyOf(currencyIds, symbols.end());
    tickValues = Arrays.copyOf(tickValues, symbols.end());
    currencyIds[id] = currencyId;
    tickValues[id] = tickValueMicros;
  }

  boolean has(int id) {
    return id >= 0 && id < tickValues.length && tickValues[id] != 0;
  }

  String symbol(int id) {
    return symbols.name(id);
  }

  int currencyId(int id) {
    return currencyIds[id];
  }

  long tickValueMicros(int id) {
    return tickValues[id];
  }

  /// {@return one more than the highest id}
  int end() {
    return symbols.end();
  }

  void write(StateWriter out) {
    symbols.write(out);
    for (int id = 0; id < symbols.end(); id++) {
      out.putLong(currencyIds[id]);
      out.putLong(tickValues[id]);
    }
  }

  void read(StateReader in) {
    symbols.read(in);
    currencyIds = new int[symbols.end()];
    tickValues = new long[symbols.end()];
    for (int id = 0; id < symbols.end(); id++) {
      currencyIds[id] = Math.toIntExact(in.takeLong());
      tickValues[id] = in.takeLong();
    }
  }
}
