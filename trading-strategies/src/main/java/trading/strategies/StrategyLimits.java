package trading.strategies;

import java.time.Duration;
import trading.api.BadInputException;
import trading.api.Reason;

/// How far [ThreadedStrategies] let a strategy go.
///
/// @param callbackBudget how long a strategy may take in one callback, reading its account included
/// @param mailboxCapacity how many quotes and bars may wait for a strategy, and how many changes of
///   its orders
/// @param stopBound how long [ThreadedStrategies#stop] waits for the strategies' threads in all
public record StrategyLimits(Duration callbackBudget, int mailboxCapacity, Duration stopBound) {
  private static final Duration MAX = Duration.ofDays(1);

  /// One second, ten thousand, two seconds.
  public static final StrategyLimits DEFAULTS =
      new StrategyLimits(Duration.ofSeconds(1), 10_000, Duration.ofSeconds(2));

  /// Checks the ranges.
  ///
  /// @throws BadInputException (`BAD_SETTING`) when a duration is not positive or longer than a
  ///   day, or the capacity is below 1
  public StrategyLimits {
    requireInRange("callback budget", callbackBudget);
    requireInRange("stop bound", stopBound);
    if (mailboxCapacity < 1) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          "a strategy's mailbox capacity must be 1 or more, was " + mailboxCapacity);
    }
  }

  /// {@return these limits with another budget}
  ///
  /// @param newCallbackBudget how long a strategy may take in one callback
  /// @throws BadInputException as for the constructor
  public StrategyLimits withCallbackBudget(Duration newCallbackBudget) {
    return new StrategyLimits(newCallbackBudget, mailboxCapacity, stopBound);
  }

  /// {@return these limits with another mailbox}
  ///
  /// @param newMailboxCapacity how many quotes and bars may wait
  /// @throws BadInputException as for the constructor
  public StrategyLimits withMailboxCapacity(int newMailboxCapacity) {
    return new StrategyLimits(callbackBudget, newMailboxCapacity, stopBound);
  }

  /// {@return these limits with another bound}
  ///
  /// @param newStopBound how long a stop waits
  /// @throws BadInputException as for the constructor
  public StrategyLimits withStopBound(Duration newStopBound) {
    return new StrategyLimits(callbackBudget, mailboxCapacity, newStopBound);
  }

  private static void requireInRange(String what, Duration duration) {
    if (!duration.isPositive() || duration.compareTo(MAX) > 0) {
      throw new BadInputException(
          Reason.BAD_SETTING,
          "a strategy's " + what + " must be positive and at most a day, was " + duration);
    }
  }
}
