package trading.core;

import org.jspecify.annotations.Nullable;

/// What a command's trades and prices set off in an instrument: orders whose price is met, trailing
/// stops, orders whose entry has traded.
// Hot: engine only; allocates nothing once warm while nothing is refused.
final class FollowUps {
  private final OrderTable orders;
  private final Registry names;
  private final OrderChanges changes;
  private final Entrance entrance;
  private final OrderIntake intake;
  private final boolean onBars;
  private final IdQueue metInBar = new IdQueue();

  FollowUps(
      OrderTable orders, Registry names, OrderChanges changes, OrderIntake intake, boolean onBars) {
    this.orders = orders;
    this.names = names;
    this.changes = changes;
    entrance = intake.entrance();
    this.intake = intake;
    this.onBars = onBars;
  }

  /// Looks until nothing is left to do.
  void look(Market market) {
    if (onBars && market.openTicks() == 0) {
      return;
    }
    do {
      lookAtStops(market);
    } while (serveNext(market));
  }

  /// Looks at the instruments that orders have left, in the order of their ids.
  void lookAtTouched() {
    for (int id = 1; id < names.nextMarketId(); id++) {
      Market market = names.market(id);
      if (market.takeTouched()) {
        look(market);
      }
    }
  }

  /// Triggers what a bar's range meets; each trades at its stop.
  void lookInBar(Market market, long highTicks, long lowTicks) {
    market.prices().move(highTicks);
    market.prices().move(lowTicks);
    metInBar.clear();
    StopBook stops = market.stops();
    for (long id = met(stops); id != 0; id = met(stops)) {
      changes.trigger(market, id, metTicks(stops));
      entrance.meetInBar(market, id);
      metInBar.add(id);
    }
  }

  /// Rests or cancels what was triggered within a bar and did not trade.
  void restMetInBar(Market market) {
    for (int i = 0; i < metInBar.size(); i++) {
      entrance.rest(market, metInBar.get(i));
    }
  }

  /// Ends a bar: its close is the last price, and trailing stops follow high or low.
  void endBar(Market market, long closeTicks) {
    market.prices().move(closeTicks);
    follow(market);
  }

  private void lookAtStops(Market market) {
    do {
      StopBook stops = market.stops();
      for (long id = met(stops); id != 0; id = met(stops)) {
        changes.trigger(market, id, metTicks(stops));
        entrance.meet(market, id);
      }
    } while (follow(market));
  }

  /// Lets trailing stops follow the range, which shrinks to the last price.
  ///
  /// @return whether one has moved
  private boolean follow(Market market) {
    StopBook stops = market.stops();
    boolean moved = stops != null && stops.mustFollow() && follow(stops);
    market.prices().settle();
    return moved;
  }

  private boolean follow(StopBook stops) {
    boolean moved = false;
    for (int i = 0; i < stops.trailingCount(); i++) {
      long orderId = stops.trailing(i);
      long now = orders.term(orderId, TermsTable.STOP);
      long next = stops.followTicks(orderId);
      if (next != 0 && (now == 0 || (next - now) * orders.side(orderId).sign() < 0)) {
        changes.moveStop(stops, orderId, next);
        moved = true;
      }
    }
    return moved;
  }

  private boolean serveNext(Market market) {
    long orderId = changes.links().nextDue(market);
    if (orderId == 0) {
      return false;
    }
    intake.serve(market, orderId);
    return true;
  }

  private static long met(@Nullable StopBook stops) {
    return stops == null ? 0 : stops.met();
  }

  private static long metTicks(@Nullable StopBook stops) {
    return stops == null ? 0 : stops.metTicks();
  }
}
