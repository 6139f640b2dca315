package trading.portfolio.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// Writes books in one canonical order and builds them again.
///
/// Order: the number of currencies; the instruments by id, each as currency, tick value, mark; the
/// accounts by id, each as cash and deposits by currency, then its positions by instrument id, each
/// as instrument, net lots, open cost, realised, fees. Lists begin with their length.
public final class Snapshot {
  private Snapshot() {}

  /// Writes books.
  ///
  /// @param books the books
  /// @param out where to
  public static void write(Books books, StateWriter out) {
    out.putLong(books.currencies());
    out.putLong(books.listings());
    for (int id = 1; id <= books.listings(); id++) {
      Listing listing = books.listing(id);
      out.putLong(listing.currency.currencyId);
      out.putLong(listing.tickValueMicros);
      out.putLong(listing.markTicks);
    }
    out.putLong(books.accounts());
    for (int id = 1; id <= books.accounts(); id++) {
      write(books, id, out);
    }
  }

  private static void write(Books books, int account, StateWriter out) {
    List<Holding> holdings = new ArrayList<>();
    for (int currency = 1; currency <= books.currencies(); currency++) {
      Balance balance = books.balance(account, currency);
      out.putLong(balance.cashMicros);
      out.putLong(balance.depositsMicros);
      for (Holding holding = balance.newest; holding != null; holding = holding.next) {
        holdings.add(holding);
      }
    }
    holdings.sort(Comparator.comparingInt(holding -> holding.listing.instrumentId));
    out.putLong(holdings.size());
    holdings.forEach(holding -> write(holding, out));
  }

  private static void write(Holding holding, StateWriter out) {
    out.putLong(holding.listing.instrumentId);
    out.putLong(holding.netLots);
    out.putLong(holding.openCostMicros);
    out.putLong(holding.realisedMicros);
    out.putLong(holding.feesMicros);
  }

  /// {@return the books that were written}
  ///
  /// @param in what [#write] wrote
  /// @throws IllegalStateException when the snapshot contradicts itself
  public static Books read(StateReader in) {
    Books books = new Books();
    int currencies = count(in);
    for (int id = 1; id <= currencies; id++) {
      books.listCurrency(id);
    }
    int listings = count(in);
    for (int id = 1; id <= listings; id++) {
      books.listInstrument(id, count(in), in.takeLong());
      books.mark(id, in.takeLong());
    }
    int accounts = count(in);
    for (int id = 1; id <= accounts; id++) {
      books.openAccount(id);
      read(books, id, in);
      requireEven(books, id);
    }
    return books;
  }

  private static void read(Books books, int account, StateReader in) {
    for (int currency = 1; currency <= books.currencies(); currency++) {
      Balance balance = books.balance(account, currency);
      balance.cashMicros = in.takeLong();
      balance.depositsMicros = in.takeLong();
    }
    int holdings = count(in);
    for (int i = 0; i < holdings; i++) {
      int instrumentId = count(in);
      if (!books.hasListing(instrumentId)) {
        throw new IllegalStateException(
            "snapshot's instruments must be listed, was " + instrumentId);
      }
      Listing listing = books.listing(instrumentId);
      Holding holding = listing.begin(account);
      holding.netLots = in.takeLong();
      holding.openCostMicros = in.takeLong();
      holding.realisedMicros = in.takeLong();
      holding.feesMicros = in.takeLong();
      listing.currency.balance(account).include(holding);
    }
  }

  private static void requireEven(Books books, int accountId) {
    for (int currency = 1; currency <= books.currencies(); currency++) {
      if (!books.balance(accountId, currency).isEven()) {
        throw new IllegalStateException(
            "snapshot's amounts of account "
                + accountId
                + " in currency "
                + currency
                + " must satisfy cash + open cost - realised + fees = deposits");
      }
    }
  }

  private static int count(StateReader in) {
    long value = in.takeLong();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalStateException("snapshot's counts and ids must be 0..2^31-1, was " + value);
    }
    return (int) value;
  }
}
