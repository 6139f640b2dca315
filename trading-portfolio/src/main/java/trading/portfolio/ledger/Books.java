package trading.portfolio.ledger;

import trading.api.Side;

/// All accounts' books at average cost, by id.
///
/// Account 0, the market, keeps no books: its fills always fit and move the mark only. One thread.
// Hot: engine only; allocates nothing once warm.
public final class Books {
  private static final int MARKET = 0;

  private Currency[] currencies = {new Currency(0)};
  private Listing[] listings = {new Listing(0, currencies[0], 0)};

  /// The last fills that were asked about: those of a trade's sides, booked right after.
  private final Booking buying = new Booking();

  private final Booking selling = new Booking();

  private int currencyCount;
  private int listingCount;
  private int accountCount;

  /// Creates empty books.
  public Books() {}

  /// Begins a currency.
  ///
  /// @param currencyId the next id
  /// @throws IllegalStateException when it is not the next id
  public void listCurrency(int currencyId) {
    requireNext(currencyId, currencyCount);
    Currency currency = new Currency(currencyId);
    for (int account = 1; account <= accountCount; account++) {
      currency.open(account);
    }
    currencies = ById.with(currencies, currencyId, currency);
    currencyCount = currencyId;
  }

  /// Begins an instrument.
  ///
  /// @param instrumentId the next id
  /// @param currencyId its currency
  /// @param tickValueMicros the value of one tick of one lot, positive
  /// @throws IllegalStateException when it is not the next id or its currency is not listed
  public void listInstrument(int instrumentId, int currencyId, long tickValueMicros) {
    if (!hasCurrency(currencyId)) {
      throw new IllegalStateException(
          "currency of instrument " + instrumentId + " must be listed, was " + currencyId);
    }
    requireNext(instrumentId, listingCount);
    Listing listing = new Listing(instrumentId, currency(currencyId), tickValueMicros);
    listings = ById.with(listings, instrumentId, listing);
    listingCount = instrumentId;
  }

  /// Begins an account.
  ///
  /// @param accountId the next id
  /// @throws IllegalStateException when it is not the next id
  public void openAccount(int accountId) {
    requireNext(accountId, accountCount);
    for (int currency = 1; currency <= currencyCount; currency++) {
      currency(currency).open(accountId);
    }
    accountCount = accountId;
  }

  private static void requireNext(int id, int last) {
    if (id != last + 1) {
      throw new IllegalStateException("id must be " + (last + 1) + ", was " + id);
    }
  }

  /// {@return whether money can be booked; false for an unknown account or currency}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @param amountMicros the amount, negative for a withdrawal
  public boolean fitsCash(int accountId, int currencyId, long amountMicros) {
    Balance balance = balance(accountId, currencyId);
    return isOpen(accountId)
        && hasCurrency(currencyId)
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
    requireOpen(accountId);
    if (!hasCurrency(currencyId)) {
      throw new IllegalStateException("currency must be listed, was " + currencyId);
    }
    if (!fitsCash(accountId, currencyId, amountMicros)) {
      throw new ArithmeticException(
          "cash and deposits of account "
              + accountId
              + " must stay within ±2^62 micros, moved "
              + amountMicros);
    }
    Balance balance = balance(accountId, currencyId);
    balance.cashMicros += amountMicros;
    balance.depositsMicros += amountMicros;
    forget(accountId);
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
    return accountId == MARKET
        || (isOpen(accountId)
            && hasListing(instrumentId)
            && booking(side)
                .fits(accountId, listing(instrumentId), side, priceTicks, lots, feeMicros));
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
      requireOpen(accountId);
      Booking booking = booking(side);
      if (!booking.isOf(accountId, instrumentId, side, priceTicks, lots, feeMicros)
          && !booking.fits(accountId, listing, side, priceTicks, lots, feeMicros)) {
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
      booking.commit(listing.begin(accountId), listing.currency.balance(accountId));
      forget(accountId);
    }
    listing.markTicks = priceTicks;
  }

  private Booking booking(Side side) {
    return side == Side.BUY ? buying : selling;
  }

  private void forget(int changedAccount) {
    buying.forget(changedAccount);
    selling.forget(changedAccount);
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
    return balance(accountId, currencyId).cashMicros;
  }

  /// {@return deposits less withdrawals}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  public long depositsMicros(int accountId, int currencyId) {
    return balance(accountId, currencyId).depositsMicros;
  }

  /// {@return cash plus positions at their marks}
  ///
  /// @param accountId the account
  /// @param currencyId the currency
  /// @throws ArithmeticException when it, or the value of one position, does not fit a `long`
  public long equityMicros(int accountId, int currencyId) {
    return balance(accountId, currencyId).equityMicros();
  }

  /// {@return the position in lots}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long netLots(int accountId, int instrumentId) {
    return holding(accountId, instrumentId).netLots;
  }

  /// {@return what the open part cost}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long openCostMicros(int accountId, int instrumentId) {
    return holding(accountId, instrumentId).openCostMicros;
  }

  /// {@return profit of what was closed}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long realisedMicros(int accountId, int instrumentId) {
    return holding(accountId, instrumentId).realisedMicros;
  }

  /// {@return fees paid}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  public long feesMicros(int accountId, int instrumentId) {
    return holding(accountId, instrumentId).feesMicros;
  }

  /// {@return the value at the mark less the open cost}
  ///
  /// @param accountId the account
  /// @param instrumentId the instrument
  /// @throws ArithmeticException when it does not fit a `long`
  public long unrealisedMicros(int accountId, int instrumentId) {
    return holding(accountId, instrumentId).unrealisedMicros();
  }

  /// {@return the last price; 0 when there is none}
  ///
  /// @param instrumentId the instrument
  public long markTicks(int instrumentId) {
    return listing(instrumentId).markTicks;
  }

  int currencies() {
    return currencyCount;
  }

  int listings() {
    return listingCount;
  }

  int accounts() {
    return accountCount;
  }

  Listing listing(int instrumentId) {
    return ById.get(listings, instrumentId);
  }

  Balance balance(int accountId, int currencyId) {
    return currency(currencyId).balance(accountId);
  }

  private Currency currency(int currencyId) {
    return ById.get(currencies, currencyId);
  }

  private Holding holding(int accountId, int instrumentId) {
    return listing(instrumentId).holding(accountId);
  }

  private Listing listed(int instrumentId) {
    if (!hasListing(instrumentId)) {
      throw new IllegalStateException("instrument must be listed, was " + instrumentId);
    }
    return listing(instrumentId);
  }

  private void requireOpen(int accountId) {
    if (!isOpen(accountId)) {
      throw new IllegalStateException("account must be open, was " + accountId);
    }
  }

  private boolean isOpen(int accountId) {
    return accountId > MARKET && accountId <= accountCount;
  }

  private boolean hasCurrency(int currencyId) {
    return currencyId >= 1 && currencyId <= currencyCount;
  }

  boolean hasListing(int instrumentId) {
    return instrumentId >= 1 && instrumentId <= listingCount;
  }
}
