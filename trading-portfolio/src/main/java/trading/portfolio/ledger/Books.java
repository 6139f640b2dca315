package trading.portfolio.ledger;

import trading.api.Side;

/// All accounts' books at average cost, by id.
///
/// Account 0, the market, keeps no books: its fills always fit and move the mark only. One thread.
// Hot: engine only; allocates nothing once warm.
public final class Books {
  private static final int MARKET = 0;

  private final Listing unlisted = new Listing(0, 0, 0);
  private final Register<Listing> listings = new Register<>(unlisted);
  private final Register<AccountBook> accounts = new Register<>(new AccountBook(unlisted));

  /// The two fills that were asked about last: those of a trade's sides, booked right after.
  private Booking last = new Booking();

  private Booking before = new Booking();
  private int currencies;

  /// Creates empty books.
  public Books() {}

  /// Begins a currency.
  ///
  /// @param currencyId the next id
  /// @throws IllegalStateException when it is not the next id
  public void listCurrency(int currencyId) {
    if (currencyId != currencies + 1) {
      throw new IllegalStateException(
          "currency id must be " + (currencies + 1) + ", was " + currencyId);
    }
    currencies++;
    for (int account = 1; account <= accounts.size(); account++) {
      accounts.get(account).addCurrency();
    }
  }

  /// Begins an instrument.
  ///
  /// @param instrumentId the next id
  /// @param currencyId its currency
  /// @param tickValueMicros the value of one tick of one lot, positive
  /// @throws IllegalStateException when it is not the next id or its currency is not listed
  public void listInstrument(int instrumentId, int currencyId, long tickValueMicros) {
    if (currencyId < 1 || currencyId > currencies) {
      throw new IllegalStateException(
          "currency of instrument " + instrumentId + " must be listed, was " + currencyId);
    }
    listings.add(instrumentId, new Listing(instrumentId, currencyId, tickValueMicros));
  }

  /// Begins an account.
  ///
  /// @param accountId the next id
  /// @throws IllegalStateException when it is not the next id
  public void openAccount(int accountId) {
    AccountBook account = new AccountBook(unlisted);
    for (int currency = 1; currency <= currencies; currency++) {
      account.addCurrency();
    }
    accounts.add(accountId, account);
  }

  /// {@return whether money can be booked; false for an unknown account or currency}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @param amountMicros the amount, negative for a withdrawal
  public boolean fitsCash(int accountId, int currencyId, long amountMicros) {
    Register<Balance> balances = accounts.get(accountId).balances;
    Balance balance = balances.get(currencyId);
    return balances.has(currencyId)
        && Booking.isBounded(amountMicros)
        && Booking.isBounded(balance.cashMicros + amountMicros)
        && Booking.isBounded(balance.depositsMicros + amountMicros);
  }

  /// Books money that came or left.
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @param amountMicros the amount, negative for a withdrawal
  /// @throws ArithmeticException when it does not fit; nothing changed
  /// @throws IllegalStateException when the account or currency is unknown
  public void moveCash(int accountId, int currencyId, long amountMicros) {
    AccountBook account = opened(accountId);
    Register<Balance> balances = account.balances;
    if (!balances.has(currencyId)) {
      throw new IllegalStateException("currency must be listed, was " + currencyId);
    }
    if (!fitsCash(accountId, currencyId, amountMicros)) {
      throw new ArithmeticException(
          "cash and deposits of account "
              + accountId
              + " must stay within ±2^62 micros, moved "
              + amountMicros);
    }
    Balance balance = balances.get(currencyId);
    balance.cashMicros += amountMicros;
    balance.depositsMicros += amountMicros;
    forget(account);
  }

  /// {@return whether a fill can be booked; false for an unknown account or instrument}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @param side the order's side
  /// @param priceTicks the price
  /// @param lots the quantity
  /// @param feeMicros the fee
  public boolean fits(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros) {
    if (accountId == MARKET) {
      return true;
    }
    return accounts.has(accountId)
        && listings.has(instrumentId)
        && next()
            .fits(
                accounts.get(accountId),
                listings.get(instrumentId),
                side,
                priceTicks,
                lots,
                feeMicros);
  }

