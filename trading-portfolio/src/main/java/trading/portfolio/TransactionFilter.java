package trading.portfolio;

import java.util.Objects;
import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Side;

/// Which transactions are wanted; all that are asked for must hold.
///
/// @param symbol the instrument's symbol; empty for any
/// @param side the order's side; empty for both
/// @param fromNanos the first time that counts, nanoseconds since the epoch
/// @param toNanos the first time that counts no more
public record TransactionFilter(
    Optional<String> symbol, Optional<Side> side, long fromNanos, long toNanos) {

  /// Checks the times.
  ///
  /// @throws BadInputException when the end lies before the beginning
  public TransactionFilter {
    Objects.requireNonNull(symbol, "symbol");
    Objects.requireNonNull(side, "side");
    if (toNanos < fromNanos) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          "end of the transactions' time must be at least " + fromNanos + ", was " + toNanos);
    }
  }

  /// {@return a filter that takes all}
  public static TransactionFilter all() {
    return new TransactionFilter(
        Optional.empty(), Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /// {@return the same, one instrument only}
  ///
  /// @param newSymbol its symbol
  public TransactionFilter withSymbol(String newSymbol) {
    return new TransactionFilter(Optional.of(newSymbol), side, fromNanos, toNanos);
  }

  /// {@return the same, one side only}
  ///
  /// @param newSide the order's side
  public TransactionFilter withSide(Side newSide) {
    return new TransactionFilter(symbol, Optional.of(newSide), fromNanos, toNanos);
  }

  /// {@return the same, from one time on and before another}
  ///
  /// @param newFromNanos the first time that counts, nanoseconds since the epoch
  /// @param newToNanos the first time that counts no more; `Long.MAX_VALUE` for no end
  /// @throws BadInputException when the end lies before the beginning
  public TransactionFilter within(long newFromNanos, long newToNanos) {
    return new TransactionFilter(symbol, side, newFromNanos, newToNanos);
  }

  /// {@return whether a transaction is wanted}
  ///
  /// @param transaction the transaction
  public boolean takes(Transaction transaction) {
    return transaction.atNanos() >= fromNanos
        && (transaction.atNanos() < toNanos || toNanos == Long.MAX_VALUE)
        && (side.isEmpty() || side.get() == transaction.side())
        && (symbol.isEmpty() || symbol.get().equals(transaction.instrument().symbol()));
  }
}
