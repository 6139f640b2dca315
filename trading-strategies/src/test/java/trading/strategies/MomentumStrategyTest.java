package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.Side;
import trading.api.Signal;
import trading.api.spi.BarView;

class MomentumStrategyTest extends StrategyFixture {

  /// Over 2 bars they change by 0, 10, 12, 10, −0.89 and −10.74 percent from the third bar on.
  private static final long[] CLOSES = {100, 100, 100, 110, 112, 121, 111, 108};

  @Test
  void signalsAtTheSameBarsAsANaiveTwin() {
    int signals = 0;
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int lookback = 1 + random.nextInt(12);
      long thresholdMicros = random.nextInt(4) * 100_000L;
      List<Long> closes = randomWalk(random, 300);

      List<String> twin = twin(closes, lookback, thresholdMicros);

      MomentumRule rule = new MomentumRule(lookback, thresholdMicros);
      assertEquals(twin, sightings(rule, closes), "seed " + seed);
      signals += twin.size();
    }
    assertTrue(signals > 1_000, "enough signals to compare: " + signals);
  }

  @Test
  void fallsThroughTheThresholdOnceInThePublishedExample() {
    MomentumStrategy strategy = create("lookback", "12", "threshold", "4");
    List<BarView> bars = new ArrayList<>();
    for (String close : WorkedExamples.ROC_CLOSES) {
      long ticks = WorkedExamples.INSTRUMENT.ticks(close);
      bars.add(new TestBar(WorkedExamples.INSTRUMENT, bars.size() + 1, ticks, ticks));
    }

    List<Signal> signals = signals(strategy, bars, ACCOUNT);

    assertEquals(1, signals.size());
    assertEquals(Side.SELL, signals.getFirst().side());
    assertEquals(1 - 4 / 4.85, signals.getFirst().confidence(), 0.001);
    assertEquals(
        "the close fell by 4.85 % over 12 bars, more than 4 %", signals.getFirst().reason());
  }

  @Test
  void saysWhatItSeesWithConfidenceReasonAndQuantity() {
    List<Signal> signals =
        signals(
            create("lookback", "2", "threshold", "10", "direction", "both", "quantity", "7"),
            barsOf(CLOSES),
            ACCOUNT);

    assertEquals(
        List.of(
            new Signal(
                RELIANCE,
                Side.BUY,
                1 - 10 / 12.0,
                7,
                "the close rose by 12.00 % over 2 bars, more than 10 %"),
            new Signal(
                RELIANCE,
                Side.SELL,
                1 - 10 / (1300 / 121.0),
                7,
                "the close fell by 10.74 % over 2 bars, more than 10 %")),
        signals);
  }

  @Test
  void tradesWhatItSees() {
    start("momentum_strategy", create("lookback", "2", "threshold", "10"));

    bars(CLOSES);
    bars(108);

    assertEquals(List.of("BUY 10 RELIANCE", "SELL 10 RELIANCE"), orders());
    assertEquals(0, held(RELIANCE));
    assertEquals(2, host.statuses().getFirst().signals());
  }

  @Test
  void theFirstRateIsNoCrossing() {
    assertEquals(List.of(), seen(1_000_000, 100, 110, 121, 134));
    assertEquals(List.of(), seen(1_000_000, 100, 90, 80, 70));
  }

  @Test
  void aRateEqualToAThresholdIsNoSignalByItselfAndHidesNoCrossing() {
    assertEquals(List.of(), seen(10_000_000, 100, 100, 110, 110));
    assertEquals(List.of("4 BUY"), seen(10_000_000, 1000, 1000, 1100, 1210, 1332));
    assertEquals(List.of(), seen(10_000_000, 1000, 1000, 900, 810, 810));
    assertEquals(List.of("4 SELL"), seen(10_000_000, 1000, 1000, 900, 810, 728));
  }

  @Test
  void comingBackFromBeyondAThresholdIsNoSignal() {
    assertEquals(List.of("2 BUY"), seen(10_000_000, 100, 100, 120, 120, 120));
    assertEquals(List.of("2 SELL"), seen(10_000_000, 100, 100, 80, 80, 80));
  }

  @Test
  void withoutAThresholdEveryTurnIsASignalOfFullConfidence() {
    List<Signal> signals =
        signals(create("lookback", "1", "threshold", "0"), barsOf(100, 101, 100, 101), ACCOUNT);

    assertEquals(List.of(Side.SELL, Side.BUY), signals.stream().map(Signal::side).toList());
    assertEquals(List.of(1.0, 1.0), signals.stream().map(Signal::confidence).toList());
    assertEquals("the close rose by 1.00 % over 1 bars, more than 0 %", signals.getLast().reason());
  }

  @Test
  void theLargestFallIsStillASignal() {
    List<Signal> signals =
        signals(
            create("lookback", "1", "threshold", "99.999999"),
            barsOf(1L << 40, 1L << 40, 1),
            ACCOUNT);

    assertEquals(1, signals.size());
    assertEquals(
        "the close fell by 100.00 % over 1 bars, more than 99.999999 %",
        signals.getFirst().reason());
  }

  @Test
  void readsItsDefaults() {
    List<String> described =
        new MomentumStrategyProvider()
            .parameters().stream()
                .map(each -> each.name() + "=" + each.defaultText() + " in " + each.range())
                .toList();

    assertEquals(
        List.of(
            "lookback=10 in 1..2500",
            "threshold=2 in 0..100 with at most 6 decimals",
            "direction=long in long|both",
            "sizing=lots in lots|all-in",
            "quantity=10 in 1..1000000000000"),
        described);
  }

  @Test
  void readsEverySettingThatItDocuments() {
    Settings settings =
        Settings.of(
            "strategy momentum_strategy",
            Map.of(
                "lookback", "2",
                "threshold", "0.5",
                "direction", "both",
                "sizing", "all-in",
                "quantity", "1"));

    MomentumStrategy.of(settings);

    settings.requireAllRead();
  }

  @Test
  void refusesSettingsWithACodeAndASentence() {
    String range = "threshold must be 0..100 with at most 6 decimals, was ";
    refused("lookback must be 1..2500, was \"0\"", "lookback", "0");
    refused(range + "\"-1\"", "threshold", "-1");
    refused(range + "\"100.5\"", "threshold", "100.5");
    refused(range + "\"0.0000001\"", "threshold", "0.0000001");
    refused("sizing must be lots|all-in, was \"half\"", "sizing", "half");
  }

  private static void refused(String sentence, String... settings) {
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> create(settings), sentence);
    assertEquals(Reason.BAD_SETTING, thrown.reason());
    assertEquals("strategy momentum_strategy: " + sentence, thrown.getMessage());
  }

  private static MomentumStrategy create(String... keysAndValues) {
    return MomentumStrategy.of(Settings.of("strategy momentum_strategy", settings(keysAndValues)));
  }

  /// What is seen over 1 bar.
  private static List<String> seen(long thresholdMicros, long... closes) {
    return sightings(new MomentumRule(1, thresholdMicros), listOf(closes));
  }

  /// The same by decimals, looking back for the last side at every bar.
  private static List<String> twin(List<Long> closes, int lookback, long thresholdMicros) {
    List<String> signals = new ArrayList<>();
    for (int bar = lookback + 1; bar < closes.size(); bar++) {
      if (side(closes, bar, lookback, thresholdMicros) > 0
          && lastSide(closes, bar - 1, lookback, thresholdMicros) < 0) {
        signals.add(bar + " BUY");
      }
      if (side(closes, bar, lookback, -thresholdMicros) < 0
          && lastSide(closes, bar - 1, lookback, -thresholdMicros) > 0) {
        signals.add(bar + " SELL");
      }
    }
    return signals;
  }

  private static int lastSide(List<Long> closes, int bar, int lookback, long levelMicros) {
    for (int at = bar; at >= lookback; at--) {
      int side = side(closes, at, lookback, levelMicros);
      if (side != 0) {
        return side;
      }
    }
    return 0;
  }

  private static int side(List<Long> closes, int bar, int lookback, long levelMicros) {
    BigDecimal then = BigDecimal.valueOf(closes.get(bar - lookback));
    BigDecimal level = BigDecimal.valueOf(levelMicros, 8).add(BigDecimal.ONE);
    return BigDecimal.valueOf(closes.get(bar)).compareTo(then.multiply(level));
  }
}
