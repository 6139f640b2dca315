package trading.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import trading.client.Listings;

/// Which instruments are listed beside the eight of the NSE.
final class InstrumentOptions {
  @Option(
      names = "--instruments",
      paramLabel = "FILE",
      description =
          "JSON list of more instruments: objects of symbol, currency, tick, lot and price, all"
              + " texts; with close and zone, DAY orders expire at that time. Repeatable.")
  private List<Path> files = new ArrayList<>();

  Listings load() {
    Listings listings = Listings.nse();
    for (Path file : files) {
      listings = listings.plus(file);
    }
    return listings;
  }
}
