package trading.portfolio;

import java.util.ArrayList;
import java.util.List;
import trading.api.Instrument;
import trading.api.event.EventView;
import trading.api.event.Field;

/// The names behind the ids, learned from the listing events. Not for several threads.
final class Names {
  /// The id of the market, which is no account.
  static final int MARKET = 0;

  private final List<String> currencies = new ArrayList<>();
  private final List<Listed> instruments = new ArrayList<>();
  private final List<String> accounts = new ArrayList<>();

  /// An instrument with its ids and its tick value, which [Instrument] works out at every call.
  record Listed(int id, int currencyId, long tickValueMicros, Instrument instrument) {
    long notionalMicros(long priceTicks, long lots) {
      return Math.multiplyExact(Math.multiplyExact(priceTicks, lots), tickValueMicros);
    }
  }

  /// Takes a listing event; ignores others.
  void learn(EventView event) {
    switch (event.type()) {
      case CURRENCY_LISTED ->
          add(currencies, event.id(Field.CURRENCY), event.text(Field.CURRENCY_NAME));
      case INSTRUMENT_LISTED -> {
        currency(event.id(Field.CURRENCY));
        add(instruments, event.id(Field.INSTRUMENT), listed(event));
      }
      case ACCOUNT_OPENED -> add(accounts, event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
      default -> {}
    }
  }

  private static Listed listed(EventView event) {
    return new Listed(
        event.id(Field.INSTRUMENT),
        event.id(Field.CURRENCY),
        event.value(Field.TICK_VALUE_MICROS),
        Instrument.of(
            event.text(Field.SYMBOL),
            event.text(Field.CURRENCY_NAME),
            event.text(Field.TICK),
            event.text(Field.LOT)));
  }

  private static <T> void add(List<T> things, int id, T thing) {
    if (id != things.size() + 1) {
      throw new IllegalStateException(
          "id of " + thing + " must be " + (things.size() + 1) + ", was " + id);
    }
    things.add(thing);
  }

  /// Account names; the id is the position plus 1.
  List<String> accounts() {
    return accounts;
  }

  List<Listed> instruments() {
    return instruments;
  }

  /// Currency names; the id is the position plus 1.
  List<String> currencies() {
    return currencies;
  }

  String currency(int id) {
    return known("currency", currencies, id);
  }

  String account(int id) {
    return known("account", accounts, id);
  }

  Listed instrument(int id) {
    return known("instrument", instruments, id);
  }

  private static <T> T known(String what, List<T> things, int id) {
    if (id < 1 || id > things.size()) {
      throw new IllegalStateException(what + " must be listed, was " + id);
    }
    return things.get(id - 1);
  }
}
