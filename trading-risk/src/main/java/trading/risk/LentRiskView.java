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
  private long addedBuyLots;
  private long addedSellLots;
  private long addedReducingBuyLots;
  private long addedReducingSellLots;
  private long addedOrders;
  private boolean equityRead;
  private long equityMicros;

  /// Points at what an order asks for; it says what to add to what works, and what to leave out.
  void lend(LedgerView newLedger, Account newAccount, Listing newListing, OrderView order) {
    lend(newLedger, newAccount, newListing, order.accountId());
    addedBuyLots = order.addedLots(Side.BUY);
    addedSellLots = order.addedLots(Side.SELL);
    addedReducingBuyLots = order.addedReduceOnlyLots(Side.BUY);
    addedReducingSellLots = order.addedReduceOnlyLots(Side.SELL);
    addedOrders = order.addedOrders();
  }

  void lend(LedgerView newLedger, Account newAccount, Listing newListing) {
    lend(newLedger, newAccount, newListing, newAccount.id);
    addNothing();
  }

  private void addNothing() {
    addedBuyLots = 0;
    addedSellLots = 0;
    addedReducingBuyLots = 0;
    addedReducingSellLots = 0;
    addedOrders = 0;
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
    addNothing();
  }

  private void point(
      LedgerView newLedger, Account newAccount, int newAccountId, int newCurrencyId) {
    ledger = newLedger;
    account = newAccount;
    accountId = newAccountId;
    currencyId = newCurrencyId;
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
    return Math.addExact(stake.buyLots, addedBuyLots);
  }

  @Override
  public long workingSellLots() {
    return Math.addExact(stake.sellLots, addedSellLots);
  }

  @Override
  public long workingReduceOnlyLots(Side side) {
    return side == Side.BUY
        ? Math.addExact(stake.reducingBuyLots, addedReducingBuyLots)
        : Math.addExact(stake.reducingSellLots, addedReducingSellLots);
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

  /// Values add up in two halves, so that only one value or the end result can overflow. The
  /// ordered instrument is valued first: nothing may have been counted there yet but what an order
  /// adds.
  @Override
  public long grossExposureMicros() {
    long ordered = exposureMicros(listing, netLots, workingBuyLots(), workingSellLots());
    if (ordered == NO_PRICE) {
      return NO_PRICE;
    }
    long high = ordered >> HALF_BITS;
    long low = ordered & HALF_MASK;
    for (int i = 0; i < account.active.size(); i++) {
      Stake each = account.active.get(i);
      if (each != stake && each.purse == purse) {
        long net = ledger().netLots(accountId, each.listing.id);
        long value = exposureMicros(each.listing, net, each.buyLots, each.sellLots);
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

  private long exposureMicros(Listing of, long net, long buys, long sells) {
    if (net == 0 && buys == 0 && sells == 0) {
      return 0;
    }
    long mark = ledger().markTicks(of.id);
    if (mark <= 0) {
      return NO_PRICE;
    }
    long bought = Math.addExact(net, buys);
    long sold = Math.subtractExact(sells, net);
    return Math.multiplyExact(Math.multiplyExact(Math.max(bought, sold), mark), of.tickValueMicros);
  }

  @Override
  public long dayProfitMicros() {
    return purse.dayProfit(equityMicros());
  }

  @Override
  public long ordersToday() {
    return account.ordersToday + addedOrders;
  }

  @Override
  public long tickValueMicros() {
    return listing.tickValueMicros;
  }

  private LedgerView ledger() {
    return Objects.requireNonNull(ledger);
  }
}
