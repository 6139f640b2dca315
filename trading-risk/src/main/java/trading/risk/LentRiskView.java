package trading.risk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.Side;
import trading.api.spi.LedgerView;
import trading.api.spi.OrderView;
import trading.api.spi.RiskView;

/// The view that every rule is lent, pointed at an account and an instrument before each check.
// Hot: engine only; allocates nothing.
final class LentRiskView implements RiskView {
  /// Stands for no instrument and for no currency: books and counters have 0 of everything for it.
  private static final int NONE = 0;

  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;
  private static final long NO_PRICE = -1;

  private @Nullable Counters counters;
  private @Nullable LedgerView ledger;
  private int accountId;
  private int instrumentId;
  private int currencyId;
  private Stake stake = Stake.NONE;
  private long replacedBuyLots;
  private long replacedSellLots;
  private boolean replacesReduceOnly;
  private boolean equityRead;
  private long equityMicros;

  /// Points at what an order asks for; what it replaces does not work any more.
  void lend(Counters newCounters, LedgerView newLedger, OrderView order) {
    lend(newCounters, newLedger, order.accountId(), order.instrumentId());
    boolean buys = order.side() == Side.BUY;
    replacedBuyLots = buys ? order.replacedLots() : 0;
    replacedSellLots = buys ? 0 : order.replacedLots();
    replacesReduceOnly = order.reduceOnly();
  }

  void lend(Counters newCounters, LedgerView newLedger, int newAccountId, int newInstrumentId) {
    lendCurrency(
        newCounters,
        newLedger,
        newAccountId,
        newCounters.instruments().currencyId(newInstrumentId));
    instrumentId = newInstrumentId;
    stake = newCounters.stake(newAccountId, newInstrumentId);
  }

  /// Points at an account's money in one currency, at no instrument.
  void lendCurrency(
      Counters newCounters, LedgerView newLedger, int newAccountId, int newCurrencyId) {
    counters = newCounters;
    ledger = newLedger;
    accountId = newAccountId;
    instrumentId = NONE;
    stake = Stake.NONE;
    currencyId = newCurrencyId;
    replacedBuyLots = 0;
    replacedSellLots = 0;
    replacesReduceOnly = false;
    equityRead = false;
  }

  /// Points at an account alone, at no money and no instrument.
  void lendAccount(Counters newCounters, LedgerView newLedger, int newAccountId) {
    lendCurrency(newCounters, newLedger, newAccountId, NONE);
  }

  @Override
  public long netLots() {
    return ledger().netLots(accountId, instrumentId);
  }

  @Override
  public long workingBuyLots() {
    return stake.buyLots - replacedBuyLots;
  }

  @Override
  public long workingSellLots() {
    return stake.sellLots - replacedSellLots;
  }

  @Override
  public long workingReduceOnlyLots(Side side) {
    boolean buys = side == Side.BUY;
    long replaced = buys ? replacedBuyLots : replacedSellLots;
    return (buys ? stake.reducingBuyLots : stake.reducingSellLots)
        - (replacesReduceOnly ? replaced : 0);
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
  public long peakEquityMicros() {
    return counters().peakEquityMicros(ledger(), accountId, currencyId);
  }

  /// Values add up in two halves, so that only one value or the end result can overflow.
  @Override
  public long grossExposureMicros() {
    long high = 0;
    long low = 0;
    for (int i = 0; i < counters().activeInstruments(accountId); i++) {
      int instrument = counters().activeInstrument(accountId, i);
      if (counters().instruments().currencyId(instrument) == currencyId) {
        long value = exposureMicros(instrument);
        if (value == NO_PRICE) {
          return NO_PRICE;
        }
        high += value >> HALF_BITS;
        low += value & HALF_MASK;
      }
    }
    high += low >> HALF_BITS;
    return Math.addExact(Math.multiplyExact(high, 1L << HALF_BITS), low & HALF_MASK);
  }

  private long exposureMicros(int instrument) {
    boolean isOrdered = instrument == instrumentId;
    Stake worked = isOrdered ? stake : counters().stake(accountId, instrument);
    long net = ledger().netLots(accountId, instrument);
    long buys = worked.buyLots - (isOrdered ? replacedBuyLots : 0);
    long sells = worked.sellLots - (isOrdered ? replacedSellLots : 0);
    if (net == 0 && buys == 0 && sells == 0) {
      return 0;
    }
    long mark = ledger().markTicks(instrument);
    if (mark <= 0) {
      return NO_PRICE;
    }
    long bought = Math.addExact(net, buys);
    long sold = Math.subtractExact(sells, net);
    return Math.multiplyExact(
        Math.multiplyExact(Math.max(bought, sold), mark),
        counters().instruments().tickValueMicros(instrument));
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
    return instrumentId == NONE ? 0 : counters().instruments().tickValueMicros(instrumentId);
  }

  private Counters counters() {
    return Objects.requireNonNull(counters);
  }

  private LedgerView ledger() {
    return Objects.requireNonNull(ledger);
  }
}
