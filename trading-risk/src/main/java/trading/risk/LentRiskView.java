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
  /// Stands for no currency: books and counters have 0 of everything for it.
  private static final int NONE = 0;

  private static final int HALF_BITS = 32;
  private static final long HALF_MASK = 0xFFFF_FFFFL;
  private static final long NO_PRICE = -1;

  private @Nullable LedgerView ledger;
  private Account account = Account.NONE;
  private int accountId;
  private Listing listing = Listing.NONE;
  private Stake stake = Stake.NONE;
  private Purse purse = Purse.EMPTY;
  private int currencyId;
  private long netLots;
  private long replacedBuyLots;
  private long replacedSellLots;
  private boolean replacesReduceOnly;
  private boolean equityRead;
  private long equityMicros;

  /// Points at what an order asks for; what it replaces does not work any more.
  void lend(LedgerView newLedger, Account newAccount, Listing newListing, OrderView order) {
    lend(newLedger, newAccount, newListing, order.accountId());
    long replaced = order.replacedLots();
    boolean buys = order.side() == Side.BUY;
    replacedBuyLots = buys ? replaced : 0;
    replacedSellLots = buys ? 0 : replaced;
    replacesReduceOnly = order.reduceOnly();
  }

  void lend(LedgerView newLedger, Account newAccount, Listing newListing) {
    lend(newLedger, newAccount, newListing, newAccount.id);
  }

  /// With the account's id beside it, so that its stake is found without waiting for the account.
  private void lend(
      LedgerView newLedger, Account newAccount, Listing newListing, int newAccountId) {
    stake = newListing.stake(newAccountId);
    purse = stake == Stake.NONE ? newAccount.purse(newListing.currencyId) : stake.purse;
    listing = newListing;
    netLots = newLedger.netLots(newAccountId, newListing.id);
    point(newLedger, newAccount, newAccountId, newListing.currencyId);
  }

  /// Points at an account's money in one currency, at no instrument.
  void lendCurrency(LedgerView newLedger, Account newAccount, int newCurrencyId) {
    stake = Stake.NONE;
    purse = newAccount.purse(newCurrencyId);
    listing = Listing.NONE;
    netLots = 0;
    point(newLedger, newAccount, newAccount.id, newCurrencyId);
  }

  private void point(
      LedgerView newLedger, Account newAccount, int newAccountId, int newCurrencyId) {
    ledger = newLedger;
    account = newAccount;
    accountId = newAccountId;
    currencyId = newCurrencyId;
    replacedBuyLots = 0;
    replacedSellLots = 0;
    replacesReduceOnly = false;
    equityRead = false;
  }

  /// Points at an account alone, at no money and no instrument.
  void lendAccount(LedgerView newLedger, Account newAccount) {
    lendCurrency(newLedger, newAccount, NONE);
  }

  @Override
  public long netLots() {
    return netLots;
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
    return ledger().markTicks(listing.id);
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
    return Math.addExact(purse.highestProfit(), ledger().depositsMicros(accountId, currencyId));
  }

  /// Values add up in two halves, so that only one value or the end result can overflow.
  @Override
  public long grossExposureMicros() {
    long high = 0;
    long low = 0;
    for (int i = 0; i < account.active.size(); i++) {
      Stake each = account.active.get(i);
      if (each.purse == purse) {
        long value = exposureMicros(each);
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

  private long exposureMicros(Stake each) {
    boolean isOrdered = each == stake;
    long net = isOrdered ? netLots : ledger().netLots(accountId, each.listing.id);
    long buys = each.buyLots - (isOrdered ? replacedBuyLots : 0);
    long sells = each.sellLots - (isOrdered ? replacedSellLots : 0);
    if (net == 0 && buys == 0 && sells == 0) {
      return 0;
    }
    long mark = ledger().markTicks(each.listing.id);
    if (mark <= 0) {
      return NO_PRICE;
    }
    long bought = Math.addExact(net, buys);
    long sold = Math.subtractExact(sells, net);
    return Math.multiplyExact(
        Math.multiplyExact(Math.max(bought, sold), mark), each.listing.tickValueMicros);
  }

  @Override
  public long dayProfitMicros() {
    return purse.dayProfit(equityMicros());
  }

  @Override
  public long ordersToday() {
    return account.ordersToday;
  }

  @Override
  public long tickValueMicros() {
    return listing.tickValueMicros;
  }

  private LedgerView ledger() {
    return Objects.requireNonNull(ledger);
  }
}
