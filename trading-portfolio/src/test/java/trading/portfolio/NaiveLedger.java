package trading.portfolio;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.Side;

/// The ledger's rules once more, slow and plain, in numbers without bounds.
final class NaiveLedger {
  private static final BigInteger BOUND = BigInteger.TWO.pow(62);

  private final Map<Integer, BigInteger> tickValues = new TreeMap<>();
  private final Map<Integer, Integer> currencies = new TreeMap<>();
  private final Map<Integer, BigInteger> marks = new TreeMap<>();
  private final Map<Key, BigInteger> cash = new TreeMap<>();
  private final Map<Key, BigInteger> deposits = new TreeMap<>();
  private final Map<Key, Held> positions = new TreeMap<>();

  record Key(int account, int thing) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return account == other.account ? thing - other.thing : account - other.account;
    }
  }

  record Held(BigInteger net, BigInteger openCost, BigInteger realised, BigInteger fees) {
    static final Held NOTHING =
        new Held(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  void list(int instrument, int currency, long tickValueMicros) {
    tickValues.put(instrument, big(tickValueMicros));
    currencies.put(instrument, currency);
  }

  boolean move(int account, int currency, long amount) {
    Key key = new Key(account, currency);
    BigInteger newCash = cash(key).add(big(amount));
    BigInteger newDeposits = deposits(key).add(big(amount));
    if (!allBounded(List.of(big(amount), newCash, newDeposits))) {
      return false;
    }
    cash.put(key, newCash);
    deposits.put(key, newDeposits);
    return true;
  }

  /// Books a fill, or answers false and leaves everything as it is.
  boolean fill(int account, int instrument, Side side, long price, long lots, long fee) {
    Key key = new Key(account, instrument);
    Key money = new Key(account, currencies.get(instrument));
    BigInteger signed = big(side.sign() * lots);
    BigInteger notional = signed.multiply(big(price)).multiply(tickValues.get(instrument));
    Held before = held(key);
    Held after = after(before, signed, big(price).multiply(tickValues.get(instrument)), big(fee));
    BigInteger newCash = cash(money).subtract(notional).subtract(big(fee));

    List<BigInteger> all =
        new ArrayList<>(
            List.of(notional, newCash, after.openCost, after.realised, after.fees, big(fee)));
    positions.put(key, after);
    all.addAll(sums(account, money.thing));
    if (!allBounded(all)) {
      positions.put(key, before);
      return false;
    }
    cash.put(money, newCash);
    marks.put(instrument, big(price));
    return true;
  }

  private static Held after(Held before, BigInteger signed, BigInteger perLot, BigInteger fee) {
    BigInteger open = before.openCost;
    BigInteger realised = before.realised;
    BigInteger opening = signed;
    if (before.net.signum() * signed.signum() < 0) {
      BigInteger closed = before.net.abs().min(signed.abs());
      BigInteger cost = open.multiply(closed).divide(before.net.abs());
      BigInteger out = closed.multiply(big(before.net.signum()));
      opening = signed.add(out);
      open = open.subtract(cost);
      realised = realised.add(out.multiply(perLot)).subtract(cost);
    }
    return new Held(
        before.net.add(signed), open.add(opening.multiply(perLot)), realised, before.fees.add(fee));
  }

  private List<BigInteger> sums(int account, int currency) {
    BigInteger open = BigInteger.ZERO;
    BigInteger realised = BigInteger.ZERO;
    BigInteger fees = BigInteger.ZERO;
    for (Map.Entry<Key, Held> each : positions.entrySet()) {
      if (each.getKey().account == account
          && currencies.get(each.getKey().thing).equals(currency)) {
        open = open.add(each.getValue().openCost);
        realised = realised.add(each.getValue().realised);
        fees = fees.add(each.getValue().fees);
      }
    }
    return List.of(open, realised, fees);
  }

  void mark(int instrument, long ticks) {
    marks.put(instrument, big(ticks));
  }

  int currency(int instrument) {
    return currencies.get(instrument);
  }

  BigInteger cash(Key key) {
    return cash.getOrDefault(key, BigInteger.ZERO);
  }

  BigInteger deposits(Key key) {
    return deposits.getOrDefault(key, BigInteger.ZERO);
  }

  Held held(Key key) {
    return positions.getOrDefault(key, Held.NOTHING);
  }

  BigInteger value(Key key) {
    return held(key)
        .net
        .multiply(tickValues.get(key.thing))
        .multiply(marks.getOrDefault(key.thing, BigInteger.ZERO));
  }

  /// Cash plus positions; empty when it or one position's value does not fit a long.
  Optional<Long> equity(int account, int currency) {
    BigInteger sum = cash(new Key(account, currency));
    for (Key key : positions.keySet()) {
      if (key.account == account && currencies.get(key.thing).equals(currency)) {
        if (value(key).bitLength() > 63) {
          return Optional.empty();
        }
        sum = sum.add(value(key));
      }
    }
    return sum.bitLength() > 63 ? Optional.empty() : Optional.of(sum.longValueExact());
  }

  private static boolean allBounded(List<BigInteger> amounts) {
    return amounts.stream().allMatch(amount -> amount.abs().compareTo(BOUND) < 0);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
