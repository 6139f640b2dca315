package trading.core;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.spi.Ledger;

/// Sizes all-in orders, see [trading.api.Sizing#ALL_IN].
// Hot: engine only; allocates nothing unless something is refused.
final class AllIn {
  private static final long TOO_LARGE = Long.MIN_VALUE;
  private static final long MAX_VALUE_MICROS = 1L << 61;

  private final Ledger ledger;
  private final OrderChanges changes;

  AllIn(Ledger ledger, OrderChanges changes) {
    this.ledger = ledger;
    this.changes = changes;
  }

  /// {@return the lots of an all-in order at a price; below 1 when there is nothing to trade}
  ///
  /// The fee of closing an opposite position is taken from the cash, the order's own fee is not.
  long lots(Market market, int accountId, Side side, long priceTicks) {
    long held = ledger.netLots(accountId, market.id());
    if (!DoorCheck.fits(priceTicks, Math.max(1, Math.abs(held)), market.tickValueMicros())) {
      return TOO_LARGE;
    }
    long lotMicros = priceTicks * market.tickValueMicros();
    long value = held * lotMicros;
    if (Math.abs(value) > MAX_VALUE_MICROS) {
      return TOO_LARGE;
    }
    long closed = ledger.cashMicros(accountId, market.currencyId()) + value;
    if (held != 0 && Long.signum(held) != side.sign()) {
      long fee = changes.fee(market, part(market), Math.abs(held), Math.abs(value));
      if (fee > MAX_VALUE_MICROS) {
        return TOO_LARGE;
      }
      closed -= fee;
    }
    long target = closed <= 0 ? 0 : closed / lotMicros;
    return target - held * side.sign();
  }

  private static Liquidity part(Market market) {
    return market.openTicks() == 0 ? Liquidity.TAKER : Liquidity.AUCTION;
  }

  /// {@return why an all-in order of that size cannot be taken, or empty}
  static Optional<Refusal> check(String symbol, long lots) {
    if (lots >= 1 && lots <= Instrument.MAX_LOTS) {
      return Optional.empty();
    }
    if (lots == TOO_LARGE) {
      return Optional.of(
          Refusal.of(
              Reason.NOTIONAL_TOO_LARGE,
              MAX_VALUE_MICROS,
              Long.MAX_VALUE,
              "the position in "
                  + symbol
                  + " must be worth, and cost to close, at most 2^61 micros"));
    }
    if (lots < 1) {
      return Optional.of(
          Refusal.of(
              Reason.ALL_IN_TOO_SMALL,
              1,
              lots,
              "all the cash must buy at least 1 lot of " + symbol + " more, bought " + lots));
    }
    return Optional.of(
        Refusal.of(
            Reason.QUANTITY_TOO_LARGE,
            Instrument.MAX_LOTS,
            lots,
            "lots of " + symbol + " must be 1.." + Instrument.MAX_LOTS + ", was " + lots));
  }
}
