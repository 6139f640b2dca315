package trading.portfolio;

import java.util.ArrayList;
import java.util.List;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;

/// Collects closed trades, flat to flat, per account and instrument.
///
/// A fill that crosses zero closes one trade and opens the next: its fee is split by lots, the
/// opening part's share rounded toward zero, the rest to the closing part. A trade that goes on for
/// so long that its sums do not fit a `long` is left out and counted. Safe for several threads.
public final class RoundTrips implements EventListener {
  private final Names names = new Names();
  private final PerPosition<TripSlot> slots = new PerPosition<>();
  private final List<RoundTrip> closed = new ArrayList<>();
  private int leftOut;

  /// Creates it without any trade.
  public RoundTrips() {}

  /// Takes an event.
  ///
  /// @param event lent until the call returns
  /// @throws IllegalStateException when it names an id that was never given out
  @Override
  public synchronized void onEvent(EventView event) {
    names.learn(event);
    if (event.type() == EventType.ORDER_FILLED && event.id(Field.ACCOUNT) != Names.MARKET) {
      fill(event);
    }
  }

  private void fill(EventView event) {
    OpenTrip ended = slot(event.id(Field.ACCOUNT), event.id(Field.INSTRUMENT)).fill(event);
    if (ended == null) {
      return;
    }
    if (ended.isTooLarge()) {
      leftOut++;
    } else {
      closed.add(ended.close(event.atNanos()));
    }
  }

  private TripSlot slot(int accountId, int instrumentId) {
    TripSlot found = slots.get(accountId, instrumentId);
    if (found != null) {
      return found;
    }
    Names.Listed listed = names.instrument(instrumentId);
    TripSlot begun = new TripSlot(names.account(accountId), listed);
    slots.put(accountId, instrumentId, begun);
    return begun;
  }

  /// {@return how many closed trades were too large to be kept}
  public synchronized int leftOut() {
    return leftOut;
  }

  /// {@return the closed trades, in the order in which they were closed}
  public synchronized List<RoundTrip> closed() {
    return List.copyOf(closed);
  }
}
