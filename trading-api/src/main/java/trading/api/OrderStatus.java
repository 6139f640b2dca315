package trading.api;

/// Where an order stands (FIX OrdStatus).
public enum OrderStatus {
  /// Accepted by the engine, not yet by the market: it waits for the next open.
  PENDING_NEW(false),
  /// On the market, or waiting for its price; nothing traded yet.
  NEW(false),
  /// On the market, part of it traded.
  PARTIALLY_FILLED(false),
  /// Traded in full.
  FILLED(true),
  /// Canceled; what had traded stays traded.
  CANCELED(true),
  /// Refused after it had been accepted to wait, for example by a risk rule at the open.
  REJECTED(true),
  /// Ended by its time in force, DAY or GTD; what had traded stays traded.
  EXPIRED(true),
  /// Held back until the order that it depends on trades.
  SUSPENDED(false),
  /// A cancel is under way at another venue; fills may still come in.
  PENDING_CANCEL(false);

  private final boolean terminal;

  OrderStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /// {@return whether nothing can happen to the order any more}
  public boolean isTerminal() {
    return terminal;
  }
}
