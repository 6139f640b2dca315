package trading.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import trading.api.Liquidity;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.event.Event;

/// How orders meet in the naive twin.
final class NaiveTrading {
  private static final BigInteger MAX_SUM = BigInteger.TWO.pow(62);
  private static final BigInteger MAX_CLOSED = BigInteger.TWO.pow(61);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private final NaiveTape tape;
  private final NaiveBooks books;
  private final long feeHundredths;
  private long trades;

  NaiveTrading(NaiveTape tape, NaiveBooks books, long feeHundredths) {
    this.tape = tape;
    this.books = books;
    this.feeHundredths = feeHundredths;
  }

  void quoteSide(NaiveMarket market, Side side, long priceTicks, long lots) {
    long left = lots;
    while (left > 0) {
      Optional<NaiveMarket.Resting> met =
          market.best(side.opposite()).filter(m -> (priceTicks - m.priceTicks) * side.sign() >= 0);
      if (met.isEmpty()) {
        market.resting.add(new NaiveMarket.Resting(Optional.empty(), side, priceTicks, left));
        return;
      }
      NaiveOrder maker = met.get().order.orElseThrow();
      long traded = Math.min(left, maker.left());
      if (bookable(market, maker, met.get().priceTicks, traded)) {
        trades++;
        fill(market, maker, met.get().priceTicks, traded, Liquidity.MAKER);
        left -= traded;
      } else {
        cancel(market, maker, Reason.LEDGER_FULL);
      }
    }
  }

  void tradeAtOpen(NaiveMarket market, NaiveOrder order) {
    if (order.takes(market.openTicks)) {
      tradeWhole(market, order, market.openTicks, Liquidity.AUCTION);
    }
    restOrCancel(market, order);
  }

  /// Trades what rests and was reached, bids first: at one price, or each at its own limit.
  void tradeResting(NaiveMarket market, long lowTicks, long highTicks, Optional<Long> priceTicks) {
    for (Side side : List.of(Side.BUY, Side.SELL)) {
      long reached = side == Side.BUY ? lowTicks : highTicks;
      Optional<NaiveMarket.Resting> best = market.best(side);
      while (best.isPresent() && best.get().order.orElseThrow().takes(reached)) {
        NaiveOrder order = best.get().order.orElseThrow();
        Liquidity part = priceTicks.isPresent() ? Liquidity.AUCTION : Liquidity.MAKER;
        tradeWhole(market, order, priceTicks.orElse(best.get().priceTicks), part);
        best = market.best(side);
      }
    }
  }

  private void tradeWhole(NaiveMarket market, NaiveOrder order, long priceTicks, Liquidity part) {
    if (bookable(market, order, priceTicks, order.left())) {
      trades++;
      fill(market, order, priceTicks, order.left(), part);
    } else {
      cancel(market, order, Reason.LEDGER_FULL);
    }
  }

  void tradeWithBook(NaiveMarket market, NaiveOrder taker) {
    Side other = taker.request.side().opposite();
    Optional<NaiveMarket.Resting> met = market.best(other);
    while (taker.left() > 0 && met.isPresent() && taker.takes(met.get().priceTicks)) {
      NaiveMarket.Resting resting = met.get();
      long traded = Math.min(taker.left(), resting.lots);
      long price = resting.priceTicks;
      if (resting.order.map(maker -> maker.accountId == taker.accountId).orElse(false)) {
        cancel(market, taker, Reason.SELF_TRADE);
        return;
      }
      if (resting.order.isPresent() && !bookable(market, resting.order.get(), price, traded)) {
        cancel(market, resting.order.get(), Reason.LEDGER_FULL);
      } else if (!bookable(market, taker, price, traded)) {
        cancel(market, taker, Reason.LEDGER_FULL);
        return;
      } else {
        trades++;
        if (resting.order.isPresent()) {
          fill(market, resting.order.get(), price, traded, Liquidity.MAKER);
        } else {
          resting.lots -= traded;
          market.resting.removeIf(each -> each.lots == 0);
        }
        fill(market, taker, price, traded, Liquidity.TAKER);
      }
      met = market.best(other);
    }
    restOrCancel(market, taker);
  }

