package trading.strategies;

import trading.api.Side;

/// What a rule saw: a [trading.api.Signal] before its quantity is known.
///
/// @param side the side that it speaks for
/// @param confidence how sure the rule is, from 0 to 1
/// @param reason one sentence for people
record Sighting(Side side, double confidence, String reason) {}
