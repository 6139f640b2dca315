package trading.risk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.spi.LedgerView;
import trading.api.spi.RiskView;

/// The one view that every rule is lent, pointed at account and instrument before each check.
// Hot: engine only; allocates nothing.
final class LentRiskView implements RiskView {
  private @Nullable Counters counters;
  private @Nullable LedgerView ledger;
  private int accountId;
  private int instrumentId;
  private int currencyId;
  private boolean equityRead;
  private long equityMicros;

  void lend(Counters newCounters, LedgerView newLedger, int newAccountId, int newInstrumentId) {
    counters = newCounters;
    ledger = newLedger;
    accountId = newAccountId;
    instrumentId = newInstrumentId;
    currencyId = newCounters.instruments().currencyId(newInstrumentId);
    equityRead = false;
  }

  @Override
  public long netLots() {
    return ledger().netLots(accountId, instrumentId);
  }

  @Override
  public long workingBuyLots() {
    return counters().workingBuyLots(accountId, instrumentId);
  }

  @Override
  public long workingSellLots() {
    return counters().workingSellLots(accountId, instrumentId);
  }

  @Override
  public long markTicks() {
    return ledger().markTicks(instrumentId);
  }

  @Override
  public long cashMicros() {
    return ledger().cashMicros(accountId, currencyId);
  }

  @Override
  public long equityMicros() {
    if (!equityRead) {
      equityMicros = ledger().equityMicros(accountId, currencyId);
      equityRead = true;
    }
    return equityMicros;
  }

  @Override
  public long dayProfitMicros() {
    return counters().dayProfitMicros(accountId, currencyId, equityMicros());
  }

  @Override
  public long ordersToday() {
    return counters().ordersToday(accountId);
  }

  @Override
  public long tickValueMicros() {
    return counters().instruments().tickValueMicros(instrumentId);
  }

  private Counters counters() {
    return Objects.requireNonNull(counters);
  }

  private LedgerView ledger() {
    return Objects.requireNonNull(ledger);
  }
}
