package trading.core;

import trading.api.OrderStatus;
import trading.api.Reason;

/// What the trades and the end of an order mean for the orders that are linked to it.
// Hot: engine only; allocates nothing once warm.
final class Links {
  private final OrderTable orders;
  private final OrderChanges changes;

  Links(OrderTable orders, OrderChanges changes) {
    this.orders = orders;
    this.changes = changes;
  }

  /// An order has traded: its sibling loses as much, unless it is still held back, and what depends
  /// on it is to be served.
  void traded(Market market, long orderId, long lots) {
    long sibling = orders.term(orderId, TermsTable.SIBLING);
    if (sibling != 0) {
      if (isOpen(sibling) && orders.status(sibling) != OrderStatus.SUSPENDED) {
        long by = Math.min(lots, orders.remaining(sibling));
        changes.reduce(market, sibling, by, Reason.LINKED_ORDER);
      }
    }
    leave(market, orderId);
    if (orders.term(orderId, TermsTable.DEPENDENTS) != 0
        && orders.term(orderId, TermsTable.QUEUED) == 0) {
      orders.setTerm(orderId, TermsTable.QUEUED, 1);
      market.tradedEntries().add(orderId);
    }
  }

  /// A bracket's stop or target was triggered or has traded: what is left of its entry is canceled.
  void leave(Market market, long orderId) {
    long entry = orders.term(orderId, TermsTable.ENTRY);
    boolean inBracket = entry != 0 && orders.term(orderId, TermsTable.SIBLING) != 0;
    if (inBracket && isOpen(entry)) {
      changes.cancel(market, entry, Reason.LINKED_ORDER);
    }
  }

  /// An order has ended: one that never traded takes along what depends on it.
  void ended(Market market, long orderId) {
    if (orders.get(orderId, OrderTable.FILLED_LOTS) != 0) {
      return;
    }
    long last = orderId + orders.term(orderId, TermsTable.DEPENDENTS);
    for (long id = orderId + 1; id <= last; id++) {
      if (isOpen(id)) {
        changes.cancel(market, id, Reason.LINKED_ORDER);
      }
    }
  }

  /// {@return the next order that an entry's trades let come on the market or grow, or 0}
  long nextDue(Market market) {
    IdQueue entries = market.tradedEntries();
    while (entries.size() > 0) {
      long entry = entries.get(0);
      long last = entry + orders.term(entry, TermsTable.DEPENDENTS);
      for (long id = entry + 1; id <= last; id++) {
        if (isOpen(id) && due(id) > 0) {
          return id;
        }
      }
      orders.setTerm(entry, TermsTable.QUEUED, 0);
      entries.removeFirst();
    }
    return 0;
  }

  /// {@return by how much more an order may work than it was granted so far, in lots}
  long due(long orderId) {
    if (orders.term(orderId, TermsTable.CUT) != 0) {
      return 0;
    }
    long filled = orders.get(orders.term(orderId, TermsTable.ENTRY), OrderTable.FILLED_LOTS);
    long wanted = orders.term(orderId, TermsTable.WANTED);
    return Math.min(wanted, filled) - orders.term(orderId, TermsTable.GRANTED);
  }

  /// Notes that an order got its share.
  ///
  /// @return its lots now; of one that was held back the lots that it comes on the market with,
  ///   which may be none
  long grant(long orderId) {
    long due = due(orderId);
    orders.setTerm(orderId, TermsTable.GRANTED, orders.term(orderId, TermsTable.GRANTED) + due);
    if (orders.status(orderId) != OrderStatus.SUSPENDED) {
      return orders.get(orderId, OrderTable.LOTS) + due;
    }
    long sibling = orders.term(orderId, TermsTable.SIBLING);
    return sibling == 0 ? due : due - orders.get(sibling, OrderTable.FILLED_LOTS);
  }

  private boolean isOpen(long orderId) {
    return !orders.status(orderId).isTerminal();
  }
}
