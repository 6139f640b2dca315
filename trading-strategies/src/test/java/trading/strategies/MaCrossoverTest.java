package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.spi.StrategyProvider;

class MaCrossoverTest extends StrategyFixture {

  @Test
  void signalsAtTheSameBarsAsANaiveTwin() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int shortBars = 1 + random.nextInt(6);
      int longBars = shortBars + 1 + random.nextInt(10);
      List<Long> closes = randomWalk(random, 300);

      assertEquals(
          twin(closes, shortBars, longBars),
          sightings(new Crossing(shortBars, longBars), closes),
          "seed " + seed + ", short " + shortBars + ", long " + longBars);
    }
  }

  @Test
  void theFirstReadyBarIsNoCrossing() {
    start("short", "1", "long", "3");

    bars(100, 110, 120, 130, 140);

    assertEquals(List.of(), orders());
  }

  @Test
  void theFirstUnequalBarAfterEqualOnesIsNoCrossing() {
    start("short", "1", "long", "2");

    bars(100, 100, 100, 110);
    assertEquals(List.of(), orders());
    bars(105, 120);

    assertEquals(List.of("BUY 10 RELIANCE"), orders());
  }

  @Test
  void equalityInBetweenIsNoSignalByItselfAndHidesNoCrossing() {
    start("short", "1", "long", "2", "direction", "both");

    bars(100, 90, 90, 80, 80);
    assertEquals(List.of(), orders());
    bars(85);
    assertEquals(List.of("BUY 10 RELIANCE"), orders());
    bars(85, 95, 95);
    assertEquals(List.of("BUY 10 RELIANCE"), orders());
    bars(90);

    assertEquals(List.of("BUY 10 RELIANCE", "SELL 20 RELIANCE"), orders());
  }

  @Test
  void longOnlySellsExactlyWhatIsHeldAndNeverGoesShort() {
    start("short", "1", "long", "2", "quantity", "7");

    bars(100, 110, 105);
    assertEquals(List.of(), orders());
    bars(120, 110, 105, 120);

    assertEquals(List.of("BUY 7 RELIANCE", "SELL 7 RELIANCE", "BUY 7 RELIANCE"), orders());
    assertEquals(0, held(RELIANCE));
    bars(121);
    assertEquals(7, held(RELIANCE));
  }

  @Test
  void longOnlyBuysBackAShortPositionThatSomebodyElseOpened() {
    start("short", "1", "long", "2");
    somebodyTrades(Side.SELL, 4);

    bars(100, 90, 100);

    assertEquals(List.of("SELL 4 RELIANCE", "BUY 14 RELIANCE"), orders());
  }

  @Test
  void passesOverASignalWhoseSideIsHeldAlready() {
    start("short", "1", "long", "2", "direction", "both");
    somebodyTrades(Side.BUY, 5);

    bars(100, 90, 100, 90);

    assertEquals(List.of("BUY 5 RELIANCE", "SELL 15 RELIANCE"), orders());
  }

  @Test
  void bothDirectionsReverseWithTheOppositeOnTop() {
    start("short", "1", "long", "2", "direction", "both", "quantity", "3");

    bars(100, 110, 100, 110, 100);

    assertEquals(List.of("SELL 3 RELIANCE", "BUY 6 RELIANCE", "SELL 6 RELIANCE"), orders());
    assertEquals(3, held(RELIANCE));
  }

  @Test
  void allInGoesToTheEngineWithoutLots() {
    start("short", "1", "long", "2", "direction", "both", "sizing", "all-in");

    bars(100, 110, 100, 110);

    OrderRequest first = engine.placed.getFirst();
    assertEquals(Sizing.ALL_IN, first.sizing());
    assertEquals(OrderType.MARKET, first.type());
    assertEquals(List.of("SELL 0 RELIANCE", "BUY 0 RELIANCE"), orders());
  }

  @Test
  void allInLongOnlySellsWhatItHolds() {
    start("short", "1", "long", "2", "sizing", "all-in");

    bars(100, 90, 100, 90);

    long all = 1_000_000_000_000L / RELIANCE.notionalMicros(90, 1);
    assertEquals(List.of("BUY 0 RELIANCE", "SELL " + all + " RELIANCE"), orders());
  }

  @Test
  void doesNotOrderWhileItsFormerOrderWorks() {
    start("short", "1", "long", "2", "direction", "both");

    closes(RELIANCE, 100, 90, 100, 90, 100);
    assertEquals(List.of("BUY 10 RELIANCE"), orders());
    bars(90);

    assertEquals(List.of("BUY 10 RELIANCE", "SELL 20 RELIANCE"), orders());
  }

  @Test
  void ordersAgainAfterARefusalAtTheDoor() {
    start("short", "1", "long", "2", "direction", "both");
    engine.refuseNext(Reason.RISK_LIMIT, "too much");

    bars(100, 90, 100, 90);

    assertEquals(List.of("BUY 10 RELIANCE", "SELL 10 RELIANCE"), orders());
    assertEquals(1, host.statuses().getFirst().refusals());
  }

  @Test
  void ordersAgainAfterARefusalAtTheOpen() {
    start("short", "1", "long", "2", "direction", "both");

    closes(RELIANCE, 100, 90, 100);
    engine.rejectWaiting(engine.lastOrderId(), Reason.ALL_IN_TOO_SMALL);
    bars(90);

    assertEquals(List.of("BUY 10 RELIANCE", "SELL 10 RELIANCE"), orders());
  }

  @Test
  void keepsInstrumentsApart() {
    start("short", "1", "long", "2");

    closes(RELIANCE, 100, 90);
    closes(TCS, 200);
    closes(RELIANCE, 100);
    closes(TCS, 190, 200, 210);

    assertEquals(List.of("BUY 10 RELIANCE", "BUY 10 TCS"), orders());
  }

  @Test
  void reproducesTheReferenceBacktestOfGoogTradeForTrade() throws IOException {
    Instrument goog = Instrument.of("GOOG", "USD", "0.01", "1");
    List<String> lines = Files.readAllLines(SharedData.folder("backtest").resolve("GOOG.csv"));
    List<String> rows = lines.subList(1, lines.size());
    FakeEngine market = new FakeEngine(goog);
    StrategyHost runner = StrategyHost.inline(market, market);
    market.listen(runner);
    market.openAccount(ACCOUNT, 10_000_000_000L);
    runner.attach("ma", create("direction", "both", "sizing", "all-in"), ACCOUNT);

    long open = 0;
    for (String row : rows) {
      String[] cells = row.split(",");
      open = goog.ticks(cells[1]);
      market.open(goog, open);
      runner.drain();
      runner.onBar(new TestBar(goog, now++, open, goog.ticks(cells[4])));
    }

    long heldMicros = goog.notionalMicros(open, market.netLots(ACCOUNT, "GOOG"));
    assertEquals(66, market.tradeCount());
    assertEquals(51_422_990_000L, market.cashMicros(ACCOUNT, "USD") + heldMicros);
  }

  @Test
  void readsItsDefaults() {
    StrategyProvider provider = BuiltInStrategies.providers().getFirst();
    List<String> described =
        provider.parameters().stream()
            .map(each -> each.name() + "=" + each.defaultText() + " in " + each.range())
            .toList();

    assertEquals("ma_crossover", provider.id());
    assertEquals(
        List.of(
            "short=10 in 1..2499",
            "long=30 in 2..2500",
            "direction=long in long|both",
            "sizing=lots in lots|all-in",
            "quantity=10 in 1..1000000000000"),
        described);
    assertTrue(provider.parameters().stream().noneMatch(each -> each.doc().isBlank()));
  }

  @Test
  void readsEverySettingThatItDocuments() {
    Settings settings =
        Settings.of(
            "strategy ma_crossover",
            Map.of(
                "short", "2", "long", "3", "direction", "both", "sizing", "lots", "quantity", "1"));

    MaCrossover.of(settings);

    settings.requireAllRead();
  }

  @Test
  void refusesSettingsWithACodeAndASentence() {
    refused("short must be 1..2499, was \"0\"", "short", "0");
    refused("short must be 1..2499, was \"ten\"", "short", "ten");
    refused("long must be 2..2500, was \"2501\"", "long", "2501");
    refused("direction must be long|both, was \"short\"", "direction", "short");
    refused("sizing must be lots|all-in, was \"ALL-IN\"", "sizing", "ALL-IN");
    refused("quantity must be 1..1000000000000, was \"-10\"", "quantity", "-10");
    refused(
        "quantity must be 1..1000000000000, was \"10000000000000000000\"",
        "quantity",
        "10000000000000000000");
    refused("short must be less than long, was short 30 and long 30", "short", "30");
    refused("short must be less than long, was short 20 and long 10", "short", "20", "long", "10");
  }

  @Test
  void comparesWithoutOverflowAtTheHighestPriceAndTheLongestWindows() {
    long top = Instrument.MAX_PRICE_TICKS;
    Crossing crossing = new Crossing(2_499, 2_500);

    for (int i = 0; i < 2_500; i++) {
      crossing.next(top);
    }

    assertTrue(crossing.next(top - 1).isEmpty());
    assertTrue(crossing.next(top).isEmpty());
  }

  @Test
  void isProvidedToServiceLoaders() {
    assertTrue(
        MaCrossover.class.getModule().getDescriptor().provides().stream()
            .anyMatch(each ->
                each.service().equals(StrategyProvider.class.getName())
                    && each.providers().contains(MaCrossoverProvider.class.getName())));
  }

  private static void refused(String sentence, String... settings) {
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> create(settings), sentence);
    assertEquals(Reason.BAD_SETTING, thrown.reason());
    assertEquals("strategy ma_crossover: " + sentence, thrown.getMessage());
  }

  private static MaCrossover create(String... keysAndValues) {
    return MaCrossover.of(Settings.of("strategy ma_crossover", settings(keysAndValues)));
  }

  private void start(String... settings) {
    start("ma_crossover", create(settings));
  }

  private void somebodyTrades(Side side, long lots) {
    engine.placeOrder(OrderRequest.market(ACCOUNT, "RELIANCE", side, lots));
    engine.open(RELIANCE, 100);
  }

  /// The same by decimal averages over the whole history, computed anew at every bar.
  private static List<String> twin(List<Long> closes, int shortBars, int longBars) {
    List<String> signals = new ArrayList<>();
    int before = 0;
    for (int bar = longBars - 1; bar < closes.size(); bar++) {
      int now = mean(closes, bar, shortBars).compareTo(mean(closes, bar, longBars));
      if (before < 0 && now > 0) {
        signals.add(bar + " BUY");
      } else if (before > 0 && now < 0) {
        signals.add(bar + " SELL");
      }
      before = now == 0 ? before : now;
    }
    return signals;
  }

  private static BigDecimal mean(List<Long> closes, int lastBar, int bars) {
    BigDecimal sum = BigDecimal.ZERO;
    for (long close : closes.subList(lastBar - bars + 1, lastBar + 1)) {
      sum = sum.add(BigDecimal.valueOf(close));
    }
    return sum.divide(BigDecimal.valueOf(bars), MathContext.DECIMAL128);
  }
}
