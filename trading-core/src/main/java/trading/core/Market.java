package trading.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.Instrument;
import trading.api.Side;
import trading.api.spi.StateWriter;

/// One instrument's market: its book, its last price, what the market itself quotes there, and who
/// waits for an open, a price or an entry.
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
  private final LastPrice prices = new LastPrice();
  private final IdQueue waiting = new IdQueue();
  private final IdQueue tradedEntries = new IdQueue();
  private @Nullable StopBook stops;
  private long nextCloseNanos = Long.MIN_VALUE;
  private boolean touched;

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

  LastPrice prices() {
    return prices;
  }

  /// {@return the orders that wait for the next open}
  IdQueue waiting() {
    return waiting;
  }

  /// {@return the entries that have traded, and their dependents were not served yet}
  IdQueue tradedEntries() {
    return tradedEntries;
  }

  /// {@return the orders that wait for a price; null while there never was one}
  @Nullable StopBook stops() {
    return stops;
  }

  /// {@return the orders that wait for a price}
  ///
  /// @param onBars whether the market trades on bars
  StopBook stops(OrderTable orders, boolean onBars) {
    StopBook there = stops;
    if (there == null) {
      there = new StopBook(orders, book, prices, onBars);
      stops = there;
    }
    return there;
  }

  /// {@return the orders that wait for a price, of which there was one}
  StopBook stopsOrFail() {
    return Objects.requireNonNull(stops, "no order ever waited for a price");
  }

  /// {@return when its session ends next, as it was set last, nanoseconds since the epoch}
  long nextCloseNanos() {
    return nextCloseNanos;
  }

  void nextCloseNanos(long newNextCloseNanos) {
    nextCloseNanos = newNextCloseNanos;
  }

  /// Notes that orders left it outside of a command of its own.
  void touch() {
    touched = true;
  }

  /// {@return whether orders left it since the last call}
  boolean takeTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }

  void write(StateWriter out) {
    book.write(out);
    out.putLong(openTicks);
    prices.write(out);
    waiting.write(out);
    tradedEntries.write(out);
    StopBook there = stops;
    if (there != null && !there.isEmpty()) {
      there.write(out);
    }
  }
}
