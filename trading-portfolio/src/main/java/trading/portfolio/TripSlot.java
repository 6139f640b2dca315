package trading.portfolio;

import org.jspecify.annotations.Nullable;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.portfolio.ledger.ProRata;

/// The place of one account's trade in one instrument, whether one is open or not.
///
/// Not for several threads.
final class TripSlot {
  private static final Side[] SIDES = Side.values();

  private final String account;
  private final Names.Listed listed;
  private @Nullable OpenTrip trip;

  TripSlot(String account, Names.Listed listed) {
    this.account = account;
    this.listed = listed;
  }

  /// {@return the trade that the fill brings to its end, or null}
  ///
  /// @param event a fill of this account and instrument
  @Nullable OpenTrip fill(EventView event) {
    Side side = SIDES[event.id(Field.SIDE)];
    long priceTicks = event.value(Field.PRICE_TICKS);
    long lots = event.value(Field.LOTS);
    long fee = event.value(Field.FEE_MICROS);
    OpenTrip open = trip;

    long leaving = open == null || open.side() == side ? 0 : Math.min(lots, open.heldLots());
    long entering = lots - leaving;
    long enteringFee = ProRata.share(fee, entering, lots);
    OpenTrip ended = null;
    if (open != null && leaving > 0) {
      open.leave(leaving, listed.notionalMicros(priceTicks, leaving), fee - enteringFee);
      if (open.heldLots() == 0) {
        ended = open;
        trip = null;
      }
    }
    if (entering > 0) {
      enter(event, side, entering, listed.notionalMicros(priceTicks, entering), enteringFee);
    }
    return ended;
  }

  private void enter(EventView event, Side side, long lots, long notionalMicros, long feeMicros) {
    OpenTrip open = trip;
    if (open == null) {
      open = new OpenTrip(account, listed.instrument(), side, event.atNanos());
      trip = open;
    }
    open.enter(lots, notionalMicros, feeMicros);
  }
}
