package trading.risk;

import java.util.Arrays;
import trading.api.spi.LedgerView;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The highest profit that each account has had, by currency: what drawdowns are measured from.
///
/// Profit is equity − deposits + withdrawals, looked at after every event that moves a price or
/// trades. A price that moves takes time in proportion to the accounts that hold its instrument, no
/// matter what else they hold: each account's equity is kept and moved by the value of that one
/// position. What does not fit a `long` on this way is asked of the ledger.
// Hot: engine only; allocates nothing once warm.
final class Peaks {
  /// Stands for equity, or a highest profit, that did not fit a `long`.
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final LongGrid highest = new LongGrid();

  /// Equity as the ledger has it; not part of the state.
  private final LongGrid equities = new LongGrid();

  /// Marks as `equities` has them, by instrument id; not part of the state.
  private long[] marks = {};

  /// {@return the highest equity, as if deposits less withdrawals had always been what they are
  /// now}
  ///
  /// @throws ArithmeticException when it does not fit, or once equity did not
  long peakEquityMicros(LedgerView ledger, int accountId, int currencyId) {
    long profit = highest.get(accountId, currencyId);
    if (profit == UNKNOWN) {
      throw new ArithmeticException("equity did not fit a long, so its peak is not known");
    }
    return Math.addExact(profit, ledger.depositsMicros(accountId, currencyId));
  }

  /// Begins with a peak of which there were no events.
  void begin(int accountId, int currencyId, long highestProfitMicros) {
    highest.set(accountId, currencyId, highestProfitMicros);
  }

  /// Asks the ledger for an account's equity.
  void refresh(LedgerView ledger, int accountId, int currencyId) {
    long equity = equity(ledger, accountId, currencyId);
    equities.set(accountId, currencyId, equity);
    raise(ledger, accountId, currencyId, equity);
  }

  /// Takes a price for known without moving anyone's equity.
  void mark(LedgerView ledger, int instrumentId) {
    if (instrumentId >= marks.length) {
      marks = Arrays.copyOf(marks, Math.max(instrumentId + 1, marks.length * 2));
    }
    marks[instrumentId] = ledger.markTicks(instrumentId);
  }

  /// Moves the equity of all who hold an instrument to its new price, but for one account.
  void moved(
      LedgerView ledger, int instrumentId, int except, Instruments instruments, IdLists holders) {
    long was = instrumentId < marks.length ? marks[instrumentId] : 0;
    mark(ledger, instrumentId);
    if (was == marks[instrumentId]) {
      return;
    }
    int currency = instruments.currencyId(instrumentId);
    long tickValue = instruments.tickValueMicros(instrumentId);
    for (int i = 0; i < holders.size(instrumentId); i++) {
      int account = holders.get(instrumentId, i);
      if (account != except) {
        long lots = ledger.netLots(account, instrumentId);
        long equity = equities.get(account, currency);
        move(ledger, account, currency, moved(equity, lots, was, marks[instrumentId], tickValue));
      }
    }
  }

  private void move(LedgerView ledger, int accountId, int currencyId, long equity) {
    if (equity == UNKNOWN) {
      refresh(ledger, accountId, currencyId);
    } else {
      equities.set(accountId, currencyId, equity);
      raise(ledger, accountId, currencyId, equity);
    }
  }

  void write(StateWriter out) {
    highest.write(out);
  }

  /// Fills empty peaks; equities and marks are still to be refreshed.
  void read(StateReader in) {
    highest.read(in);
  }

  /// Once equity did not fit, its peak is not known any more: whoever asks gets an error.
  private void raise(LedgerView ledger, int accountId, int currencyId, long equity) {
    long before = highest.get(accountId, currencyId);
    if (before == UNKNOWN) {
      return;
    }
    long profit =
        equity == UNKNOWN
            ? UNKNOWN
            : difference(equity, ledger.depositsMicros(accountId, currencyId));
    if (profit > before || profit == UNKNOWN) {
      highest.set(accountId, currencyId, profit);
    }
  }

  /// {@return equity with one position at another price; unknown when anything on the way to it
  /// does not fit}
  private static long moved(long equity, long lots, long was, long now, long tickValue) {
    if (equity == UNKNOWN) {
      return UNKNOWN;
    }
    try {
      long before = Math.multiplyExact(Math.multiplyExact(lots, was), tickValue);
      long after = Math.multiplyExact(Math.multiplyExact(lots, now), tickValue);
      return Math.addExact(equity, Math.subtractExact(after, before));
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private static long equity(LedgerView ledger, int accountId, int currencyId) {
    try {
      return ledger.equityMicros(accountId, currencyId);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }

  private static long difference(long equity, long deposits) {
    try {
      return Math.subtractExact(equity, deposits);
    } catch (ArithmeticException _) {
      return UNKNOWN;
    }
  }
}
