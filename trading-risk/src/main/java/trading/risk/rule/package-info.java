/// The built-in risk rules, one class each; reached through their providers.
@NullMarked
package trading.risk.rule;

import org.jspecify.annotations.NullMarked;
