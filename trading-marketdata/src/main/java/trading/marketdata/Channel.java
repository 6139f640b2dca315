package trading.marketdata;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One symbol at the hub: its day, whether it is subscribed, and what is being handed on.
///
/// The hub's lock guards all of it but [#isSubscribed].
// Hot: passed by every quote; allocates nothing.
final class Channel {
  private final DayBoard board;
  private volatile boolean subscribed;
  private long updates;
  private long lastNanos;
  private @Nullable Thread deliverer;
  private int depth;
  private long deliveries;

  Channel(DayBoard board, boolean subscribed) {
    this.board = board;
    this.subscribed = subscribed;
  }

  DayBoard board() {
    return board;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  void subscribed(boolean newSubscribed) {
    subscribed = newSubscribed;
  }

  SymbolUpdates updates() {
    OptionalLong last = updates == 0 ? OptionalLong.empty() : OptionalLong.of(lastNanos);
    return new SymbolUpdates(board.instrument().symbol(), subscribed, updates, last);
  }

  /// Counts an update and begins to hand it on; false when nobody is to have it.
  boolean begin(long nanos) {
    if (!subscribed) {
      return false;
    }
    updates++;
    lastNanos = nanos;
    if (depth++ == 0) {
      deliverer = Thread.currentThread();
      deliveries++;
    }
    return true;
  }

  /// Ends what [#begin] began; a listener may have handed in more of the symbol meanwhile.
  void end() {
    if (--depth == 0) {
      deliverer = null;
    }
  }

  /// {@return the number of the delivery that another thread is at; 0 when there is none}
  long deliveryOfAnother() {
    return depth > 0 && !Thread.currentThread().equals(deliverer) ? deliveries : 0;
  }
}
