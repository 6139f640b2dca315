package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
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

class RsiStrategyTest extends StrategyFixture {
  private static final String INDEX = "the relative strength index of 2 bars ";

  /// With period 2 the index is 0, 33.33, 71.43, 81.82, 47.37, 17.65, 49.40, 73.72 and 37.59 from
  /// the third bar on.
  private static final long[] CLOSES = {100, 90, 80, 85, 95, 100, 95, 85, 90, 96, 90};

  @Test
  void signalsAtTheSameBarsAsANaiveTwin() {
    int signals = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      int period = 2 + random.nextInt(10);
      int oversold = 10 + random.nextInt(40);
      int overbought = oversold + 1 + random.nextInt(40);
      List<Long> closes = randomWalk(random, 120);

      List<String> twin = twin(closes, period, oversold, overbought);

      RsiRule rule = new RsiRule(period, oversold, overbought);
      assertEquals(twin, sightings(rule, closes), "seed " + seed);
      signals += twin.size();
    }
    assertTrue(signals > 300, "enough signals to compare: " + signals);
  }

  @Test
  void leavesThePublishedExamplesOverboughtOnce() {
    RsiStrategy strategy = create();
    List<BarView> bars = new ArrayList<>();
    for (String close : WorkedExamples.RSI_CLOSES) {
      long ticks = WorkedExamples.INSTRUMENT.ticks(close);
      bars.add(new TestBar(WorkedExamples.INSTRUMENT, bars.size() + 1, ticks, ticks));
    }

    List<Signal> signals = signals(strategy, bars, ACCOUNT);

    assertEquals(1, signals.size());
    assertEquals(Side.SELL, signals.getFirst().side());
    assertEquals((70.53 - 70) / 30, signals.getFirst().confidence(), 0.005 / 30);
    assertEquals(
        "the relative strength index of 14 bars fell through overbought 70 to 66.32 "
            + "after a high of 70.53",
        signals.getFirst().reason());
  }

  @Test
  void saysWhatItSeesWithConfidenceReasonAndQuantity() {
    List<Signal> signals =
        signals(
            create("period", "2", "direction", "both", "quantity", "7"), barsOf(CLOSES), ACCOUNT);

    assertEquals(
        List.of(
            new Signal(
                RELIANCE,
                Side.BUY,
                1,
                7,
                INDEX + "rose through oversold 30 to 33.33 after a low of 0.00"),
            new Signal(
                RELIANCE,
                Side.SELL,
                (100 * 11.25 / 13.75 - 70) / 30,
                7,
                INDEX + "fell through overbought 70 to 47.37 after a high of 81.82"),
            new Signal(
                RELIANCE,
                Side.BUY,
                (30 - 100 * 2.8125 / 15.9375) / 30,
                7,
                INDEX + "rose through oversold 30 to 49.40 after a low of 17.65"),
            new Signal(
                RELIANCE,
                Side.SELL,
                (100 * 9.203125 / 12.484375 - 70) / 30,
                7,
                INDEX + "fell through overbought 70 to 37.59 after a high of 73.72")),
        signals);
  }

  @Test
  void tradesWhatItSees() {
    start("rsi_strategy", create("period", "2"));

    bars(CLOSES);
    bars(90);

    assertEquals(
        List.of("BUY 10 RELIANCE", "SELL 10 RELIANCE", "BUY 10 RELIANCE", "SELL 10 RELIANCE"),
        orders());
    assertEquals(0, held(RELIANCE));
    assertEquals(4, host.statuses().getFirst().signals());
  }

  @Test
  void theFirstIndexIsNoCrossing() {
    assertEquals(List.of(), seen(2, 100, 110, 120, 130));
    assertEquals(List.of(), seen(2, 100, 110, 100, 110));
  }

  @Test
  void anIndexEqualToALevelIsNoSignalByItselfAndHidesNoCrossing() {
    assertEquals(List.of("6 BUY"), seen(4, 1000, 993, 986, 979, 972, 981, 982));
    assertEquals(List.of(), seen(4, 1000, 993, 986, 979, 972, 981, 971));
    assertEquals(List.of(), seen(4, 100, 103, 96, 96, 96, 97));
  }

  @Test
  void aMarketThatNeverMovesGivesNoSignal() {
    assertEquals(List.of(), seen(2, 100, 100, 100, 100, 100, 99, 98));
  }

  @Test
  void readsItsDefaults() {
    List<String> described =
        new RsiStrategyProvider()
            .parameters().stream()
                .map(each -> each.name() + "=" + each.defaultText() + " in " + each.range())
                .toList();

    assertEquals(
        List.of(
            "period=14 in 2..2500",
            "oversold=30 in 1..99",
            "overbought=70 in 1..99",
            "direction=long in long|both",
            "sizing=lots in lots|all-in",
            "quantity=10 in 1..1000000000000"),
        described);
  }

  @Test
  void readsEverySettingThatItDocuments() {
    Settings settings =
        Settings.of(
            "strategy rsi_strategy",
            Map.of(
                "period", "2",
                "oversold", "20",
                "overbought", "80",
                "direction", "both",
                "sizing", "all-in",
                "quantity", "1"));

    RsiStrategy.of(settings);

    settings.requireAllRead();
  }

  @Test
  void refusesSettingsWithACodeAndASentence() {
    refused("period must be 2..2500, was \"1\"", "period", "1");
    refused("oversold must be 1..99, was \"0\"", "oversold", "0");
    refused("overbought must be 1..99, was \"100\"", "overbought", "100");
    refused("oversold must be 1..99, was \"30.5\"", "oversold", "30.5");
    refused("direction must be long|both, was \"short\"", "direction", "short");
    refused(
        "oversold must be less than overbought, was oversold 70 and overbought 70",
        "oversold",
        "70");
  }

  private static void refused(String sentence, String... settings) {
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> create(settings), sentence);
    assertEquals(Reason.BAD_SETTING, thrown.reason());
    assertEquals("strategy rsi_strategy: " + sentence, thrown.getMessage());
  }

  private static RsiStrategy create(String... keysAndValues) {
    return RsiStrategy.of(Settings.of("strategy rsi_strategy", settings(keysAndValues)));
  }

  private static List<String> seen(int period, long... closes) {
    return sightings(new RsiRule(period, 30, 70), listOf(closes));
  }

  /// The same over the whole history, computed anew at every bar, in whole numbers.
  private static List<String> twin(List<Long> closes, int period, int oversold, int overbought) {
    List<String> signals = new ArrayList<>();
    for (int bar = period + 1; bar < closes.size(); bar++) {
      int low = side(closes, bar, period, oversold);
      int high = side(closes, bar, period, overbought);
      if (low > 0 && lastSide(closes, bar - 1, period, oversold) < 0) {
        signals.add(bar + " BUY");
      }
      if (high < 0 && lastSide(closes, bar - 1, period, overbought) > 0) {
        signals.add(bar + " SELL");
      }
    }
    return signals;
  }

  private static int lastSide(List<Long> closes, int bar, int period, int level) {
    for (int at = bar; at >= period; at--) {
      int side = side(closes, at, period, level);
      if (side != 0) {
        return side;
      }
    }
    return 0;
  }

  /// The sign of index − level; 0 also where nothing moved.
  private static int side(List<Long> closes, int bar, int period, int level) {
    BigInteger gains = smoothed(closes, bar, period, 1);
    BigInteger losses = smoothed(closes, bar, period, -1);
    return gains
        .multiply(BigInteger.valueOf(100L - level))
        .compareTo(losses.multiply(BigInteger.valueOf(level)));
  }

  /// Wilder's average of the moves in a direction, times a power of the period that is common.
  private static BigInteger smoothed(List<Long> closes, int lastBar, int period, int direction) {
    BigInteger average = BigInteger.ZERO;
    BigInteger power = BigInteger.ONE;
    for (int bar = 1; bar <= lastBar; bar++) {
      long move = Math.max(0, direction * (closes.get(bar) - closes.get(bar - 1)));
      if (bar > period) {
        power = power.multiply(BigInteger.valueOf(period));
        average = average.multiply(BigInteger.valueOf(period - 1L));
      }
      average = average.add(power.multiply(BigInteger.valueOf(move)));
    }
    return average;
  }
}
