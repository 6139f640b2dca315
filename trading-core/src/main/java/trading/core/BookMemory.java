package trading.core;

import java.util.Arrays;

/// The memory of one book: orders and price levels as linked nodes in chunks of numbers.
///
/// A level is a node that links to itself while it is empty: its queue is a ring through it, so
/// nothing is asked when an order joins or leaves. Levels come in pages of [#PAGE_LEVELS]
/// neighbouring prices. A node's number stays valid until it is given back; growing adds a chunk
/// and moves nothing but a small first one.
// Hot: engine only; allocates nothing once warm.
final class BookMemory {
  static final int NONE = -1;

  /// Levels to a page, as a power of two.
  static final int PAGE_BITS = 6;

  static final int PAGE_LEVELS = 1 << PAGE_BITS;

  /// Nodes to a chunk, as a power of two; an order takes two nodes.
  private static final int CHUNK_BITS = 13;

  private static final int CHUNK_NODES = 1 << CHUNK_BITS;
  private static final int NODE_LONGS = 2;
  private static final int ORDER_NODES = 2;
  private static final int FIRST_ORDERS = 8;

  private static final long LOW = 0xFFFF_FFFFL;
  static final long[] NOTHING = {};

  // Even chunks hold pages, odd ones orders. A node: [0] previous and next node, [1] lots. An
  // order's second node: [0] id,
  // [1] owner, level and side.
  private long[][] chunks = {NOTHING, NOTHING};

  // A page: [0] a bit for each level that is not empty, [1] its number.
  private long[] pages = NOTHING;

  private int freeOrder = NONE;
  private int nextOrder = CHUNK_NODES;
  private int endOfOrders = CHUNK_NODES;
  private int freePage = NONE;
  private int nextPage;
  private int endOfPages;

  /// {@return a new order at the end of a level's queue}
  ///
  /// @throws ArithmeticException when the level's lots exceed a long; nothing has changed then
  int append(int level, int side, long orderId, int owner, long lots) {
    long[] at = chunk(level);
    int offset = offset(level);
    long levelLots = Math.addExact(at[offset + 1], lots);
    int slot = takeOrder();
    long links = at[offset];
    int last = previous(links);
    at[offset + 1] = levelLots;
    at[offset] = links(slot, next(links));
    setNext(last, slot);
    long[] order = chunk(slot);
    int o = offset(slot);
    order[o] = links(last, level);
    order[o + 1] = lots;
    order[o + 2] = orderId;
    order[o + 3] = (long) owner << 32 | (long) level << 1 | side;
    return slot;
  }

  /// Takes an order out of its level's queue.
  ///
  /// @return whether the level is empty now
  boolean remove(int slot) {
    long[] order = chunk(slot);
    int o = offset(slot);
    long links = order[o];
    int before = previous(links);
    int after = next(links);
    int level = (int) order[o + 3] >>> 1;
    chunk(level)[offset(level) + 1] -= order[o + 1];
    setNext(before, after);
    setPrevious(after, before);
    order[o] = freeOrder;
    freeOrder = slot;
    return before == after && before == level;
  }

  /// Takes lots off an order that keeps some.
  void reduce(int slot, long by) {
    int level = level(slot);
    chunk(slot)[offset(slot) + 1] -= by;
    chunk(level)[offset(level) + 1] -= by;
  }

  long orderId(int slot) {
    return chunk(slot)[offset(slot) + 2];
  }

  int owner(int slot) {
    return (int) (chunk(slot)[offset(slot) + 3] >> 32);
  }

  /// {@return the level in which an order stands}
  int level(int slot) {
    return (int) chunk(slot)[offset(slot) + 3] >>> 1;
  }

  /// {@return the side of an order: 0 bid, 1 ask}
  int side(int slot) {
    return (int) chunk(slot)[offset(slot) + 3] & 1;
  }

  /// {@return an order's lots, or the sum of a level's}
  long lots(int node) {
    return chunk(node)[offset(node) + 1];
  }

