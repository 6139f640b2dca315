package trading.risk;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A stake for each account and instrument, begun when it is first needed; grows.
// Hot: engine only; allocates nothing once warm.
final class Stakes {
  private static final Stake[] NO_ROW = {};

  private final Peaks peaks;
  private Stake[][] rows = {};

  /// Begins without any.
  ///
  /// @param peaks where the purses are
  Stakes(Peaks peaks) {
    this.peaks = peaks;
  }

  /// {@return a stake to read}
  Stake get(int accountId, int instrumentId) {
    return accountId < rows.length && instrumentId < rows[accountId].length
        ? rows[accountId][instrumentId]
        : Stake.NONE;
  }

  /// {@return a stake to change}
  Stake begun(int accountId, int instrumentId) {
    Stake stake = get(accountId, instrumentId);
    return stake == Stake.NONE ? begin(accountId, instrumentId) : stake;
  }

  private Stake begin(int accountId, int instrumentId) {
    if (accountId >= rows.length) {
      int old = rows.length;
      rows = Arrays.copyOf(rows, Math.max(accountId + 1, old * 2));
      Arrays.fill(rows, old, rows.length, NO_ROW);
    }
    int old = rows[accountId].length;
    if (instrumentId >= old) {
      rows[accountId] = Arrays.copyOf(rows[accountId], Math.max(instrumentId + 1, old * 2));
      Arrays.fill(rows[accountId], old, rows[accountId].length, Stake.NONE);
    }
    Stake stake = new Stake(peaks.purse(accountId, instrumentId));
    rows[accountId][instrumentId] = stake;
    return stake;
  }

  /// Writes one number of each stake, as a [LongGrid] does.
  void write(StateWriter out, ToLongFunction<Stake> number) {
    out.putLong(
        Arrays.stream(rows)
            .flatMap(Arrays::stream)
            .filter(each -> number.applyAsLong(each) != 0)
            .count());
    for (int account = 0; account < rows.length; account++) {
      for (int instrument = 0; instrument < rows[account].length; instrument++) {
        long value = number.applyAsLong(rows[account][instrument]);
        if (value != 0) {
          out.putLong(account);
          out.putLong(instrument);
          out.putLong(value);
        }
      }
    }
  }

  /// Fills one number of empty stakes.
  void read(StateReader in, ObjLongConsumer<Stake> number) {
    for (long left = in.takeLong(); left > 0; left--) {
      int account = Math.toIntExact(in.takeLong());
      number.accept(begun(account, Math.toIntExact(in.takeLong())), in.takeLong());
    }
  }
}
