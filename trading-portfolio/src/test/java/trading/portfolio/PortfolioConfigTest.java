package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Reason;

class PortfolioConfigTest {
  private final PortfolioConfig config = PortfolioConfig.defaults();

  @Test
  void defaultsAreAPointPerMinute() {
    assertEquals(new PortfolioConfig(Duration.ofSeconds(60), 20_000, 100_000), config);
  }

  @Test
  void boundsThemselvesAreTaken() {
    assertEquals(1, config.withInterval(Duration.ofNanos(1)).interval().toNanos());
    assertEquals(366, config.withInterval(Duration.ofDays(366)).interval().toDays());
    assertEquals(16, config.withPoints(16).points());
    assertEquals(10_000_000, config.withPoints(10_000_000).points());
    assertEquals(1, config.withKept(1).kept());
  }

  @Test
  void beyondABoundIsRefused() {
    assertRefused("was PT0S", () -> config.withInterval(Duration.ZERO));
    assertRefused("was PT-1S", () -> config.withInterval(Duration.ofSeconds(-1)));
    assertRefused(
        "was PT8784H0.000000001S", () -> config.withInterval(Duration.ofDays(366).plusNanos(1)));
    assertRefused("were 15", () -> config.withPoints(15));
    assertRefused("were 10000001", () -> config.withPoints(10_000_001));
    assertRefused("must be 1 or more, were 0", () -> config.withKept(0));
  }

  private static void assertRefused(String end, Runnable change) {
    BadInputException refusal = assertThrows(BadInputException.class, change::run);
    assertEquals(Reason.BAD_SETTING, refusal.reason());
    assertEquals(end, refusal.getMessage().substring(refusal.getMessage().length() - end.length()));
  }
}
