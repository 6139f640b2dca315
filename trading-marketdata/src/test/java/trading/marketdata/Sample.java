package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.function.Executable;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;

/// Instruments, times and expectations that several tests share.
final class Sample {
  static final Instrument INFY = Instrument.of("INFY", "INR", "0.05", "1");
  static final Instrument TCS = Instrument.of("TCS", "INR", "0.05", "1");
  static final Instrument RELIANCE = Instrument.of("RELIANCE", "INR", "0.05", "1");
  static final long SECOND = 1_000_000_000L;

  private Sample() {}

  static long nanos(String instant) {
    Instant moment = Instant.parse(instant);
    return moment.getEpochSecond() * SECOND + moment.getNano();
  }

  static QuoteCell quote(Instrument instrument, long atNanos, long lastTicks, long tradedLots) {
    return QuoteCell.of(instrument)
        .set(instrument, atNanos)
        .bid(lastTicks - 1, 100)
        .ask(lastTicks + 1, 200)
        .last(lastTicks, tradedLots);
  }

  static void assertRefused(Reason reason, String sentence, Executable call) {
    BadInputException thrown = assertThrows(BadInputException.class, call);
    assertEquals(sentence, thrown.getMessage());
    assertEquals(reason, thrown.reason());
  }
}
