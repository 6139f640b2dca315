package trading.risk;

import java.util.Arrays;
import trading.api.spi.LedgerView;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The highest profit that each account has had, by currency: what drawdowns are measured from.
///
/// Profit is equity − deposits + withdrawals, after every event that moves a price or trades. An
/// account that holds one instrument of a currency is looked at only when it trades, when its money
/// moves and when somebody asks: its equity follows that one price, so what it was in between is
/// found from the highest and lowest price since. Who holds several is looked at with every price
/// of each, which moves equity by that one position. What does not fit a `long` on this way is
/// asked of the ledger.
// Hot: engine only; allocates nothing once warm.
final class Peaks {
  private static final Purse[] NO_ROW = {};

  private final Instruments instruments;

  private Purse[][] purses = {};

  /// By instrument id; not part of the state.
  private PriceRange[] ranges = {};

  /// Instruments by account that it holds; not part of the state.
  private final IdLists held = new IdLists();

  /// Accounts by instrument that hold it and others of its currency; not part of the state.
  private final IdLists several = new IdLists();

  Peaks(Instruments instruments) {
    this.instruments = instruments;
  }

  /// {@return the highest equity, as if deposits less withdrawals had always been what they are
  /// now}
  ///
  /// @throws ArithmeticException when it does not fit, or once equity did not
  long peakEquityMicros(LedgerView ledger, int accountId, int currencyId) {
    settle(accountId, currencyId);
    long profit = found(accountId, currencyId).highest;
    if (profit == Purse.UNKNOWN) {
      throw new ArithmeticException("equity did not fit a long, so its peak is not known");
    }
    return Math.addExact(profit, ledger.depositsMicros(accountId, currencyId));
  }

  /// Begins with a peak of which there were no events.
  void begin(int accountId, int currencyId, long highestProfitMicros) {
    begun(accountId, currencyId).highest = highestProfitMicros;
  }

  /// {@return the money of an account in an instrument's currency}
  Purse purse(int accountId, int instrumentId) {
    return begun(accountId, instruments.currencyId(instrumentId));
  }

  /// Takes all prices until now into account, for an account that is about to change.
  void settle(int accountId, int currencyId) {
    settle(found(accountId, currencyId));
  }

  /// Takes all prices until now into account, for an account that is about to change.
  void settle(Purse purse) {
    if (purse.holdings == 1 && purse.moment != ranges[purse.instrument].moment()) {
      settle(purse, ranges[purse.instrument]);
    }
  }

  private void settle(Purse purse, PriceRange range) {
    purse.raise(at(purse, range.highest(purse.moment)));
    purse.raise(at(purse, range.lowest(purse.moment)));
    purse.equity = at(purse, range.last());
    purse.mark = range.last();
    purse.moment = range.moment();
  }

  private long at(Purse purse, long mark) {
    return Purse.moved(
        purse.equity, purse.lots, purse.mark, mark, instruments.tickValueMicros(purse.instrument));
  }

  /// Notes that an account begins or ceases to hold an instrument; to be looked at then.
  void hold(int accountId, int instrumentId, boolean holds) {
    int currency = instruments.currencyId(instrumentId);
    Purse purse = begun(accountId, currency);
    held.set(accountId, instrumentId, holds);
    purse.holdings += holds ? 1 : -1;
    several.set(instrumentId, accountId, holds && purse.holdings > 1);
    if (purse.holdings == (holds ? 2 : 1)) {
      several.set(holds ? purse.instrument : only(accountId, currency), accountId, holds);
    }
    if (purse.holdings == 1) {
      purse.instrument = only(accountId, currency);
    }
  }

  private int only(int accountId, int currencyId) {
    int index = 0;
    while (instruments.currencyId(held.get(accountId, index)) != currencyId) {
      index++;
    }
    return held.get(accountId, index);
  }

  /// Asks the ledger for an account's equity; it was settled before it changed.
  void look(LedgerView ledger, int accountId, int currencyId) {
    look(ledger, begun(accountId, currencyId), accountId, currencyId);
  }

  /// Asks the ledger for an account's equity; it was settled before it changed.
  void look(LedgerView ledger, Purse purse, int accountId, int currencyId) {
    purse.equity = equity(ledger, accountId, currencyId);
    purse.deposits = ledger.depositsMicros(accountId, currencyId);
    if (purse.holdings == 1) {
      PriceRange range = range(purse.instrument);
      purse.lots = ledger.netLots(accountId, purse.instrument);
      purse.mark = range.last();
      purse.moment = range.moment();
    }
    purse.raise(purse.equity);
  }

