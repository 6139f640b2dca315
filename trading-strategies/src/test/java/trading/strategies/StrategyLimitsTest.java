package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import trading.api.BadInputException;
import trading.api.Reason;

class StrategyLimitsTest {

  @Test
  void areWhatTheDocumentationSays() {
    assertEquals(
        new StrategyLimits(Duration.ofSeconds(1), 10_000, Duration.ofSeconds(2)),
        StrategyLimits.DEFAULTS);
    assertEquals(
        new StrategyLimits(Duration.ofNanos(1), 1, Duration.ofDays(1)),
        StrategyLimits.DEFAULTS
            .withCallbackBudget(Duration.ofNanos(1))
            .withMailboxCapacity(1)
            .withStopBound(Duration.ofDays(1)));
  }

  @Test
  void refuseWhatIsOutOfRange() {
    StrategyLimits limits = StrategyLimits.DEFAULTS;

    refused(
        "a strategy's callback budget must be positive and at most a day, was PT0S",
        () -> limits.withCallbackBudget(Duration.ZERO));
    refused(
        "a strategy's stop bound must be positive and at most a day, was PT24H0.000000001S",
        () -> limits.withStopBound(Duration.ofDays(1).plusNanos(1)));
    refused(
        "a strategy's mailbox capacity must be 1 or more, was 0",
        () -> limits.withMailboxCapacity(0));
  }

  private static void refused(String sentence, Executable call) {
    BadInputException thrown = assertThrows(BadInputException.class, call);
    assertEquals(sentence, thrown.getMessage());
    assertEquals(Reason.BAD_SETTING, thrown.reason());
  }
}
