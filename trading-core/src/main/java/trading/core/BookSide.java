package trading.core;

import java.util.Arrays;

/// The price levels of one side of a book.
///
/// A level's key is its price for bids and the mirrored price for asks: higher is always better.
/// Pages of levels near the best price are found through a window, with a bit for each page that is
/// there; the others are kept sorted. The window follows the best price when it misses too often,
/// so that its moves cost no more than the misses did.
// Hot: engine only; allocates nothing once warm.
final class BookSide {
  static final int NONE = BookMemory.NONE;

  private static final int PAGE_BITS = BookMemory.PAGE_BITS;
  private static final int WORD = 64;
  private static final int FIRST_WINDOW = 8;
  private static final int WIDEST_WINDOW = WORD * WORD;
  private static final int PATIENCE = 32;

  /// Turns an ask's price into its key and back.
  private static final long MIRROR = (1L << 41) - 1;

  private static final long ABOVE_ALL = 1L << 41;
  private static final int[] NO_WINDOW = {};

  private final BookMemory memory;
  private final int side;
  private final long mirror;
  private final FarPages far = new FarPages();

  private long bestKey = NONE;
  private int bestLevel = NONE;

  private long base;
  private int[] window = NO_WINDOW;
  private long[] present = BookMemory.NOTHING;
  private long presentWords;
  private int inWindow;
  private int misses;

  /// Creates an empty side.
  ///
  /// @param side 0 for bids, 1 for asks
  BookSide(BookMemory memory, int side) {
    this.memory = memory;
    this.side = side;
    this.mirror = side == 0 ? 0 : MIRROR;
  }

  /// {@return a price as a key, or back}
  long mirrored(long priceTicks) {
    return priceTicks ^ mirror;
  }

  /// {@return the best level's key, or -1 when the side is empty}
  long bestKey() {
    return bestKey;
  }

  /// {@return the best level, or -1 when the side is empty}
  int bestLevel() {
    return bestLevel;
  }

  /// Puts an order at the end of its level's queue.
  ///
  /// @return its slot
  int add(long key, long orderId, int owner, long lots) {
    int level = level(key);
    int slot = memory.append(level, side, orderId, owner, lots);
    memory.occupy(level);
    if (key > bestKey) {
      bestKey = key;
      bestLevel = level;
    }
    return slot;
  }

  /// Takes an order out.
  void remove(int slot) {
    int level = memory.level(slot);
    if (memory.remove(slot)) {
      leave(level);
    }
  }

  /// {@return the level where a key would stand, or -1 when it has none}
  int find(long key) {
    int page = page(key >>> PAGE_BITS);
    if (page == NONE || (memory.occupied(page) >>> key & 1) == 0) {
      return NONE;
    }
    return level(page, key);
  }

  /// {@return the next level behind one, or -1}
  int behind(int level) {
    int page = level >>> PAGE_BITS;
    long rest = memory.occupied(page) & (1L << level) - 1;
    if (rest == 0) {
      page = pageBelow(memory.pageNumber(page));
      return page == NONE ? NONE : highest(page);
    }
    return page << PAGE_BITS | WORD - 1 - Long.numberOfLeadingZeros(rest);
  }

  private int level(long key) {
    long at = (key >>> PAGE_BITS) - base;
    int page = at >= 0 && at < window.length ? window[(int) at] : NONE;
    return level(page == NONE ? open(key >>> PAGE_BITS) : page, key);
  }

  private static int level(int page, long key) {
    return (page << PAGE_BITS) | ((int) key & (BookMemory.PAGE_LEVELS - 1));
  }

  private int page(long number) {
    long at = number - base;
    return at >= 0 && at < window.length ? window[(int) at] : far.find(number);
  }

  /// {@return the page of a number, made if it is not there}
  private int open(long number) {
    if (!inReach(number) && (inWindow == 0 || ++misses > inWindow + PATIENCE)) {
      follow(Math.max(number, bestKey >> PAGE_BITS));
    }
    int page = page(number);
    return page == NONE ? put(number, memory.takePage(number)) : page;
  }

  private int put(long number, int page) {
    if (inReach(number)) {
      int at = (int) (number - base);
      window[at] = page;
      mark(at);
      inWindow++;
    } else {
      far.add(number, page);
    }
    return page;
  }

  private boolean inReach(long number) {
    return number >= base && number - base < window.length;
  }

