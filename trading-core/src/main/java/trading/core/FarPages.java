package trading.core;

import java.util.Arrays;

/// The pages of one side of a book that lie outside its window, in sorted blocks.
///
/// A page takes one number: its own above, its place in the memory below.
// Hot: engine only; allocates nothing once warm.
final class FarPages {
  static final int NONE = BookMemory.NONE;

  private static final int PLACE_BITS = 28;
  private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
  private static final long HIGHEST = Long.MAX_VALUE >>> PLACE_BITS;
  private static final int BLOCK = 256;
  private static final int FIRST_BLOCK = 4;
  private static final long[][] NO_BLOCKS = {};
  private static final int[] NO_SIZES = {};

  private long[][] blocks = NO_BLOCKS;
  private int[] sizes = NO_SIZES;
  private int count;
  private int size;

  int size() {
    return size;
  }

  /// {@return where a page lies, or -1}
  int find(long number) {
    long entry = floor(number);
    return entry >= 0 && number(entry) == number ? page(entry) : NONE;
  }

  /// {@return the highest entry whose page has at most a number, or -1}
  long floor(long number) {
    long most = Math.min(number, HIGHEST) << PLACE_BITS | PLACE_MASK;
    int block = blockOf(most);
    return block < 0 ? NONE : blocks[block][indexOf(block, most)];
  }

  static long number(long entry) {
    return entry >>> PLACE_BITS;
  }

  static int page(long entry) {
    return (int) (entry & PLACE_MASK);
  }

  void add(long number, int page) {
    long entry = number << PLACE_BITS | page;
    int block = Math.max(0, blockOf(entry));
    if (count == 0) {
      openBlock(0, FIRST_BLOCK);
    } else if (sizes[block] == BLOCK) {
      split(block);
      block = blockOf(entry) < 0 ? 0 : blockOf(entry);
    }
    if (sizes[block] == blocks[block].length) {
      blocks[block] = Arrays.copyOf(blocks[block], sizes[block] * 2);
    }
    long[] entries = blocks[block];
    int index = indexOf(block, entry) + 1;
    System.arraycopy(entries, index, entries, index + 1, sizes[block] - index);
    entries[index] = entry;
    sizes[block]++;
    size++;
  }

  void remove(long number) {
    long most = number << PLACE_BITS | PLACE_MASK;
    int block = blockOf(most);
    long[] entries = blocks[block];
    int index = indexOf(block, most);
    System.arraycopy(entries, index + 1, entries, index, sizes[block] - index - 1);
    sizes[block]--;
    size--;
    if (sizes[block] == 0) {
      count--;
      System.arraycopy(blocks, block + 1, blocks, block, count - block);
      System.arraycopy(sizes, block + 1, sizes, block, count - block);
      blocks[count] = entries;
    }
  }

  /// {@return the last block whose first entry is at most an entry, or -1}
  private int blockOf(long entry) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (blocks[middle][0] <= entry) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /// {@return the last index in a block whose entry is at most an entry, or -1}
  private int indexOf(int block, long entry) {
    int found = Arrays.binarySearch(blocks[block], 0, sizes[block], entry);
    return found >= 0 ? found : -found - 2;
  }

  private void split(int block) {
    openBlock(block + 1, BLOCK);
    int half = BLOCK / 2;
    System.arraycopy(blocks[block], half, blocks[block + 1], 0, half);
    sizes[block] = half;
    sizes[block + 1] = half;
  }

  /// Puts an empty block in its place; one that was emptied before is taken again.
  private void openBlock(int block, int entries) {
    if (count == blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(1, count * 2));
      sizes = Arrays.copyOf(sizes, blocks.length);
      Arrays.fill(blocks, count, blocks.length, BookMemory.NOTHING);
    }
    long[] spare = blocks[count];
    System.arraycopy(blocks, block, blocks, block + 1, count - block);
    System.arraycopy(sizes, block, sizes, block + 1, count - block);
    blocks[block] = spare.length < entries ? new long[entries] : spare;
    sizes[block] = 0;
    count++;
  }
}
