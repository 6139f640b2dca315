package trading.api;

import java.util.Objects;
import java.util.Optional;

/// Which open orders to cancel (FIX OrderMassCancelRequest).
///
/// A strategy trades an account of its own: its orders are that account's.
///
/// @param account orders of this account only
/// @param symbol orders in this instrument only
public record CancelScope(Optional<String> account, Optional<String> symbol) {
  /// Checks that nothing is missing.
  public CancelScope {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(symbol, "symbol");
  }

  /// {@return every open order}
  public static CancelScope everything() {
    return new CancelScope(Optional.empty(), Optional.empty());
  }

  /// {@return every open order of an account}
  ///
  /// @param account the account
  public static CancelScope ofAccount(String account) {
    return new CancelScope(Optional.of(account), Optional.empty());
  }

  /// {@return every open order in an instrument, whoever's}
  ///
  /// @param symbol the instrument's symbol
  public static CancelScope inSymbol(String symbol) {
    return new CancelScope(Optional.empty(), Optional.of(symbol));
  }

  /// {@return the same, in one instrument only}
  ///
  /// @param newSymbol the instrument's symbol
  public CancelScope in(String newSymbol) {
    return new CancelScope(account, Optional.of(newSymbol));
  }
}
