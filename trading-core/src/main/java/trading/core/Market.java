package trading.core;

import java.util.Arrays;
import trading.api.Instrument;
import trading.api.Side;
import trading.api.spi.StateWriter;

/// One instrument's market: its book, what the market itself quotes there, and who waits for the
/// open.
// Hot: engine only; allocates nothing once warm.
final class Market {
  /// The order id of the market's own orders in the book.
  static final long MARKET_ORDER = 0;

  private static final int MARKET_ACCOUNT = 0;

  private final int id;
  private final Instrument instrument;
  private final int currencyId;
  private final long tickValueMicros;
  private final SlotBook book = new SlotBook();
  private int bidSlot = SlotBook.NONE;
  private int askSlot = SlotBook.NONE;
  private long openTicks;
  private long[] waiting = new long[16];
  private int waitingCount;

  Market(int id, Instrument instrument, int currencyId) {
    this.id = id;
    this.instrument = instrument;
    this.currencyId = currencyId;
    this.tickValueMicros = instrument.tickValueMicros();
  }

  int id() {
    return id;
  }

  Instrument instrument() {
    return instrument;
  }

  int currencyId() {
    return currencyId;
  }

  long tickValueMicros() {
    return tickValueMicros;
  }

  SlotBook book() {
    return book;
  }

  /// {@return the price at which a bar opened and still trades, or 0}
  long openTicks() {
    return openTicks;
  }

  void openAt(long priceTicks) {
    openTicks = priceTicks;
  }

  void close() {
    openTicks = 0;
  }

  /// Takes the market's own orders out of the book.
  void withdraw() {
    if (bidSlot != SlotBook.NONE) {
      book.remove(bidSlot);
      bidSlot = SlotBook.NONE;
    }
    if (askSlot != SlotBook.NONE) {
      book.remove(askSlot);
      askSlot = SlotBook.NONE;
    }
  }

  /// Rests the market's own order on one side.
  void rest(Side side, long priceTicks, long lots) {
    int slot = book.add(side, MARKET_ORDER, MARKET_ACCOUNT, priceTicks, lots);
    if (side == Side.BUY) {
      bidSlot = slot;
    } else {
      askSlot = slot;
    }
  }

  /// Takes lots off a resting order, the market's own included.
  void reduce(int slot, long lots) {
    boolean gone = book.lots(slot) == lots;
    book.reduce(slot, lots);
    if (gone && slot == bidSlot) {
      bidSlot = SlotBook.NONE;
    } else if (gone && slot == askSlot) {
      askSlot = SlotBook.NONE;
    }
  }

  /// Lets an order wait for the next open.
  void await(long orderId) {
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, waitingCount * 2);
    }
    waiting[waitingCount++] = orderId;
  }

  int waitingCount() {
    return waitingCount;
  }

  long waiting(int index) {
    return waiting[index];
  }

  void clearWaiting() {
    waitingCount = 0;
  }

  void write(StateWriter out) {
    book.write(out);
    out.putLong(openTicks);
    out.putLong(waitingCount);
    for (int i = 0; i < waitingCount; i++) {
      out.putLong(waiting[i]);
    }
  }
}
