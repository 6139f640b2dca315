package trading.risk;

import java.util.Arrays;

/// The highest and the lowest price of an instrument since any of its recent moments.
///
/// A moment is the number of a price. Of the past only the prices are kept that no later one
/// exceeds, so a price is kept once and forgotten once.
// Hot: engine only; allocates nothing once warm.
final class PriceRange {
  private final Ridge highs = new Ridge();

  /// Of prices times −1.
  private final Ridge lows = new Ridge();

  private long moment;
  private long last;

  /// {@return the last price, 0 before the first}
  long last() {
    return last;
  }

  /// {@return the moment of the last price}
  long moment() {
    return moment;
  }

  /// {@return whether the past must be forgotten before there is room for another price}
  boolean isFull() {
    return highs.isFull() || lows.isFull();
  }

  /// Forgets the past: nobody asks for what was before the next price.
  void forget() {
    highs.size = 0;
    lows.size = 0;
  }

  /// Adds the next price.
  void add(long price) {
    moment++;
    last = price;
    highs.add(moment, price);
    lows.add(moment, -price);
  }

  /// {@return the highest of all prices later than a moment, of which there is one}
  long highest(long afterMoment) {
    return highs.highest(afterMoment);
  }

  /// {@return the lowest of all prices later than a moment, of which there is one}
  long lowest(long afterMoment) {
    return -lows.highest(afterMoment);
  }

  /// What is seen looking back from the last value: each one higher than all after it.
  private static final class Ridge {
    private static final int FIRST_CAPACITY = 8;
    private static final int CAPACITY = 256;

    private long[] moments = {};
    private long[] values = {};
    private int size;

    boolean isFull() {
      return size == CAPACITY;
    }

    void add(long moment, long value) {
      while (size > 0 && values[size - 1] <= value) {
        size--;
      }
      if (size == values.length) {
        int longer = Math.max(FIRST_CAPACITY, size * 2);
        moments = Arrays.copyOf(moments, longer);
        values = Arrays.copyOf(values, longer);
      }
      moments[size] = moment;
      values[size] = value;
      size++;
    }

    long highest(long afterMoment) {
      int from = 0;
      int to = size - 1;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (moments[middle] > afterMoment) {
          to = middle;
        } else {
          from = middle + 1;
        }
      }
      return values[from];
    }
  }
}
