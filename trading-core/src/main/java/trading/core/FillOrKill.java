package trading.core;

import trading.api.Liquidity;
import trading.api.SelfTradePrevention;
import trading.api.Side;

/// Looks whether all of an order can trade at once.
// Hot: engine only; allocates nothing.
final class FillOrKill {
  private final OrderTable orders;
  private final OrderChanges changes;
  private final Registry names;
  private long needed;

  FillOrKill(OrderTable orders, OrderChanges changes, Registry names) {
    this.orders = orders;
    this.changes = changes;
    this.names = names;
  }

  /// {@return whether what rests on the other side fills it, as far as can be seen before the first
  /// trade}
  boolean canFill(Market market, long taker) {
    Side side = orders.side(taker);
    long limit = orders.get(taker, OrderTable.LIMIT_TICKS);
    BookMemory memory = market.book().memory();
    BookSide others = market.book().levels(side.opposite());
    needed = orders.remaining(taker);
    if (exceeds(market, taker)) {
      return false;
    }
    for (int level = others.bestLevel(); level != SlotBook.NONE; level = others.behind(level)) {
      long price = others.mirrored(memory.key(level));
      if (!Matcher.crosses(side, limit, price)) {
        return false;
      }
      for (int slot = memory.next(level); slot != level; slot = memory.next(slot)) {
        if (!count(market, slot, taker, price)) {
          return needed <= 0;
        }
      }
    }
    return false;
  }

  /// {@return whether an order may only reduce a position, and that is smaller}
  boolean exceeds(Market market, long orderId) {
    return orders.isReduceOnly(orderId)
        && orders.remaining(orderId)
            > changes.closable(market, orders.account(orderId), orders.side(orderId));
  }

  /// {@return whether to look on}
  private boolean count(Market market, int slot, long taker, long priceTicks) {
    SlotBook book = market.book();
    long maker = book.orderId(slot);
    if (maker == Market.MARKET_ORDER) {
      needed -= book.lots(slot);
    } else if (book.owner(slot) == orders.account(taker)) {
      return names.selfTrade(book.owner(slot)) == SelfTradePrevention.CANCEL_OLDEST;
    } else if (!mayShrink(maker)) {
      long lots = Math.min(needed, orders.remaining(maker));
      long fee = changes.feeIfItFits(market, maker, priceTicks, lots, Liquidity.MAKER);
      needed -= fee == OrderChanges.DOES_NOT_FIT ? 0 : lots;
    }
    return needed > 0;
  }

  /// {@return whether an order may lose quantity by another's trade}
  private boolean mayShrink(long orderId) {
    return orders.isReduceOnly(orderId)
        || (!orders.isPlain(orderId) && orders.term(orderId, TermsTable.SIBLING) != 0);
  }
}
