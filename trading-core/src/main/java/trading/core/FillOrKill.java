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

  /// What has still to be found.
  private long needed;

  FillOrKill(OrderTable orders, OrderChanges changes, Registry names) {
    this.orders = orders;
    this.changes = changes;
    this.names = names;
  }

  /// {@return whether what rests on the other side surely fills it}
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
      boolean mayTrade =
          Matcher.crosses(side, limit, price)
              && canBook(market, taker, taker, price, Liquidity.TAKER);
      if (!mayTrade || !count(market, level, taker, price)) {
        return false;
      }
      if (needed <= 0) {
        return true;
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

  /// Takes what stands at a price off what is needed. What an iceberg hides comes behind all that
  /// stands there, so behind an order of the taker's own, too.
  ///
  /// @return false when an order of its own ends the count before there is enough
  private boolean count(Market market, int level, long taker, long priceTicks) {
    SlotBook book = market.book();
    BookMemory memory = book.memory();
    long hidden = 0;
    for (int slot = memory.next(level); slot != level && needed > 0; slot = memory.next(slot)) {
      long maker = book.orderId(slot);
      if (maker == Market.MARKET_ORDER) {
        needed -= book.lots(slot);
      } else if (book.owner(slot) == orders.account(taker)) {
        if (names.selfTrade(book.owner(slot)) != SelfTradePrevention.CANCEL_OLDEST) {
          return false;
        }
      } else if (!mayShrink(maker) && canBook(market, taker, maker, priceTicks, Liquidity.MAKER)) {
        needed -= book.lots(slot);
        hidden = Math.min(needed, hidden + orders.remaining(maker) - book.lots(slot));
      }
    }
    needed -= Math.max(0, hidden);
    return true;
  }

  /// {@return whether an account could take twice all of an order at a price: then its books hold
  /// any part of it, in any number of fills between such prices, where fees grow with the value and
  /// are but rounded}
  private boolean canBook(
      Market market, long taker, long orderId, long priceTicks, Liquidity part) {
    long twice = 2 * orders.remaining(taker);
    return changes.feeIfItFits(market, orderId, priceTicks, twice, part)
        != OrderChanges.DOES_NOT_FIT;
  }

  /// {@return whether an order may lose quantity by another's trade}
  private boolean mayShrink(long orderId) {
    return orders.isReduceOnly(orderId)
        || (!orders.isPlain(orderId) && orders.term(orderId, TermsTable.SIBLING) != 0);
  }
}
