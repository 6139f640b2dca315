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
  final List<Resting> resting = new ArrayList<>();
  final List<NaiveOrder> waiting = new ArrayList<>();
  long openTicks;

  NaiveMarket(int id, Instrument instrument) {
    this.id = id;
    this.instrument = instrument;
    this.currency = instrument.currency();
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

  void remove(NaiveOrder order) {
    resting.removeIf(each -> each.order.isPresent() && each.order.get() == order);
  }

  void withdrawQuote() {
    resting.removeIf(each -> each.order.isEmpty());
  }

  BigInteger micros(long priceTicks, long lots) {
    return BigInteger.valueOf(priceTicks)
        .multiply(BigInteger.valueOf(lots))
        .multiply(BigInteger.valueOf(instrument.tickValueMicros()));
  }
}
