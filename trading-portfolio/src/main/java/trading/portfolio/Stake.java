package trading.portfolio;

import trading.api.Liquidity;
import trading.api.Side;
import trading.api.event.EventView;
import trading.api.event.Field;

/// What a fill of one account in one instrument changes, all found at once.
///
/// Not for several threads.
final class Stake {
  private static final Side[] SIDES = Side.values();
  private static final Liquidity[] LIQUIDITIES = Liquidity.values();

  private final Account account;
  private final Names.Listed listed;
  private final Money money;
  private final TripSlot trips;

  /// Begins with the account's first fill in the instrument.
  Stake(Account account, Names.Listed listed, String currency) {
    this.account = account;
    this.listed = listed;
    account.begin(listed);
    money = account.money(currency, listed.currencyId());
    trips = new TripSlot(account.name(), listed);
  }

  Money money() {
    return money;
  }

  void fill(EventView event, long lotsBefore, long lotsAfter) {
    account.keep(transaction(event));
    money.traded(lotsBefore, lotsAfter);
    OpenTrip ended = trips.fill(event);
    if (ended != null) {
      keep(ended, event.atNanos());
    }
  }

  private void keep(OpenTrip ended, long atNanos) {
    if (ended.isTooLarge()) {
      money.leaveOut();
    } else {
      money.keep(ended.close(atNanos));
    }
  }

  private Transaction transaction(EventView event) {
    long priceTicks = event.value(Field.PRICE_TICKS);
    long lots = event.value(Field.LOTS);
    return new Transaction(
        event.value(Field.TRADE),
        event.value(Field.ORDER),
        event.atNanos(),
        account.name(),
        listed.instrument(),
        SIDES[event.id(Field.SIDE)],
        LIQUIDITIES[event.id(Field.LIQUIDITY)],
        priceTicks,
        lots,
        listed.notionalMicros(priceTicks, lots),
        event.value(Field.FEE_MICROS));
  }
}