  private void restOrCancel(NaiveMarket market, NaiveOrder order) {
    if (order.status.isTerminal()) {
      return;
    }
    if (order.request.type() == OrderType.MARKET) {
      cancel(market, order, Reason.NO_LIQUIDITY);
    } else if (order.request.timeInForce() == TimeInForce.IOC) {
      cancel(market, order, Reason.IMMEDIATE_OR_CANCEL);
    } else {
      market.resting.add(
          new NaiveMarket.Resting(
              Optional.of(order), order.request.side(), order.request.limitTicks(), order.left()));
    }
  }

  void cancel(NaiveMarket market, NaiveOrder order, Reason reason) {
    market.remove(order);
    order.status = OrderStatus.CANCELED;
    order.updatedNanos = tape.now();
    order.reason = Optional.of(reason);
    tape.add(
        new Event.OrderCanceled(
            tape.next(),
            tape.now(),
            order.id,
            order.accountId,
            market.id,
            order.request.side(),
            order.left(),
            reason));
  }

  private void fill(
      NaiveMarket market, NaiveOrder order, long priceTicks, long lots, Liquidity part) {
    BigInteger notional = market.micros(priceTicks, lots);
    BigInteger fee = fee(notional);
    int sign = order.request.side().sign();
    order.filledLots += lots;
    order.filledMicros += notional.longValueExact();
    order.feesMicros += fee.longValueExact();
    order.status = order.left() == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    order.updatedNanos = tape.now();
    for (NaiveMarket.Resting each : market.resting) {
      if (each.order.isPresent() && each.order.get() == order) {
        each.lots -= lots;
      }
    }
    market.resting.removeIf(each -> each.lots == 0);
    String account = order.request.account();
    BigInteger paid = notional.multiply(BigInteger.valueOf(sign)).add(fee);
    books.moveCash(account, market.currency, paid.negate());
    books.moveLots(account, market.instrument.symbol(), lots * sign);
    tape.add(
        new Event.OrderFilled(
            tape.next(),
            tape.now(),
            order.id,
            trades,
            order.accountId,
            market.id,
            order.request.side(),
            priceTicks,
            lots,
            order.left(),
            fee.longValueExact(),
            part));
  }

  private boolean bookable(NaiveMarket market, NaiveOrder order, long priceTicks, long lots) {
    BigInteger notional = market.micros(priceTicks, lots);
    BigInteger fee = fee(notional);
    BigInteger filled = BigInteger.valueOf(order.filledMicros).add(notional);
    BigInteger fees = BigInteger.valueOf(order.feesMicros).add(fee);
    BigInteger moved = order.request.side() == Side.BUY ? notional.negate() : notional;
    return notional.compareTo(MAX_LONG) <= 0
        && filled.compareTo(MAX_SUM) <= 0
        && fees.compareTo(MAX_SUM) <= 0
        && books.holds(order.request.account(), market.currency, moved.subtract(fee));
  }

  private BigInteger fee(BigInteger notional) {
    return new BigDecimal(notional)
        .multiply(BigDecimal.valueOf(feeHundredths, 6))
        .setScale(0, RoundingMode.CEILING)
        .toBigInteger();
  }

  /// {@return the position that all the cash makes, had the present one been closed, less that one}
  ///
  /// Empty when the present one is worth too much to be closed at that price.
  Optional<BigInteger> allIn(NaiveMarket market, OrderRequest request, long priceTicks) {
    long held = books.lots(request.account(), request.symbol());
    BigInteger value = market.micros(priceTicks, held);
    if (value.abs().compareTo(MAX_CLOSED) > 0
        || market.micros(priceTicks, 1).compareTo(MAX_LONG) > 0) {
      return Optional.empty();
    }
    BigInteger closed = books.cash(request.account(), market.currency).add(value);
    if (held * request.side().sign() < 0) {
      closed = closed.subtract(fee(value.abs()));
    }
    BigInteger affordable = closed.max(BigInteger.ZERO).divide(market.micros(priceTicks, 1));
    return Optional.of(affordable.subtract(BigInteger.valueOf(held * request.side().sign())));
  }
}
