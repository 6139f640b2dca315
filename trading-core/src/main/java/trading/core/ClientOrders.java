package trading.core;

/// Finds the order that has used a client order id of an account.
///
/// Open addressing in segments that grow one by one, so that growing never takes long. The ids
/// themselves stand in the order table.
// Hot: engine only; allocates nothing until a segment grows.
final class ClientOrders {
  private static final int SEGMENT_BITS = 8;
  private static final int FIRST_CAPACITY = 16;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  /// Any large odd number: accounts that all count from 1 must not meet.
  private static final long OTHER = 0xD1B5_4A32_D192_ED03L;

  private final OrderTable orders;
  private final long[][] segments = new long[1 << SEGMENT_BITS][];
  private final int[] sizes = new int[1 << SEGMENT_BITS];

  ClientOrders(OrderTable orders) {
    this.orders = orders;
  }

  /// {@return the order that has used the id, or 0}
  long find(int accountId, long clientOrderId) {
    long hash = hash(accountId, clientOrderId);
    long[] segment = segments[segmentOf(hash)];
    if (segment == null) {
      return 0;
    }
    int mask = segment.length - 1;
    int at = (int) hash & mask;
    while (segment[at] != 0 && !isOf(segment[at], accountId, clientOrderId)) {
      at = at + 1 & mask;
    }
    return segment[at];
  }

  /// Notes that an order, whose row has account and client order id, uses the id.
  void add(long orderId) {
    long hash = hash(orders.account(orderId), orders.get(orderId, OrderTable.CLIENT_ORDER));
    int of = segmentOf(hash);
    long[] segment = segments[of];
    if (segment == null || sizes[of] * 2 >= segment.length) {
      segment = grow(of);
    }
    sizes[of]++;
    put(segment, hash, orderId);
  }

  private long[] grow(int of) {
    long[] old = segments[of];
    long[] grown = new long[old == null ? FIRST_CAPACITY : old.length * 2];
    segments[of] = grown;
    for (int i = 0; old != null && i < old.length; i++) {
      if (old[i] != 0) {
        put(
            grown,
            hash(orders.account(old[i]), orders.get(old[i], OrderTable.CLIENT_ORDER)),
            old[i]);
      }
    }
    return grown;
  }

  private static void put(long[] segment, long hash, long orderId) {
    int mask = segment.length - 1;
    int at = (int) hash & mask;
    while (segment[at] != 0) {
      at = at + 1 & mask;
    }
    segment[at] = orderId;
  }

  private boolean isOf(long orderId, int accountId, long clientOrderId) {
    return orders.get(orderId, OrderTable.CLIENT_ORDER) == clientOrderId
        && orders.account(orderId) == accountId;
  }

  private static int segmentOf(long hash) {
    return (int) (hash >>> (Long.SIZE - SEGMENT_BITS));
  }

  private static long hash(int accountId, long clientOrderId) {
    long mixed = (clientOrderId * GOLDEN + accountId) * OTHER;
    return (mixed ^ (mixed >>> 29)) * GOLDEN;
  }
}
