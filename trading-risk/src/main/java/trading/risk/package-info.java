/// The risk gate, its limits and its summary.
///
/// An assembler opens a [RuleGate] with the rule providers that it found and a [RiskConfig], and
/// hands it to the engine. [BuiltInRules] are the rules that come with it.
@NullMarked
package trading.risk;

import org.jspecify.annotations.NullMarked;
