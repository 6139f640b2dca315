package trading.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trading.api.OrderRequest;
import trading.api.Side;

/// Cash and positions of the naive twin, by name, without bounds.
final class NaiveBooks {
  private static final BigInteger MAX_SUM = BigInteger.TWO.pow(62);
  private static final BigInteger MAX_CLOSED = BigInteger.TWO.pow(61);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private record Key(String account, String what) {}

  private final Map<Key, BigInteger> cash = new HashMap<>();
  private final Map<Key, Long> lots = new HashMap<>();
  private final long feeHundredths;

  NaiveBooks(long feeHundredths) {
    this.feeHundredths = feeHundredths;
  }

  BigInteger cash(String account, String currency) {
    return cash.getOrDefault(new Key(account, currency), BigInteger.ZERO);
  }

  long lots(String account, String symbol) {
    return lots.getOrDefault(new Key(account, symbol), 0L);
  }

  /// {@return the size of the position that an order of a side would bring nearer to 0}
  long lotsAgainst(String account, String symbol, Side side) {
    return Math.max(0, -lots(account, symbol) * side.sign());
  }

  void moveCash(String account, String currency, BigInteger micros) {
    cash.merge(new Key(account, currency), micros, BigInteger::add);
  }

  void moveLots(String account, String symbol, long by) {
    lots.merge(new Key(account, symbol), by, Long::sum);
  }

  boolean holds(String account, String currency, BigInteger moreMicros) {
    return cash(account, currency).add(moreMicros).abs().compareTo(MAX_SUM) < 0;
  }

  BigInteger fee(BigInteger notional) {
    return new BigDecimal(notional)
        .multiply(BigDecimal.valueOf(feeHundredths, 6))
        .setScale(0, RoundingMode.CEILING)
        .toBigInteger();
  }

  /// {@return whether an order and its account can hold a fill}
  boolean hold(NaiveOrder order, long priceTicks, long lots) {
    BigInteger notional = order.market.micros(priceTicks, lots);
    BigInteger fee = fee(notional);
    BigInteger filled = BigInteger.valueOf(order.filledMicros).add(notional);
    BigInteger fees = BigInteger.valueOf(order.feesMicros).add(fee);
    BigInteger moved = order.side == Side.BUY ? notional.negate() : notional;
    return notional.compareTo(MAX_LONG) <= 0
        && filled.compareTo(MAX_SUM) <= 0
        && fees.compareTo(MAX_SUM) <= 0
        && holds(order.request.account(), order.market.currency, moved.subtract(fee));
  }

  /// {@return the position that all the cash makes, had the present one been closed, less that one}
  ///
  /// Empty when the present one is worth too much to be closed at that price.
  Optional<BigInteger> allIn(NaiveMarket market, OrderRequest request, long priceTicks) {
    long held = lots(request.account(), request.symbol());
    BigInteger value = market.micros(priceTicks, held);
    if (value.abs().compareTo(MAX_CLOSED) > 0
        || market.micros(priceTicks, 1).compareTo(MAX_LONG) > 0) {
      return Optional.empty();
    }
    BigInteger closed = cash(request.account(), market.currency).add(value);
    if (held * request.side().sign() < 0) {
      closed = closed.subtract(fee(value.abs()));
    }
    BigInteger affordable = closed.max(BigInteger.ZERO).divide(market.micros(priceTicks, 1));
    return Optional.of(affordable.subtract(BigInteger.valueOf(held * request.side().sign())));
  }
}
