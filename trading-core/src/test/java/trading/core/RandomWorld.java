package trading.core;

import java.util.List;
import java.util.Random;

/// What the parts of a random flow share: chance, prices that wander, the clock.
final class RandomWorld {
  private static final long[] BAD_NUMBERS = {0, -1, -10, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 41};

  final Random random;
  long clockNanos = 1_700_000_000_000_000_000L;
  private final long[] middles = {100, 2_000, 200};
  private long clientOrders;

  RandomWorld(Random random) {
    this.random = random;
  }

  long wander(int instrument) {
    middles[instrument] = Math.max(10, middles[instrument] + random.nextInt(5) - 2);
    return middles[instrument];
  }

  /// {@return a price near the middle, at the least 1}
  long near(int instrument) {
    return near(instrument, random.nextInt(13) - 6);
  }

  long near(int instrument, long away) {
    return Math.max(1, middles[instrument] + away);
  }

  long lots(int instrument) {
    return 1 + random.nextInt(instrument == 2 ? 9_000 : 20);
  }

  /// {@return none, a new one, or one that was used lately}
  long clientOrder() {
    return switch (random.nextInt(30)) {
      case 0 -> Math.max(0, clientOrders - random.nextInt(9));
      case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> 0;
      default -> ++clientOrders;
    };
  }

  long badNumber() {
    return BAD_NUMBERS[random.nextInt(BAD_NUMBERS.length)];
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
