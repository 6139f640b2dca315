package trading.core;

import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.spi.FeeModel;
import trading.api.spi.Ledger;
import trading.core.OrderLifecycle.Trigger;

/// What happens to an order once it is accepted: its row, its place and its events, kept together.
// Hot: engine only; allocates nothing once warm.
final class OrderChanges {
  static final long DOES_NOT_FIT = -1;

  /// The most that one order's fills may sum up to, in micros.
  private static final long MAX_SUM_MICROS = 1L << 62;

  private final OrderTable orders;
  private final EventWriter events;
  private final Ledger ledger;
  private final FeeModel fees;
  private final boolean onBars;
  private final Links links;

  OrderChanges(OrderTable orders, EventWriter events, EngineConfig config) {
    this.orders = orders;
    this.events = events;
    ledger = config.ledger();
    fees = config.fees();
    onBars = config.matching() == Matching.BARS;
    links = new Links(orders, this);
  }

  Links links() {
    return links;
  }

  /// Moves an order to its next state.
  void change(long orderId, Trigger trigger) {
    OrderStatus status = OrderLifecycle.next(orders.status(orderId), trigger);
    orders.setStatus(orderId, status, events.nowNanos());
  }

  /// Lets an order rest in its book, behind those of its price.
  void rest(Market market, long orderId) {
    long lots = orders.remaining(orderId);
    if (!orders.isPlain(orderId)) {
      long display = orders.term(orderId, TermsTable.DISPLAY);
      lots = display == 0 ? lots : Math.min(lots, display);
    }
    int slot =
        market
            .book()
            .add(orders.side(orderId), orderId, orders.account(orderId), limit(orderId), lots);
    orders.setSlot(orderId, slot);
  }

  /// Takes an order out of the book, if it is there.
  void leaveBook(Market market, long orderId) {
    int slot = orders.slot(orderId);
    if (slot != SlotBook.NONE) {
      market.book().remove(slot);
      orders.setSlot(orderId, SlotBook.NONE);
    }
  }

  /// Lets an order wait for its price; a trailing stop takes its first one.
  void arm(Market market, long orderId) {
    StopBook stops = market.stops(orders, onBars);
    if (orders.term(orderId, TermsTable.STOP) == 0) {
      long first = stops.firstTicks(orderId);
      if (first != 0) {
        orders.setTerm(orderId, TermsTable.STOP, first);
        tellStop(orderId);
      }
    }
    stops.arm(orderId);
  }

  /// Lets a trailing stop follow the price.
  void moveStop(StopBook stops, long orderId, long stopTicks) {
    stops.move(orderId, stopTicks);
    tellStop(orderId);
  }

  /// Tells that the price was met for which an order waited.
  void trigger(Market market, long orderId, long priceTicks) {
    market.stopsOrFail().disarm(orderId);
    orders.setTerm(orderId, TermsTable.TRIGGERED, 1);
    change(orderId, Trigger.TRIGGER);
    events.triggered(orderId, priceTicks);
    links.leave(market, orderId);
  }

  /// Cancels what is left of an order.
  void cancel(Market market, long orderId, Reason reason) {
    end(market, orderId, Trigger.CANCEL, reason);
  }

  /// Ends an order whose time is over.
  void expire(Market market, long orderId) {
    end(market, orderId, Trigger.EXPIRE, Reason.TIME_EXPIRED);
  }

  /// Takes quantity off an order without a trade; one without any left is canceled.
  void reduce(Market market, long orderId, long by, Reason reason) {
    long left = orders.remaining(orderId) - by;
    if (left == 0) {
      cancel(market, orderId, reason);
      return;
    }
    orders.set(orderId, OrderTable.LOTS, orders.get(orderId, OrderTable.LOTS) - by);
    if (!orders.isPlain(orderId)) {
      orders.setTerm(orderId, TermsTable.CUT, 1);
    }
    shrinkTo(market, orderId, left);
    change(orderId, Trigger.REDUCE);
    events.reduced(orderId, by, left, reason);
  }

  /// Takes from what an order shows in the book what it does not have any more.
  void shrinkTo(Market market, long orderId, long left) {
    int slot = orders.slot(orderId);
    if (slot != SlotBook.NONE && market.book().lots(slot) > left) {
      market.book().reduce(slot, market.book().lots(slot) - left);
    }
  }