  /// {@return the node behind an order, or a level's first order; the level itself at the end}
  int next(int node) {
    return next(chunk(node)[offset(node)]);
  }

  /// {@return the key of a level: the number of its page and its place in it}
  long key(int level) {
    return (pages[(level >>> PAGE_BITS) * 2 + 1] << PAGE_BITS) | (level & (PAGE_LEVELS - 1));
  }

  /// {@return a page of empty levels}
  int takePage(long number) {
    int page = freePage;
    if (page == NONE) {
      page = carvePage();
    } else {
      freePage = (int) pages[page * 2 + 1];
    }
    pages[page * 2 + 1] = number;
    return page;
  }

  void givePageBack(int page) {
    pages[page * 2 + 1] = freePage;
    freePage = page;
  }

  long pageNumber(int page) {
    return pages[page * 2 + 1];
  }

  /// {@return a bit for each level of a page that is not empty}
  long occupied(int page) {
    return pages[page * 2];
  }

  void occupy(int level) {
    pages[(level >>> PAGE_BITS) * 2] |= 1L << level;
  }

  /// Marks a level as empty.
  ///
  /// @return the levels of its page that are not
  long vacate(int level) {
    int page = (level >>> PAGE_BITS) * 2;
    long rest = pages[page] & ~(1L << level);
    pages[page] = rest;
    return rest;
  }

  private int takeOrder() {
    int slot = freeOrder;
    if (slot != NONE) {
      freeOrder = (int) chunk(slot)[offset(slot)];
      return slot;
    }
    if (nextOrder == endOfOrders) {
      nextOrder = extend(nextOrder, 1, FIRST_ORDERS * ORDER_NODES);
      endOfOrders = end(nextOrder);
    }
    slot = nextOrder;
    nextOrder += ORDER_NODES;
    return slot;
  }

  private int carvePage() {
    if (nextPage == endOfPages) {
      nextPage = extend(nextPage, 0, PAGE_LEVELS);
      endOfPages = end(nextPage);
    }
    int page = nextPage >>> PAGE_BITS;
    if (page * 2 >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(4, 4 * page));
    }
    for (int level = nextPage; level < nextPage + PAGE_LEVELS; level++) {
      chunk(level)[offset(level)] = links(level, level);
    }
    nextPage += PAGE_LEVELS;
    return page;
  }

  /// Makes room behind the last node of a kind: the first chunk doubles, later ones come whole.
  ///
  /// @return the first new node
  private int extend(int end, int kind, int first) {
    int node = (end >>> CHUNK_BITS & 1) == kind ? end : end + CHUNK_NODES;
    int chunk = node >>> CHUNK_BITS;
    if (chunk >= chunks.length) {
      int had = chunks.length;
      chunks = Arrays.copyOf(chunks, had * 2);
      Arrays.fill(chunks, had, had * 2, NOTHING);
    }
    int had = chunks[chunk].length;
    int longs = chunk > 1 ? CHUNK_NODES * NODE_LONGS : Math.max(had * 2, first * NODE_LONGS);
    chunks[chunk] = Arrays.copyOf(chunks[chunk], longs);
    return node;
  }

  /// {@return the end of the chunk of a node}
  private int end(int node) {
    return (node & -CHUNK_NODES) + chunk(node).length / NODE_LONGS;
  }

  private void setNext(int node, int next) {
    long[] at = chunk(node);
    int offset = offset(node);
    at[offset] = (at[offset] & ~LOW) | next;
  }

  private void setPrevious(int node, int previous) {
    long[] at = chunk(node);
    int offset = offset(node);
    at[offset] = (at[offset] & LOW) | ((long) previous << 32);
  }

  private long[] chunk(int node) {
    return chunks[node >>> CHUNK_BITS];
  }

  private static int offset(int node) {
    return (node & CHUNK_NODES - 1) * NODE_LONGS;
  }

  private static long links(int previous, int next) {
    return (long) previous << 32 | next;
  }

  private static int previous(long links) {
    return (int) (links >>> 32);
  }

  private static int next(long links) {
    return (int) links;
  }
}
