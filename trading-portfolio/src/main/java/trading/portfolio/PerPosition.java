package trading.portfolio;

import org.jspecify.annotations.Nullable;

/// One thing per account and instrument, found by their ids without allocating.
///
/// Not for several threads. Nothing is ever taken out; whoever looks for all things keeps them
/// elsewhere.
///
/// @param <T> what there is one of
// Hot: allocates when something is put only.
final class PerPosition<T> {
  private static final int FIRST_BITS = 4;

  /// 2⁶⁴ divided by the golden ratio: neighbours end far from each other (Knuth, vol. 3, 6.4).
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private int bits = FIRST_BITS;
  private long[] keys = new long[1 << FIRST_BITS];
  private @Nullable Object[] things = new @Nullable Object[1 << FIRST_BITS];
  private int size;

  /// {@return the thing, or null when none was put}
  ///
  /// @param accountId the account, 1 or more
  /// @param instrumentId the instrument, 1 or more
  @SuppressWarnings("unchecked") // Nothing else is put.
  @Nullable T get(int accountId, int instrumentId) {
    return (T) things[slot(key(accountId, instrumentId))];
  }

  /// Puts what was not there.
  ///
  /// @param accountId the account, 1 or more
  /// @param instrumentId the instrument, 1 or more
  /// @param thing what is to be found
  void put(int accountId, int instrumentId, T thing) {
    if (++size > keys.length / 2) {
      grow();
    }
    put(key(accountId, instrumentId), thing);
  }

  private void put(long key, Object thing) {
    int slot = slot(key);
    keys[slot] = key;
    things[slot] = thing;
  }

  private void grow() {
    long[] formerKeys = keys;
    @Nullable Object[] former = things;
    bits++;
    keys = new long[1 << bits];
    things = new @Nullable Object[1 << bits];
    for (int i = 0; i < former.length; i++) {
      Object thing = former[i];
      if (thing != null) {
        put(formerKeys[i], thing);
      }
    }
  }

  /// Where the key is, or would be put.
  private int slot(long key) {
    int slot = (int) ((key * SPREAD) >>> (Long.SIZE - bits));
    while (things[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(int accountId, int instrumentId) {
    return ((long) accountId << Integer.SIZE) | instrumentId;
  }
}