  /// Cuts a reduce-only order to the position that it may still close.
  ///
  /// @return false when there was nothing left, and it is canceled
  boolean fitsPosition(Market market, long orderId) {
    if (!orders.isReduceOnly(orderId)) {
      return true;
    }
    long closable = closable(market, orders.account(orderId), orders.side(orderId));
    long excess = orders.remaining(orderId) - closable;
    if (excess > 0) {
      reduce(market, orderId, excess, Reason.REDUCE_ONLY_WOULD_OPEN);
    }
    return closable > 0;
  }

  /// {@return how many lots of a side only close a position}
  long closable(Market market, int accountId, Side side) {
    return Math.max(0, -side.sign() * ledger.netLots(accountId, market.id()));
  }

  /// Books one side of a trade.
  ///
  /// @param fee what [#feeIfItFits] answered
  void fill(
      Market market,
      long orderId,
      long tradeId,
      long priceTicks,
      long lots,
      long fee,
      Liquidity part) {
    orders.addFill(orderId, lots, priceTicks * lots * market.tickValueMicros(), fee);
    boolean whole = orders.remaining(orderId) == 0;
    int slot = orders.slot(orderId);
    if (slot != SlotBook.NONE) {
      takeFromBook(market, orderId, slot, lots, whole);
    }
    change(orderId, whole ? Trigger.FILL_ALL : Trigger.FILL_PART);
    events.filled(orderId, tradeId, priceTicks, lots, fee, part);
    if (!orders.isPlain(orderId)) {
      links.traded(market, orderId, lots);
    }
  }

  /// {@return the fee of a fill, asked for once, or -1 when the books cannot hold the fill}
  long feeIfItFits(Market market, long orderId, long priceTicks, long lots, Liquidity part) {
    if (!DoorCheck.fits(priceTicks, lots, market.tickValueMicros())) {
      return DOES_NOT_FIT;
    }
    long notional = priceTicks * lots * market.tickValueMicros();
    long fee = fee(market, part, lots, notional);
    boolean fits =
        notional <= MAX_SUM_MICROS - orders.get(orderId, OrderTable.FILLED_MICROS)
            && fee <= MAX_SUM_MICROS - orders.get(orderId, OrderTable.FEES_MICROS)
            && ledger.fits(
                orders.account(orderId), market.id(), orders.side(orderId), priceTicks, lots, fee);
    return fits ? fee : DOES_NOT_FIT;
  }

  /// {@return the fee of a fill, in micros}
  ///
  /// @throws IllegalStateException when the fee model answers less than 0
  long fee(Market market, Liquidity part, long lots, long notionalMicros) {
    long fee = fees.feeMicros(market.instrument(), part, lots, notionalMicros);
    if (fee < 0) {
      throw new IllegalStateException(
          "a fee must be 0 or more micros, was " + fee + " for " + market.instrument().symbol());
    }
    return fee;
  }

  /// An iceberg whose shown part has traded shows the next one, behind those of its price.
  private void takeFromBook(Market market, long orderId, int slot, long lots, boolean whole) {
    if (lots < market.book().lots(slot)) {
      market.book().reduce(slot, lots);
      return;
    }
    leaveBook(market, orderId);
    if (!whole) {
      rest(market, orderId);
    }
  }

  private void tellStop(long orderId) {
    orders.setUpdated(orderId, events.nowNanos());
    events.stopMoved(orderId);
  }

  private void end(Market market, long orderId, Trigger trigger, Reason reason) {
    leaveBook(market, orderId);
    boolean plain = orders.isPlain(orderId);
    if (!plain && orders.term(orderId, TermsTable.ARMED) != 0) {
      market.stopsOrFail().disarm(orderId);
    }
    long left = orders.remaining(orderId);
    change(orderId, trigger);
    orders.setReason(orderId, reason);
    events.canceled(orderId, left, reason);
    if (!plain) {
      links.ended(market, orderId);
    }
  }

  private long limit(long orderId) {
    return orders.get(orderId, OrderTable.LIMIT_TICKS);
  }
}
