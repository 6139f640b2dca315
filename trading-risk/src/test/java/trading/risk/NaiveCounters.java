package trading.risk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import trading.api.OrderStatus;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.event.Event;
import trading.api.spi.LedgerView;

/// The gate's counters once more, with collections and plain words.
final class NaiveCounters {
  record Order(int account, int instrument, Side side, long left) {}

  record Place(int account, int currency) {}

  private final Map<Long, Order> working = new HashMap<>();
  private final Set<Long> reduceOnly = new HashSet<>();
  private final Map<Integer, Long> ordersToday = new HashMap<>();
  private final Map<Place, Long> dayStart = new HashMap<>();
  private final Map<Place, Long> highestProfit = new HashMap<>();

  void apply(Event event, LedgerView ledger) {
    count(event, ledger);
    for (int account : World.upTo(2)) {
      for (int currency : World.upTo(2)) {
        long profit =
            ledger.equityMicros(account, currency) - ledger.depositsMicros(account, currency);
        highestProfit.merge(new Place(account, currency), Math.max(0, profit), Math::max);
      }
    }
  }

  private void count(Event event, LedgerView ledger) {
    switch (event) {
      case Event.DayStarted _ -> startDay(ledger);
      case Event.CashMoved e ->
          dayStart.merge(new Place(e.accountId(), e.currencyId()), e.amountMicros(), Long::sum);
      case Event.OrderAccepted e -> {
        boolean suspended = e.status() == OrderStatus.SUSPENDED;
        if (!suspended && (e.sizing() == Sizing.LOTS || e.lots() > 0)) {
          ordersToday.merge(e.accountId(), 1L, Long::sum);
        }
        long lots = suspended ? 0 : e.lots();
        working.put(e.orderId(), new Order(e.accountId(), e.instrumentId(), e.side(), lots));
      }
      case Event.OrderActivated e -> {
        Order waited = working.get(e.orderId());
        if (waited.left() == 0) {
          ordersToday.merge(e.accountId(), 1L, Long::sum);
        }
        working.put(e.orderId(), new Order(e.accountId(), e.instrumentId(), e.side(), e.lots()));
      }
      case Event.OrderFilled e -> {
        if (e.accountId() > 0) {
          Order was = working.remove(e.orderId());
          if (was.left() > e.lots()) {
            working.put(
                e.orderId(),
                new Order(was.account(), was.instrument(), was.side(), was.left() - e.lots()));
          }
        }
      }
      case Event.OrderAmended e -> setLeft(e.orderId(), e.remainingLots());
      case Event.OrderReduced e -> setLeft(e.orderId(), working.get(e.orderId()).left() - e.lots());
      case Event.OrderCanceled e -> working.remove(e.orderId());
      case Event.OrderRejected e -> working.remove(e.orderId());
      case Event.OrderTermed e -> {
        if (e.terms().reduceOnly()) {
          reduceOnly.add(e.orderId());
        }
      }
      case Event.CurrencyListed _,
          Event.InstrumentListed _,
          Event.AccountOpened _,
          Event.Quoted _,
          Event.BarOpened _,
          Event.BarClosed _,
          Event.CancelRejected _,
          Event.OrderTriggered _,
          Event.StopMoved _,
          Event.SelfTradeSet _,
          Event.SessionCloseSet _ -> {}
    }
  }

  /// Only of an order that works already.
  private void setLeft(long orderId, long left) {
    working.computeIfPresent(
        orderId,
        (_, was) ->
            was.left() == 0 ? was : new Order(was.account(), was.instrument(), was.side(), left));
  }

  long working(int account, int instrument, Side side) {
    return working.values().stream()
        .filter(each -> each.account() == account && each.instrument() == instrument)
        .filter(each -> each.side() == side)
        .mapToLong(Order::left)
        .sum();
  }

  long reducing(int account, int instrument, Side side) {
    return working.entrySet().stream()
        .filter(each -> reduceOnly.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .filter(each -> each.account() == account && each.instrument() == instrument)
        .filter(each -> each.side() == side)
        .mapToLong(Order::left)
        .sum();
  }

  long peak(int account, int currency, LedgerView ledger) {
    return highestProfit.get(new Place(account, currency))
        + ledger.depositsMicros(account, currency);
  }

  /// {@return what a working buy of this kind has still to trade; 0 when none works}
  long oneBuy(int account, int instrument, boolean reduces) {
    return working.entrySet().stream()
        .filter(each -> reduceOnly.contains(each.getKey()) == reduces)
        .map(Map.Entry::getValue)
        .filter(each -> each.account() == account && each.instrument() == instrument)
        .filter(each -> each.side() == Side.BUY)
        .mapToLong(Order::left)
        .max()
        .orElse(0);
  }

  /// {@return the gross exposure with what is added to the orders of an instrument}
  long gross(
      int account, int currency, LedgerView ledger, int ordered, long addedBuys, long addedSells) {
    long gross = 0;
    for (int instrument = 1; instrument <= World.INSTRUMENTS.size(); instrument++) {
      long net = ledger.netLots(account, instrument);
      boolean isOrdered = instrument == ordered;
      long buy = working(account, instrument, Side.BUY) + (isOrdered ? addedBuys : 0);
      long sell = working(account, instrument, Side.SELL) + (isOrdered ? addedSells : 0);
      boolean involved = net != 0 || buy != 0 || sell != 0;
      if (involved && (instrument == World.GOOG ? World.USD : World.INR) == currency) {
        long mark = ledger.markTicks(instrument);
        if (mark == 0) {
          return -1;
        }
        long tickValue = World.INSTRUMENTS.get(instrument - 1).tickValueMicros();
        gross += Math.max(Math.abs(net + buy), Math.abs(net - sell)) * mark * tickValue;
      }
    }
    return gross;
  }

  long ordersToday(int account) {
    return ordersToday.getOrDefault(account, 0L);
  }

  long dayProfit(int account, int currency, long equityMicros) {
    return equityMicros - dayStart.getOrDefault(new Place(account, currency), 0L);
  }

  private void startDay(LedgerView ledger) {
    ordersToday.clear();
    dayStart.clear();
    for (int account : World.upTo(2)) {
      for (int currency : World.upTo(2)) {
        dayStart.put(new Place(account, currency), ledger.equityMicros(account, currency));
      }
    }
  }
}
