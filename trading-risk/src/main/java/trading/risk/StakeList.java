package trading.risk;

import java.util.Arrays;

/// Stakes sorted by a number that each has of its own; grows.
// Hot: engine only; allocates nothing once warm.
final class StakeList {
  /// Most accounts use few instruments; what is made together lies side by side.
  private static final int FIRST_CAPACITY = 2;

  private int[] numbers = new int[FIRST_CAPACITY];
  private Stake[] stakes = new Stake[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  /// {@return the stake at an index below the size}
  Stake get(int index) {
    return stakes[index];
  }

  /// Puts a stake into the list or takes it out; nothing happens when it is so already.
  void set(int number, Stake stake, boolean member) {
    int index = Arrays.binarySearch(numbers, 0, size, number);
    if (member && index < 0) {
      insert(-index - 1, number, stake);
    } else if (!member && index >= 0) {
      size--;
      System.arraycopy(numbers, index + 1, numbers, index, size - index);
      System.arraycopy(stakes, index + 1, stakes, index, size - index);
      stakes[size] = Stake.NONE;
    }
  }

  private void insert(int index, int number, Stake stake) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      stakes = Arrays.copyOf(stakes, numbers.length);
    }
    System.arraycopy(numbers, index, numbers, index + 1, size - index);
    System.arraycopy(stakes, index, stakes, index + 1, size - index);
    numbers[index] = number;
    stakes[index] = stake;
    size++;
  }
}