  /// Books a fill and moves the mark to its price.
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @param side the order's side
  /// @param priceTicks the price
  /// @param lots the quantity
  /// @param feeMicros the fee
  /// @throws ArithmeticException when it does not fit; nothing changed
  /// @throws IllegalStateException when the account or instrument is unknown
  public void fill(
      int accountId, int instrumentId, Side side, long priceTicks, long lots, long feeMicros) {
    Listing listing = listed(instrumentId);
    if (accountId != MARKET) {
      AccountBook account = opened(accountId);
      Booking booking = bookingOf(account, listing, side, priceTicks, lots, feeMicros);
      if (!booking.isOf(account, listing, side, priceTicks, lots, feeMicros)) {
        throw new ArithmeticException(
            "amounts of account "
                + accountId
                + " must stay within ±2^62 micros, traded "
                + lots
                + " lots of instrument "
                + instrumentId
                + " at "
                + priceTicks
                + " ticks");
      }
      booking.commit(account.begin(listing), account.balances.get(listing.currencyId));
      forget(account);
    }
    listing.markTicks = priceTicks;
  }

  /// {@return what a fill adds, worked out now if it was not just before}
  private Booking bookingOf(
      AccountBook account, Listing listing, Side side, long priceTicks, long lots, long feeMicros) {
    if (before.isOf(account, listing, side, priceTicks, lots, feeMicros)) {
      return before;
    }
    if (!last.isOf(account, listing, side, priceTicks, lots, feeMicros)) {
      next().fits(account, listing, side, priceTicks, lots, feeMicros);
    }
    return last;
  }

  private Booking next() {
    Booking reused = before;
    before = last;
    last = reused;
    return reused;
  }

  private void forget(AccountBook changed) {
    last.forget(changed);
    before.forget(changed);
  }

  /// Moves an instrument's mark.
  ///
  /// @param instrumentId the instrument
  /// @param markTicks the last price
  /// @throws IllegalStateException when the instrument is unknown
  public void mark(int instrumentId, long markTicks) {
    listed(instrumentId).markTicks = markTicks;
  }

  /// {@return cash}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  public long cashMicros(int accountId, int currencyId) {
    return accounts.get(accountId).balances.get(currencyId).cashMicros;
  }

  /// {@return deposits less withdrawals}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  public long depositsMicros(int accountId, int currencyId) {
    return accounts.get(accountId).balances.get(currencyId).depositsMicros;
  }

  /// {@return cash plus positions at their marks}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @throws ArithmeticException when it, or the value of one position, does not fit a `long`
  public long equityMicros(int accountId, int currencyId) {
    return accounts.get(accountId).equityMicros(currencyId);
  }

  /// {@return the position in lots}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long netLots(int accountId, int instrumentId) {
    return accounts.get(accountId).holding(instrumentId).netLots;
  }

  /// {@return what the open part cost}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long openCostMicros(int accountId, int instrumentId) {
    return accounts.get(accountId).holding(instrumentId).openCostMicros;
  }

  /// {@return profit of what was closed}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long realisedMicros(int accountId, int instrumentId) {
    return accounts.get(accountId).holding(instrumentId).realisedMicros;
  }

  /// {@return fees paid}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long feesMicros(int accountId, int instrumentId) {
    return accounts.get(accountId).holding(instrumentId).feesMicros;
  }

  /// {@return the value at the mark less the open cost}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @throws ArithmeticException when it does not fit a `long`
  public long unrealisedMicros(int accountId, int instrumentId) {
    return accounts.get(accountId).holding(instrumentId).unrealisedMicros();
  }

  /// {@return the last price; 0 when there is none}
  ///
  /// @param instrumentId the instrument
  public long markTicks(int instrumentId) {
    return listings.get(instrumentId).markTicks;
  }

  int currencies() {
    return currencies;
  }

  Register<Listing> listings() {
    return listings;
  }

  Register<AccountBook> accounts() {
    return accounts;
  }

  private Listing listed(int instrumentId) {
    if (!listings.has(instrumentId)) {
      throw new IllegalStateException("instrument must be listed, was " + instrumentId);
    }
    return listings.get(instrumentId);
  }

  private AccountBook opened(int accountId) {
    if (!accounts.has(accountId)) {
      throw new IllegalStateException("account must be open, was " + accountId);
    }
    return accounts.get(accountId);
  }
}
