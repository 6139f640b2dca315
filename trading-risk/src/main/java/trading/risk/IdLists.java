package trading.risk;

import java.util.Arrays;

/// A sorted list of ids for each row; grows.
// Hot: engine only; allocates nothing once warm.
final class IdLists {
  private static final int[] NONE = {};
  private static final int FIRST_CAPACITY = 8;

  private int[][] ids = {};
  private int[] sizes = {};

  int size(int row) {
    return row < sizes.length ? sizes[row] : 0;
  }

  /// {@return the id at an index below the row's size}
  int get(int row, int index) {
    return ids[row][index];
  }

  /// Puts an id into a row's list or takes it out; nothing happens when it is so already.
  void set(int row, int id, boolean member) {
    int size = size(row);
    int index = size == 0 ? -1 : Arrays.binarySearch(ids[row], 0, size, id);
    if (member && index < 0) {
      insert(row, -index - 1, id);
    } else if (!member && index >= 0) {
      System.arraycopy(ids[row], index + 1, ids[row], index, size - index - 1);
      sizes[row]--;
    }
  }

  private void insert(int row, int index, int id) {
    if (row >= sizes.length) {
      int old = sizes.length;
      sizes = Arrays.copyOf(sizes, Math.max(row + 1, old * 2));
      ids = Arrays.copyOf(ids, sizes.length);
      Arrays.fill(ids, old, ids.length, NONE);
    }
    if (sizes[row] == ids[row].length) {
      ids[row] = Arrays.copyOf(ids[row], Math.max(FIRST_CAPACITY, sizes[row] * 2));
    }
    System.arraycopy(ids[row], index, ids[row], index + 1, sizes[row] - index);
    ids[row][index] = id;
    sizes[row]++;
  }
}
