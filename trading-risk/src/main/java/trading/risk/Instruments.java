package trading.risk;

import java.util.Arrays;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// The instruments that were listed, by id.
// Hot: engine only; allocates only when an instrument is listed.
final class Instruments {
  private final Names symbols = new Names();

  /// As long as there are symbols; a stand-in where there is none.
  private Listing[] listings = {};

  void put(int id, String symbol, int currencyId, long tickValueMicros) {
    symbols.put(id, symbol);
    makeRoom();
    listings[id] = new Listing(id, currencyId, tickValueMicros);
  }

  boolean has(int id) {
    return get(id) != Listing.NONE;
  }

  /// {@return an instrument; a stand-in when there is none}
  Listing get(int id) {
    return id >= 0 && id < listings.length ? listings[id] : Listing.NONE;
  }

  String symbol(int id) {
    return symbols.name(id);
  }

  /// {@return one more than the highest id}
  int end() {
    return symbols.end();
  }

  void write(StateWriter out) {
    symbols.write(out);
    for (Listing listing : listings) {
      out.putLong(listing.currencyId);
      out.putLong(listing.tickValueMicros);
    }
  }

  /// Fills empty instruments.
  void read(StateReader in) {
    symbols.read(in);
    makeRoom();
    for (int id = 0; id < listings.length; id++) {
      int currencyId = Math.toIntExact(in.takeLong());
      long tickValueMicros = in.takeLong();
      if (tickValueMicros != 0) {
        listings[id] = new Listing(id, currencyId, tickValueMicros);
      }
    }
  }

  private void makeRoom() {
    int old = listings.length;
    listings = Arrays.copyOf(listings, symbols.end());
    Arrays.fill(listings, old, listings.length, Listing.NONE);
  }
}
