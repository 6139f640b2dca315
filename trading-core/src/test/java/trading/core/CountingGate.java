package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import trading.api.OrderStatus;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.LedgerView;
import trading.api.spi.OrderView;
import trading.api.spi.RiskGate;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A gate that counts working lots from events, and notes what cannot be left out of them.
final class CountingGate implements RiskGate {
  private static final int SUSPENDED = OrderStatus.SUSPENDED.ordinal();
  private static final Side[] SIDES = Side.values();

  private record Working(long account, long instrument, Side side, long lots) {}

  private final Map<Long, Working> working = new TreeMap<>();
  private final Set<Long> reducing = new TreeSet<>();
  private final FakeGate.Check check;

  final List<String> problems = new ArrayList<>();
  long lastOrderId;
  long checksBesideLess;
  long checksBesideMore;

  CountingGate(FakeGate.Check check) {
    this.check = check;
  }

  @Override
  public Optional<Refusal> check(OrderView order, LedgerView ledger) {
    for (Side side : SIDES) {
      long lots = lots(order, side, working.keySet()) + order.addedLots(side);
      long reduces = lots(order, side, reducing) + order.addedReduceOnlyLots(side);
      if (reduces < 0 || reduces > lots) {
        problems.add(Shown.of(order) + ": " + lots + " work, " + reduces + " reduce only");
      }
      checksBesideLess += order.addedLots(side) < 0 ? 1 : 0;
      checksBesideMore += order.addedLots(side) > 0 ? 1 : 0;
    }
    return check.check(order, ledger);
  }

  private long lots(OrderView order, Side side, Set<Long> of) {
    return working.entrySet().stream()
        .filter(each -> of.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .filter(each -> each.account() == order.accountId())
        .filter(each -> each.instrument() == order.instrumentId() && each.side() == side)
        .mapToLong(Working::lots)
        .sum();
  }

  @Override
  public void apply(EventView event, LedgerView ledger) {
    switch (event.type()) {
      case ORDER_ACCEPTED -> {
        lastOrderId = Math.max(lastOrderId, event.value(Field.ORDER));
        if (event.value(Field.STATUS) != SUSPENDED) {
          begin(event);
        }
      }
      case ORDER_ACTIVATED -> begin(event);
      case ORDER_TERMS -> {
        if (event.value(Field.REDUCE_ONLY) != 0) {
          reducing.add(event.value(Field.ORDER));
        }
      }
      case ORDER_FILLED -> leave(event, working(event) - event.value(Field.LOTS));
      case ORDER_AMENDED, ORDER_REDUCED -> leave(event, event.value(Field.REMAINING_LOTS));
      case ORDER_CANCELED, ORDER_REJECTED -> leave(event, 0);
      default -> {
        // It is not about an order's quantity.
      }
    }
  }

  private void begin(EventView event) {
    if (event.value(Field.ACCOUNT) > 0) {
      working.put(
          event.value(Field.ORDER),
          new Working(
              event.value(Field.ACCOUNT),
              event.value(Field.INSTRUMENT),
              SIDES[(int) event.value(Field.SIDE)],
              event.value(Field.LOTS)));
    }
  }

  private long working(EventView event) {
    Working order = working.get(event.value(Field.ORDER));
    return order == null ? 0 : order.lots();
  }

  /// One that is held back, or waits for its size, does not begin to work by this.
  private void leave(EventView event, long lots) {
    if (lots <= 0) {
      working.remove(event.value(Field.ORDER));
      return;
    }
    working.computeIfPresent(
        event.value(Field.ORDER),
        (_, order) -> new Working(order.account(), order.instrument(), order.side(), lots));
  }

  @Override
  public void write(StateWriter out) {
    out.putLong(working.size());
  }

  @Override
  public void read(StateReader in) {
    throw new UnsupportedOperationException("no test reads a snapshot");
  }
}
