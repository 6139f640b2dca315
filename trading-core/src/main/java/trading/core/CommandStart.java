package trading.core;

/// What every command begins with: its time, a new day if one has come, and what expires.
// Hot: engine only; allocates nothing but at a day's first command.
final class CommandStart {
  private final Registry names;
  private final OrderTable orders;
  private final EventWriter events;
  private final OrderChanges changes;
  private final FollowUps followUps;
  private final TradingDay day;
  private final Expiry expiry;

  CommandStart(
      Registry names,
      OrderTable orders,
      EventWriter events,
      OrderChanges changes,
      FollowUps followUps,
      TradingDay day,
      Expiry expiry) {
    this.names = names;
    this.orders = orders;
    this.events = events;
    this.changes = changes;
    this.followUps = followUps;
    this.day = day;
    this.expiry = expiry;
  }

  /// Reads the clock's answer once; the engine's time never runs back.
  void stamp(long clockNanos) {
    events.nowNanos(nowNanos(clockNanos));
  }

  /// {@return whether something is to expire before a command that comes now}
  boolean isBehind(long clockNanos) {
    return expiry.isDue(nowNanos(clockNanos));
  }

  private long nowNanos(long clockNanos) {
    return Math.max(events.nowNanos(), clockNanos);
  }

  /// Begins a new day if one has come, and lets expire what is over.
  void begin() {
    if (day.advance(events.nowNanos())) {
      events.dayStarted(day.epochDay());
    }
    long expired = expiry.next();
    if (expired != 0) {
      expire(expired);
    }
  }

  private void expire(long first) {
    for (long id = first; id != 0; id = expiry.next()) {
      Market market = names.marketOf(orders, id);
      changes.expire(market, id);
      market.touch();
    }
    followUps.lookAtTouched();
  }
}
