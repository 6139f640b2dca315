package trading.core;

import java.util.Optional;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.Ledger;
import trading.api.spi.LedgerView;
import trading.api.spi.OrderView;
import trading.api.spi.RiskGate;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// Ledger and gate that let everything pass, count fills, and allocate nothing.
final class IdleBooks implements Ledger {
  long fills;

  RiskGate gate() {
    return new IdleGate();
  }

  @Override
  public boolean fits(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros) {
    return true;
  }

  @Override
  public boolean fitsCash(int accountId, int currencyId, long amountMicros) {
    return true;
  }

  @Override
  public void apply(EventView event) {
    if (event.type() == EventType.ORDER_FILLED && event.value(Field.LOTS) > 0) {
      fills++;
    }
  }

  @Override
  public long cashMicros(int accountId, int currencyId) {
    return 0;
  }

  @Override
  public long depositsMicros(int accountId, int currencyId) {
    return 0;
  }

  @Override
  public long equityMicros(int accountId, int currencyId) {
    return 0;
  }

  @Override
  public long netLots(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long openCostMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long realisedMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long feesMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long unrealisedMicros(int accountId, int instrumentId) {
    return 0;
  }

  @Override
  public long markTicks(int instrumentId) {
    return 0;
  }

  @Override
  public void write(StateWriter out) {
    out.putLong(fills);
  }

  @Override
  public void read(StateReader in) {
    fills = in.takeLong();
  }

  private static final class IdleGate implements RiskGate {
    @Override
    public Optional<Refusal> check(OrderView order, LedgerView ledger) {
      return Optional.empty();
    }

    @Override
    public void apply(EventView event, LedgerView ledger) {}

    @Override
    public void write(StateWriter out) {}

    @Override
    public void read(StateReader in) {}
  }
}
