package trading.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Side;

/// One instrument of the naive twin: a list of what rests, in the order of its coming.
final class NaiveMarket {

  /// What rests; without an order it is the market's own quote.
  static final class Resting {
    final Optional<NaiveOrder> order;
    final Side side;
    final long priceTicks;
    long lots;

    Resting(Optional<NaiveOrder> order, Side side, long priceTicks, long lots) {
      this.order = order;
      this.side = side;
      this.priceTicks = priceTicks;
      this.lots = lots;
    }
  }

  final int id;
  final Instrument instrument;
  final String currency;
  final Matching matching;
  final List<Resting> resting = new ArrayList<>();

  /// Orders that wait for the next open, in the order of their coming.
  final List<NaiveOrder> waiting = new ArrayList<>();

  /// Every order in the instrument that is not final yet.
  final List<NaiveOrder> open = new ArrayList<>();

  long openTicks;
  long lastTicks;

  NaiveMarket(int id, Instrument instrument, Matching matching) {
    this.id = id;
    this.instrument = instrument;
    this.currency = instrument.currency();
    this.matching = matching;
  }

  boolean isClosed() {
    return matching == Matching.BARS && openTicks == 0;
  }

  /// {@return the best of a side, the oldest among equals}
  Optional<Resting> best(Side side) {
    Resting best = null;
    for (Resting each : resting) {
      boolean better =
          best == null
              || (side == Side.BUY && each.priceTicks > best.priceTicks)
              || (side == Side.SELL && each.priceTicks < best.priceTicks);
      if (each.side == side && better) {
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /// {@return the best price of a side; 0 for none}
  long bestTicks(Side side) {
    return best(side).map(each -> each.priceTicks).orElse(0L);
  }

  /// {@return what stands on a side, in the order in which it would trade}
  List<Resting> ranked(Side side) {
    return resting.stream()
        .filter(each -> each.side == side)
        .sorted((a, b) -> Long.compare(b.priceTicks, a.priceTicks) * side.sign())
        .toList();
  }

  void rest(NaiveOrder order) {
    resting.add(new Resting(Optional.of(order), order.side, order.limitTicks, order.shown()));
  }

  boolean rests(NaiveOrder order) {
    return resting.stream().anyMatch(each -> isOf(order, each));
  }

  void remove(NaiveOrder order) {
    resting.removeIf(each -> isOf(order, each));
  }

  /// An order that rests has traded: what it shows gets less, and anew when nothing is left of it.
  void traded(NaiveOrder order, long lots) {
    for (Resting each : List.copyOf(resting)) {
      if (isOf(order, each)) {
        each.lots -= lots;
        if (each.lots == 0) {
          resting.remove(each);
          if (order.left() > 0) {
            rest(order);
          }
        }
      }
    }
  }

  /// An order that may rest has got smaller: from its hidden part first.
  void shrink(NaiveOrder order) {
    for (Resting each : resting) {
      if (isOf(order, each)) {
        each.lots = Math.min(each.lots, order.left());
      }
    }
  }

  void withdrawQuote() {
    resting.removeIf(each -> each.order.isEmpty());
  }

  /// {@return the orders that wait for a price}
  List<NaiveOrder> waitingForPrice() {
    return open.stream().filter(NaiveOrder::waitsForPrice).toList();
  }

  /// A price has come: each order that waits keeps the lowest and the highest.
  void price(long ticks) {
    lastTicks = ticks;
    for (NaiveOrder order : waitingForPrice()) {
      order.lowTicks = order.lowTicks == 0 ? ticks : Math.min(order.lowTicks, ticks);
      order.highTicks = Math.max(order.highTicks, ticks);
    }
  }

  /// What came before is forgotten.
  void onlyLastPrice() {
    for (NaiveOrder order : waitingForPrice()) {
      order.lowTicks = lastTicks;
      order.highTicks = lastTicks;
    }
  }

  BigInteger micros(long priceTicks, long lots) {
    return BigInteger.valueOf(priceTicks)
        .multiply(BigInteger.valueOf(lots))
        .multiply(BigInteger.valueOf(instrument.tickValueMicros()));
  }

  private static boolean isOf(NaiveOrder order, Resting each) {
    return each.order.isPresent() && each.order.get() == order;
  }
}
