package trading.core;

import trading.api.Side;
import trading.api.spi.StateWriter;

/// The slot book with an index of ids, and matching.
// Hot: allocates nothing once warm.
final class FastOrderBook implements OrderBook {
  private static final int NONE = SlotBook.NONE;

  private final TradeSink trades;
  private final SlotBook book = new SlotBook();
  private final BookMemory memory = book.memory();
  private final BookSide[] sides = {book.levels(Side.BUY), book.levels(Side.SELL)};
  private final OrderIndex index = new OrderIndex(memory);
  private int orders;

  FastOrderBook(TradeSink trades) {
    this.trades = trades;
  }

  @Override
  public long place(Side side, long orderId, int owner, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    int own = side.ordinal();
    BookSide others = sides[1 - own];
    long limit = others.mirrored(priceTicks);
    long left = lots;
    if (others.bestKey() >= limit) {
      requireNew(orderId);
      left = match(others, limit, lots);
    }
    if (left > 0) {
      add(sides[own], orderId, owner, priceTicks, left);
    }
    return left;
  }

  @Override
  public long take(Side side, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    BookSide others = sides[1 - side.ordinal()];
    long limit = others.mirrored(priceTicks);
    return others.bestKey() >= limit ? match(others, limit, lots) : lots;
  }

  @Override
  public void rest(Side side, long orderId, int owner, long priceTicks, long lots) {
    BookInputs.requirePrice(priceTicks);
    BookInputs.requireLots(lots);
    add(sides[side.ordinal()], orderId, owner, priceTicks, lots);
  }

  @Override
  public long cancel(long orderId) {
    int slot = index.take(orderId);
    if (slot == NONE) {
      return 0;
    }
    long lots = memory.lots(slot);
    orders--;
    sides[memory.side(slot)].remove(slot);
    return lots;
  }

  @Override
  public long reduce(long orderId, long lots) {
    BookInputs.requireLots(lots);
    int slot = index.find(orderId);
    if (slot == NONE) {
      return 0;
    }
    if (memory.lots(slot) <= lots) {
      return cancel(orderId);
    }
    memory.reduce(slot, lots);
    return lots;
  }

  @Override
  public long move(long orderId, long priceTicks) {
    BookInputs.requirePrice(priceTicks);
    int slot = index.find(orderId);
    if (slot == NONE) {
      return NOT_THERE;
    }
    int own = memory.side(slot);
    int owner = memory.owner(slot);
    long left = memory.lots(slot);
    sides[own].remove(slot);
    BookSide others = sides[1 - own];
    long limit = others.mirrored(priceTicks);
    if (others.bestKey() >= limit) {
      return moveAcross(own, orderId, owner, priceTicks, left);
    }
    // The memory gives the slot out again that it took back last, so the index still holds.
    sides[own].add(sides[own].mirrored(priceTicks), orderId, owner, left);
    return left;
  }

  @Override
  public long lots(long orderId) {
    int slot = index.find(orderId);
    return slot == NONE ? 0 : memory.lots(slot);
  }

  @Override
  public long priceTicks(long orderId) {
    int slot = index.find(orderId);
    return slot == NONE ? 0 : book.priceTicks(slot);
  }

  @Override
  public long bestTicks(Side side) {
    return book.bestTicks(side);
  }

  @Override
  public boolean isFirst(long orderId) {
    int slot = index.find(orderId);
    return slot != NONE && memory.next(sides[memory.side(slot)].bestLevel()) == slot;
  }

  @Override
  public int orders() {
    return orders;
  }

  @Override
  public void depth(Side side, int levels, LevelSink to) {
    BookSide of = sides[side.ordinal()];
    int left = levels;
    for (int at = of.bestLevel(); at != NONE && left > 0; at = of.behind(at)) {
      to.level(of.mirrored(memory.key(at)), memory.lots(at));
      left--;
    }
  }

  @Override
  public void queue(Side side, long priceTicks, OrderSink to) {
    BookInputs.requirePrice(priceTicks);
    BookSide of = sides[side.ordinal()];
    int level = of.find(of.mirrored(priceTicks));
    if (level == NONE) {
      return;
    }
    for (int slot = memory.next(level); slot != level; slot = memory.next(slot)) {
      to.order(memory.orderId(slot), memory.owner(slot), memory.lots(slot));
    }
  }

  @Override
  public void write(StateWriter out) {
    book.write(out);
  }

  private void requireNew(long orderId) {
    if (index.find(orderId) != NONE) {
      throw BookInputs.taken(orderId);
    }
  }

  private void add(BookSide side, long orderId, int owner, long priceTicks, long lots) {
    int slot = side.add(side.mirrored(priceTicks), orderId, owner, lots);
    if (!index.add(orderId, slot)) {
      side.remove(slot);
      throw BookInputs.taken(orderId);
    }
    orders++;
  }

  private long moveAcross(int own, long orderId, int owner, long priceTicks, long lots) {
    orders--;
    index.take(orderId);
    BookSide others = sides[1 - own];
    long left = match(others, others.mirrored(priceTicks), lots);
    if (left > 0) {
      add(sides[own], orderId, owner, priceTicks, left);
    }
    return left;
  }

  /// {@return what is left after trading with all that stands at a key or better}
  private long match(BookSide others, long limit, long lots) {
    long left = lots;
    do {
      int slot = memory.next(others.bestLevel());
      long maker = memory.orderId(slot);
      long price = others.mirrored(others.bestKey());
      long traded = memory.lots(slot);
      if (traded > left) {
        traded = left;
        memory.reduce(slot, traded);
      } else {
        index.remove(maker, slot);
        orders--;
        others.remove(slot);
      }
      left -= traded;
      trades.traded(maker, price, traded);
    } while (left > 0 && others.bestKey() >= limit);
    return left;
  }
}
