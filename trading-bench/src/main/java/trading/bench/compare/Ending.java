package trading.bench.compare;

import trading.client.TradingClient;

/// What an engine is after a session: equal when two have seen and done the same.
///
/// @param stateHash the hash of its state
/// @param digest the hash of all its events
record Ending(String stateHash, String digest) {
  static Ending of(TradingClient client) {
    return new Ending(client.stateHash(), client.digest());
  }
}
