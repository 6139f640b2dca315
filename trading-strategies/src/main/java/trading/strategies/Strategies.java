package trading.strategies;

import java.util.List;
import trading.api.BadInputException;
import trading.api.spi.EventListener;
import trading.api.spi.FeedSink;
import trading.api.spi.Strategy;

/// Runs strategies: shows them the market, places what they order, tells them what became of it.
///
/// [StrategyHost] runs them on its caller's thread and on the time of the data, for backtests;
/// [ThreadedStrategies] runs each on a thread of its own, for paper and live. Both are the engine's
/// listener, to be registered before accounts open, and take quotes and bars after the engine did.
///
/// A strategy is `RUNNING` from attaching on. `DISABLED` it is shown nothing and its open orders
/// are canceled, while its account, its position and what is counted of it stay. `STOPPED` it is
/// the same, for a fault of its own. Enabling makes a fresh instance, which sees what comes from
/// then on: nothing of the former one survives, and it is not told of the former one's orders.
public sealed interface Strategies extends FeedSink, EventListener, AutoCloseable
    permits StrategyHost, ThreadedStrategies {

  /// Adds a strategy and enables it.
  ///
  /// @param id its name in reports, unique here
  /// @param recipe how instances of it are made
  /// @param account the account that it trades, its alone here
  /// @throws IllegalArgumentException when the id or the account is taken; and what the recipe
  ///   throws: then nothing was attached
  /// @throws IllegalStateException after [#stop]
  void attach(String id, StrategyRecipe recipe, String account);

  /// Adds an instance of a strategy; once it has ended, it can be reconfigured but not enabled.
  ///
  /// @param id its name in reports, unique here
  /// @param strategy the strategy
  /// @param account the account that it trades, its alone here
  /// @throws IllegalArgumentException when the id or the account is taken
  /// @throws IllegalStateException after [#stop]
  default void attach(String id, Strategy strategy, String account) {
    attach(id, StrategyRecipe.of(strategy), account);
  }

  /// Starts a fresh instance of a strategy that is disabled or stopped; a running one runs on.
  ///
  /// @param id the strategy
  /// @throws BadInputException when none has the id (`UNKNOWN_PLUGIN`); what the recipe throws goes
  ///   to the caller too: then nothing changed
  /// @throws IllegalStateException after [#stop]
  void enable(String id);

  /// Shows a running strategy nothing more and cancels its open orders; others stay as they are.
  ///
  /// @param id the strategy
  /// @throws BadInputException when none has the id (`UNKNOWN_PLUGIN`)
  void disable(String id);

  /// Changes how a strategy is made: all or nothing.
  ///
  /// First a fresh instance is made. When that fails, nothing changed, and the former instance runs
  /// on. Else it takes the place of a running one, whose open orders are canceled; a strategy that
  /// does not run is made by the new recipe when it is enabled next.
  ///
  /// @param id the strategy
  /// @param recipe how instances of it are made from now on
  /// @throws BadInputException when none has the id (`UNKNOWN_PLUGIN`); what the recipe throws goes
  ///   to the caller too
  /// @throws IllegalStateException after [#stop]
  void reconfigure(String id, StrategyRecipe recipe);

  /// {@return how every strategy stands, in the order of attaching, for any thread}
  List<StrategyStatus> statuses();

  /// Tells strategies what became of their orders and places what they order then.
  ///
  /// Does nothing where strategies have threads of their own, which do it by themselves.
  void drain();

  /// Ends all strategies for good, in the order of attaching; again it does nothing.
  ///
  /// Those that ran are `DISABLED` afterwards. What still waits to be shown is dropped: what a
  /// strategy would order on it is not wanted any more. An order that cannot be canceled is logged.
  ///
  /// @param openOrders what becomes of their open orders
  void stop(OpenOrders openOrders);

  /// Ends all strategies for good and cancels their open orders, as [#stop] does.
  @Override
  default void close() {
    stop(OpenOrders.CANCEL);
  }
}