  /// Takes a price for known without moving anyone's equity.
  void mark(LedgerView ledger, int instrumentId) {
    PriceRange range = range(instrumentId);
    if (range.last() != ledger.markTicks(instrumentId)) {
      range.forget();
      range.add(ledger.markTicks(instrumentId));
    }
  }

  /// Moves the equity of all who hold an instrument to its new price, but for one account, which is
  /// to be looked at.
  void moved(LedgerView ledger, int instrumentId, int except) {
    PriceRange range = range(instrumentId);
    long was = range.last();
    long mark = ledger.markTicks(instrumentId);
    if (was == mark) {
      return;
    }
    if (range.isFull()) {
      settleAll(instrumentId);
      range.forget();
    }
    range.add(mark);
    for (int i = 0; i < several.size(instrumentId); i++) {
      int account = several.get(instrumentId, i);
      if (account != except) {
        move(ledger, account, instrumentId, was, mark);
      }
    }
  }

  private void settleAll(int instrumentId) {
    int currency = instruments.currencyId(instrumentId);
    for (int account = 0; account < purses.length; account++) {
      if (found(account, currency).instrument == instrumentId) {
        settle(account, currency);
      }
    }
  }

  private void move(LedgerView ledger, int accountId, int instrumentId, long was, long mark) {
    int currency = instruments.currencyId(instrumentId);
    Purse purse = found(accountId, currency);
    long lots = ledger.netLots(accountId, instrumentId);
    long tickValue = instruments.tickValueMicros(instrumentId);
    long moved = Purse.moved(purse.equity, lots, was, mark, tickValue);
    if (moved == Purse.UNKNOWN) {
      look(ledger, accountId, currency);
    } else {
      purse.equity = moved;
      purse.raise(moved);
    }
  }

  /// Writes what is not 0, by account and currency, as a [LongGrid] does.
  void write(StateWriter out) {
    out.putLong(
        Arrays.stream(purses)
            .flatMap(Arrays::stream)
            .filter(each -> settledHighest(each) != 0)
            .count());
    for (int account = 0; account < purses.length; account++) {
      for (int currency = 0; currency < purses[account].length; currency++) {
        if (purses[account][currency].highest != 0) {
          out.putLong(account);
          out.putLong(currency);
          out.putLong(purses[account][currency].highest);
        }
      }
    }
  }

  private long settledHighest(Purse purse) {
    settle(purse);
    return purse.highest;
  }

  /// Fills empty peaks; what is held and its prices are still to be told.
  void read(StateReader in) {
    for (long left = in.takeLong(); left > 0; left--) {
      int account = Math.toIntExact(in.takeLong());
      begin(account, Math.toIntExact(in.takeLong()), in.takeLong());
    }
  }

  private PriceRange range(int instrumentId) {
    if (instrumentId >= ranges.length) {
      int old = ranges.length;
      ranges = Arrays.copyOf(ranges, Math.max(instrumentId + 1, old * 2));
      Arrays.fill(ranges, old, ranges.length, PriceRange.NONE);
    }
    if (ranges[instrumentId] == PriceRange.NONE) {
      ranges[instrumentId] = new PriceRange();
    }
    return ranges[instrumentId];
  }

  private Purse found(int accountId, int currencyId) {
    return accountId < purses.length && currencyId < purses[accountId].length
        ? purses[accountId][currencyId]
        : Purse.EMPTY;
  }

  private Purse begun(int accountId, int currencyId) {
    if (accountId >= purses.length) {
      int old = purses.length;
      purses = Arrays.copyOf(purses, Math.max(accountId + 1, old * 2));
      Arrays.fill(purses, old, purses.length, NO_ROW);
    }
    Purse[] row = purses[accountId];
    if (currencyId >= row.length) {
      Purse[] longer = Arrays.copyOf(row, currencyId + 1);
      for (int i = row.length; i < longer.length; i++) {
        longer[i] = new Purse();
      }
      purses[accountId] = longer;
    }
    return purses[accountId][currencyId];
  }

  private static long equity(LedgerView ledger, int accountId, int currencyId) {
    try {
      return ledger.equityMicros(accountId, currencyId);
    } catch (ArithmeticException _) {
      return Purse.UNKNOWN;
    }
  }
}