  private void leave(int level) {
    long rest = memory.vacate(level);
    if (rest == 0) {
      int page = level >>> PAGE_BITS;
      drop(memory.pageNumber(page));
      memory.givePageBack(page);
      if (level == bestLevel) {
        findBest();
      }
    } else if (level == bestLevel) {
      int place = WORD - 1 - Long.numberOfLeadingZeros(rest);
      bestLevel = (level & -BookMemory.PAGE_LEVELS) | place;
      bestKey = (bestKey & -BookMemory.PAGE_LEVELS) | place;
    }
  }

  private void drop(long number) {
    if (inReach(number)) {
      int at = (int) (number - base);
      window[at] = NONE;
      unmark(at);
      inWindow--;
    } else {
      far.remove(number);
    }
  }

  private void findBest() {
    int page = pageBelow(ABOVE_ALL);
    bestLevel = page == NONE ? NONE : highest(page);
    bestKey = page == NONE ? NONE : memory.key(bestLevel);
  }

  private int highest(int page) {
    return page << PAGE_BITS | WORD - 1 - Long.numberOfLeadingZeros(memory.occupied(page));
  }

  /// {@return the page with the highest number below one, or -1}
  private int pageBelow(long number) {
    int at = markedBelow(Math.clamp(number - base, 0, window.length));
    if (far.size() == 0) {
      return at == NONE ? NONE : window[at];
    }
    long entry = far.floor(number - 1);
    if (at != NONE && (entry < 0 || base + at > FarPages.number(entry))) {
      return window[at];
    }
    return entry < 0 ? NONE : FarPages.page(entry);
  }

  private void mark(int at) {
    present[at / WORD] |= 1L << at;
    presentWords |= 1L << (at / WORD);
  }

  private void unmark(int at) {
    long rest = present[at / WORD] & ~(1L << at);
    present[at / WORD] = rest;
    if (rest == 0) {
      presentWords &= ~(1L << (at / WORD));
    }
  }

  /// {@return the last place below one in the window that has a page, or -1}
  private int markedBelow(int at) {
    int word = at / WORD;
    long rest = word == present.length ? 0 : present[word] & (1L << at) - 1;
    if (rest == 0) {
      long words = word == WORD ? presentWords : presentWords & (1L << word) - 1;
      if (words == 0) {
        return NONE;
      }
      word = WORD - 1 - Long.numberOfLeadingZeros(words);
      rest = present[word];
    }
    return word * WORD + WORD - 1 - Long.numberOfLeadingZeros(rest);
  }

  /// Moves the window so that a page lies in its upper part, and widens it with what there is.
  private void follow(long touch) {
    misses = 0;
    int width = Math.max(window.length, roomFor(inWindow + far.size()));
    long to = touch - width / 4 * 3L;
    if (width == window.length && inWindow > 0 && Math.abs(to - base) < width / 4) {
      return;
    }
    evict(to, width);
    slide(to, width);
    long entry = far.floor(to + width - 1);
    while (entry >= 0 && FarPages.number(entry) >= to) {
      far.remove(FarPages.number(entry));
      put(FarPages.number(entry), FarPages.page(entry));
      entry = far.floor(to + width - 1);
    }
  }

  private static int roomFor(int pages) {
    int width = FIRST_WINDOW;
    while (width < WIDEST_WINDOW && width < pages * 8) {
      width *= 2;
    }
    return width;
  }

  /// Puts the pages that will not be in the window any more with the far ones.
  private void evict(long to, int width) {
    for (int at = markedBelow(window.length); at != NONE; at = markedBelow(at)) {
      long number = base + at;
      if (number < to || number >= to + width) {
        int page = window[at];
        drop(number);
        far.add(number, page);
      }
    }
  }

  private void slide(long to, int width) {
    int from = Math.clamp(to - base, 0, window.length);
    int into = Math.clamp(base - to, 0, width);
    int kept = Math.min(window.length - from, width - into);
    int[] old = window;
    if (width != window.length) {
      window = new int[width];
      present = new long[(width + WORD - 1) / WORD];
    }
    System.arraycopy(old, from, window, into, kept);
    Arrays.fill(window, 0, into, NONE);
    Arrays.fill(window, into + kept, width, NONE);
    Arrays.fill(present, 0);
    presentWords = 0;
    base = to;
    for (int at = into; at < into + kept; at++) {
      if (window[at] != NONE) {
        mark(at);
      }
    }
  }
}
