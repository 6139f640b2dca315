package trading.risk;

import java.util.Set;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.LedgerView;

/// Books as simple as can be: cash, positions and marks of a few small ids, changed by events.
final class FakeLedger implements LedgerView {
  private static final int IDS = 16;
  private static final Set<EventType> MARKING =
      Set.of(EventType.QUOTED, EventType.BAR_OPENED, EventType.BAR_CLOSED);

  private final long[][] cash = new long[IDS][IDS];
  private final long[][] deposits = new long[IDS][IDS];
  private final long[][] net = new long[IDS][IDS];
  private final long[] marks = new long[IDS];
  private final long[] tickValues = new long[IDS];
  private final int[] currencies = new int[IDS];
  private boolean overflowing;

  void apply(EventView event) {
    EventType type = event.type();
    if (type == EventType.INSTRUMENT_LISTED) {
      tickValues[event.id(Field.INSTRUMENT)] = event.value(Field.TICK_VALUE_MICROS);
      currencies[event.id(Field.INSTRUMENT)] = event.id(Field.CURRENCY);
    } else if (type == EventType.CASH_MOVED) {
      int account = event.id(Field.ACCOUNT);
      int currency = event.id(Field.CURRENCY);
      cash[account][currency] += event.value(Field.AMOUNT_MICROS);
      deposits[account][currency] += event.value(Field.AMOUNT_MICROS);
    } else if (MARKING.contains(type)) {
      marks[event.id(Field.INSTRUMENT)] = event.value(Field.MARK_TICKS);
    } else if (type == EventType.ORDER_FILLED) {
      fill(event);
    }
  }

  /// Lets equity throw as it does when it does not fit.
  void overflow(boolean now) {
    overflowing = now;
  }

  private void fill(EventView event) {
    int account = event.id(Field.ACCOUNT);
    int instrument = event.id(Field.INSTRUMENT);
    long lots = event.value(Field.SIDE) == 0 ? event.value(Field.LOTS) : -event.value(Field.LOTS);
    marks[instrument] = event.value(Field.PRICE_TICKS);
    net[account][instrument] += lots;
    cash[account][currencies[instrument]] -=
        lots * event.value(Field.PRICE_TICKS) * tickValues[instrument]
            + event.value(Field.FEE_MICROS);
  }

  @Override
  public long cashMicros(int accountId, int currencyId) {
    return cash[accountId][currencyId];
  }

  @Override
  public long depositsMicros(int accountId, int currencyId) {
    return deposits[accountId][currencyId];
  }

  @Override
  public long equityMicros(int accountId, int currencyId) {
    if (overflowing) {
      throw new ArithmeticException("equity does not fit");
    }
    long equity = cash[accountId][currencyId];
    for (int instrument = 0; instrument < IDS; instrument++) {
      if (currencies[instrument] == currencyId) {
        equity += net[accountId][instrument] * marks[instrument] * tickValues[instrument];
      }
    }
    return equity;
  }

  @Override
  public long netLots(int accountId, int instrumentId) {
    return net[accountId][instrumentId];
  }

  @Override
  public long openCostMicros(int accountId, int instrumentId) {
    throw new UnsupportedOperationException("the gate does not need it");
  }

  @Override
  public long realisedMicros(int accountId, int instrumentId) {
    throw new UnsupportedOperationException("the gate does not need it");
  }

  @Override
  public long feesMicros(int accountId, int instrumentId) {
    throw new UnsupportedOperationException("the gate does not need it");
  }

  @Override
  public long unrealisedMicros(int accountId, int instrumentId) {
    throw new UnsupportedOperationException("the gate does not need it");
  }

  @Override
  public long markTicks(int instrumentId) {
    return marks[instrumentId];
  }
}
