/// Market data: last quotes and day statistics, feeds, bars from files.
module trading.marketdata {
  requires transitive trading.api;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;

  /// For those who run feeds, subscribe to quotes or read bars.
  exports trading.marketdata;
}
