package trading.core;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Cash and positions of the naive twin, by name, without bounds.
final class NaiveBooks {
  private static final BigInteger MAX_CASH = BigInteger.TWO.pow(62);

  private record Key(String account, String what) {}

  private final Map<Key, BigInteger> cash = new HashMap<>();
  private final Map<Key, Long> lots = new HashMap<>();

  BigInteger cash(String account, String currency) {
    return cash.getOrDefault(new Key(account, currency), BigInteger.ZERO);
  }

  long lots(String account, String symbol) {
    return lots.getOrDefault(new Key(account, symbol), 0L);
  }

  void moveCash(String account, String currency, BigInteger micros) {
    cash.merge(new Key(account, currency), micros, BigInteger::add);
  }

  void moveLots(String account, String symbol, long by) {
    lots.merge(new Key(account, symbol), by, Long::sum);
  }

  boolean holds(String account, String currency, BigInteger moreMicros) {
    return cash(account, currency).add(moreMicros).abs().compareTo(MAX_CASH) <= 0;
  }
}
