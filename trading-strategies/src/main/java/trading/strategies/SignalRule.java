package trading.strategies;

import java.util.Optional;
import trading.api.spi.BarView;

/// Watches the bars of one instrument for what a [SignalTrader] then trades.
interface SignalRule {

  /// {@return what it sees at a bar}
  ///
  /// @param bar the instrument's next bar, lent
  Optional<Sighting> next(BarView bar);
}
