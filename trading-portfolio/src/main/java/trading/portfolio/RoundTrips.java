package trading.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import trading.api.Side;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;
import trading.portfolio.ledger.ProRata;

/// Collects closed trades, flat to flat, per account and instrument.
///
/// A fill that crosses zero closes one trade and opens the next: its fee is split by lots, the
/// opening part's share rounded toward zero, the rest to the closing part. A trade that goes on for
/// so long that its sums do not fit a `long` is left out and counted. Safe for several threads.
public final class RoundTrips implements EventListener {
  private static final Side[] SIDES = Side.values();

  private final Names names = new Names();
  private final TreeMap<Long, OpenTrip> open = new TreeMap<>();
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
    long key = (long) event.id(Field.ACCOUNT) << Integer.SIZE | event.id(Field.INSTRUMENT);
    Names.Listed listed = names.instrument(event.id(Field.INSTRUMENT));
    Side side = SIDES[event.id(Field.SIDE)];
    long priceTicks = event.value(Field.PRICE_TICKS);
    long lots = event.value(Field.LOTS);
    long fee = event.value(Field.FEE_MICROS);
    OpenTrip trip = open.get(key);

    long leaving = trip == null || trip.side() == side ? 0 : Math.min(lots, trip.heldLots());
    long entering = lots - leaving;
    long enteringFee = ProRata.share(fee, entering, lots);
    if (trip != null && leaving > 0) {
      trip.leave(leaving, listed.notionalMicros(priceTicks, leaving), fee - enteringFee);
      if (trip.heldLots() == 0) {
        if (trip.isTooLarge()) {
          leftOut++;
        } else {
          closed.add(trip.close(event.atNanos()));
        }
        open.remove(key);
      }
    }
    if (entering > 0) {
      open.computeIfAbsent(key, _ -> begin(event, listed, side))
          .enter(entering, listed.notionalMicros(priceTicks, entering), enteringFee);
    }
  }

  private OpenTrip begin(EventView event, Names.Listed listed, Side side) {
    String account = names.account(event.id(Field.ACCOUNT));
    return new OpenTrip(account, listed.instrument(), side, event.atNanos());
  }

  /// {@return how many closed trades were too large to be kept}
  public synchronized int leftOut() {
    return leftOut;
  }

  /// {@return the closed trades, in the order in which they were closed}
  public synchronized List<RoundTrip> closed() {
    return List.copyOf(closed);
  }

  /// {@return the closed trades, which are forgotten}
  synchronized List<RoundTrip> drain() {
    List<RoundTrip> drained = List.copyOf(closed);
    closed.clear();
    return drained;
  }
}
