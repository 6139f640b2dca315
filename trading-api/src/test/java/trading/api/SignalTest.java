package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SignalTest {
  private static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");

  @Test
  void takesTheWholeRangeOfConfidenceAndNoLots() {
    assertEquals(0, signal(0, 0, "seen").confidence());
    assertEquals(1, signal(1, 0, "seen").confidence());
    assertEquals(Long.MAX_VALUE, signal(0.5, Long.MAX_VALUE, "seen").lots());
  }

  @Test
  void refusesAConfidenceOutsideOfZeroToOne() {
    refused(
        "confidence of a signal must be 0..1, was 1.0000000000000002", Math.nextUp(1.0), 0, "x");
    refused("confidence of a signal must be 0..1, was -4.9E-324", -Double.MIN_VALUE, 0, "x");
    refused("confidence of a signal must be 0..1, was NaN", Double.NaN, 0, "x");
    refused("confidence of a signal must be 0..1, was Infinity", Double.POSITIVE_INFINITY, 0, "x");
  }

  @Test
  void refusesNegativeLotsAndABlankReason() {
    refused("lots of a signal must be 0 or more, was -1", 0, -1, "x");
    refused("a signal must have a reason", 0, 0, " ");
  }

  private static void refused(String sentence, double confidence, long lots, String reason) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> signal(confidence, lots, reason));
    assertEquals(sentence, thrown.getMessage());
  }

  private static Signal signal(double confidence, long lots, String reason) {
    return new Signal(TCS, Side.BUY, confidence, lots, reason);
  }
}
