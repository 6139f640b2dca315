package trading.core;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.Ledger;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// Books in sorted maps: cash and lots, no cost and no profit. Cash stays below 2^62 micros, and
/// above -2^62.
final class FakeLedger implements Ledger {
  private static final BigInteger MAX_CASH = BigInteger.TWO.pow(62);

  private final Map<Integer, Integer> currencyOf = new HashMap<>();
  private final Map<Integer, Long> tickValueOf = new HashMap<>();
  private final Map<Integer, Map<Integer, Long>> cash = new TreeMap<>();
  private final Map<Integer, Map<Integer, Long>> lots = new TreeMap<>();
  private final Map<Integer, Long> marks = new TreeMap<>();

  @Override
  public boolean fits(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros) {
    BigInteger notional =
        BigInteger.valueOf(priceTicks)
            .multiply(BigInteger.valueOf(lots))
            .multiply(BigInteger.valueOf(tickValueOf.get(instrumentId)));
    BigInteger moved = side == Side.BUY ? notional.negate() : notional;
    return fits(
        accountId, currencyOf.get(instrumentId), moved.subtract(BigInteger.valueOf(feeMicros)));
  }

  @Override
  public boolean fitsCash(int accountId, int currencyId, long amountMicros) {
    return fits(accountId, currencyId, BigInteger.valueOf(amountMicros));
  }

  private boolean fits(int accountId, int currencyId, BigInteger moved) {
    BigInteger after = BigInteger.valueOf(cashMicros(accountId, currencyId)).add(moved);
    return after.abs().compareTo(MAX_CASH) < 0;
  }

  @Override
  public void apply(EventView event) {
    switch (event.type()) {
      case INSTRUMENT_LISTED -> {
        currencyOf.put(event.id(Field.INSTRUMENT), event.id(Field.CURRENCY));
        tickValueOf.put(event.id(Field.INSTRUMENT), event.value(Field.TICK_VALUE_MICROS));
      }
      case CASH_MOVED ->
          add(
              cash,
              event.id(Field.ACCOUNT),
              event.id(Field.CURRENCY),
              event.value(Field.AMOUNT_MICROS));
      case QUOTED, BAR_OPENED, BAR_CLOSED ->
          marks.put(event.id(Field.INSTRUMENT), event.value(Field.MARK_TICKS));
      case ORDER_FILLED -> book(event);
      default -> {}
    }
  }

  private void book(EventView fill) {
    int account = fill.id(Field.ACCOUNT);
    int instrument = fill.id(Field.INSTRUMENT);
    long traded = fill.value(Field.LOTS) * Side.values()[(int) fill.value(Field.SIDE)].sign();
    long value = fill.value(Field.PRICE_TICKS) * traded * tickValueOf.get(instrument);
    add(lots, account, instrument, traded);
    add(cash, account, currencyOf.get(instrument), -value - fill.value(Field.FEE_MICROS));
  }

  private static void add(Map<Integer, Map<Integer, Long>> to, int account, int of, long by) {
    to.computeIfAbsent(account, _ -> new TreeMap<>()).merge(of, by, Math::addExact);
  }

  private static long get(Map<Integer, Map<Integer, Long>> from, int account, int of) {
    return from.getOrDefault(account, Map.of()).getOrDefault(of, 0L);
  }

  @Override
  public long cashMicros(int accountId, int currencyId) {
    return get(cash, accountId, currencyId);
  }

  @Override
  public long netLots(int accountId, int instrumentId) {
    return get(lots, accountId, instrumentId);
  }

  @Override
  public long markTicks(int instrumentId) {
    return marks.getOrDefault(instrumentId, 0L);
  }

  @Override
  public long depositsMicros(int accountId, int currencyId) {
    throw notKept();
  }

  @Override
  public long equityMicros(int accountId, int currencyId) {
    throw notKept();
  }

  @Override
  public long openCostMicros(int accountId, int instrumentId) {
    throw notKept();
  }

  @Override
  public long realisedMicros(int accountId, int instrumentId) {
    throw notKept();
  }

  @Override
  public long feesMicros(int accountId, int instrumentId) {
    throw notKept();
  }

  @Override
  public long unrealisedMicros(int accountId, int instrumentId) {
    throw notKept();
  }

  private static UnsupportedOperationException notKept() {
    return new UnsupportedOperationException("the fake ledger keeps cash, lots and marks only");
  }

  @Override
  public void write(StateWriter out) {
    write(cash, out);
    write(lots, out);
    marks.forEach((instrument, mark) -> {
      out.putLong(instrument);
      out.putLong(mark);
    });
  }

  private static void write(Map<Integer, Map<Integer, Long>> numbers, StateWriter out) {
    numbers.forEach((account, row) ->
        row.forEach((of, number) -> {
          out.putLong(account);
          out.putLong(of);
          out.putLong(number);
        }));
  }

  @Override
  public void read(StateReader in) {
    throw new UnsupportedOperationException("no test reads a snapshot");
  }
}
