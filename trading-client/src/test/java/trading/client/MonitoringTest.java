package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.risk.RiskAlert;
import trading.risk.RiskConfig;

/// What a running system tells about itself.
class MonitoringTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;

  @TempDir private Path temp;

  @Test
  void metricsCountWhatBecameOfOrders() {
    try (TradingClient client = TradingClient.simulated(7).open()) {
      client.play(Duration.ofSeconds(1));
      client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));
      client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 0));
      client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, -1));
      client.placeOrder(OrderRequest.market("nobody", "RELIANCE", Side.BUY, 1));
      long far = client.marketData("TCS").bidTicks() - 1_000;
      client.placeOrder(OrderRequest.limit(TRADER, "TCS", Side.BUY, 10, far));
      client.cancelOrder(TRADER, 2);

      Metrics metrics = client.metrics();

      assertEquals(
          new Metrics.Orders(
              2, 1, 1, 3, Map.of("QUANTITY_NOT_POSITIVE", 2L, "UNKNOWN_ACCOUNT", 1L)),
          metrics.orders());
      assertEquals(5, metrics.latency().count());
      assertTrue(metrics.latency().minNanos() > 0);
      assertTrue(metrics.latency().p50Nanos() <= metrics.latency().maxNanos());
      assertEquals(
          List.of("RELIANCE"),
          metrics.profit().stream().map(Metrics.PositionProfit::symbol).toList());
      assertTrue(
          metrics.risk().stream()
              .anyMatch(use ->
                  use.rule().equals("max_position_size")
                      && use.symbol().equals("RELIANCE")
                      && use.actual() == 10));
    }
  }

  @Test
  void metricsShowHowFreshTheMarketDataIs() {
    try (TradingClient client = TradingClient.simulated(7).open()) {
      client.play(Duration.ofSeconds(10));
      client.unsubscribe(List.of("TCS"));
      client.play(Duration.ofSeconds(5));

      Metrics.MarketDataAge age = client.metrics().marketData();

      assertEquals(8 * 100 + 7 * 50, age.updates());
      assertEquals((8 * 100 + 7 * 50) / 14.9, age.updatesPerSecond(), 1e-9);
      assertEquals(0, age.oldestNanos());
    }
  }

  @Test
  void tenSecondsAreAHundredUpdatesOfEachSubscribedSymbol() {
    try (TradingClient client =
        TradingClient.simulated(7).symbols(List.of("RELIANCE", "INFY")).open()) {
      var counts = new TreeMap<String, Integer>();
      client.listen(new QuoteCounter(counts));

      client.play(Duration.ofSeconds(10));

      assertEquals(Map.of("RELIANCE", 100, "INFY", 100), counts);
    }
  }

  @Test
  void aLimitThatComesNearIsTold() {
    RiskConfig risk = RiskConfig.defaults().withRule("max_position_size", Map.of("limit", "100"));
    try (TradingClient client = TradingClient.simulated(7).risk(risk).open()) {
      client.play(Duration.ofSeconds(1));
      assertEquals(List.of(), client.riskAlerts());

      client.placeOrder(OrderRequest.market(TRADER, "ITC", Side.BUY, 80));
      client.play(Duration.ofSeconds(2));
      client.placeOrder(OrderRequest.market(TRADER, "ITC", Side.BUY, 15));
      client.play(Duration.ofSeconds(2));
      client.placeOrder(OrderRequest.market(TRADER, "ITC", Side.SELL, 95));
      client.play(Duration.ofSeconds(2));

      List<RiskAlert> alerts = client.riskAlerts().reversed();
      assertEquals(
          List.of(RiskAlert.Level.WARNING, RiskAlert.Level.CRITICAL, RiskAlert.Level.RESOLVED),
          alerts.stream().map(RiskAlert::level).toList());
      assertTrue(
          alerts.getFirst().sentence().startsWith("risk limit approaching: max_position_size"),
          alerts.getFirst().sentence());
      assertEquals(80, alerts.getFirst().actual());
    }
  }

  @Test
  void aBrokenLimitIsAViolationUntilItIsKeptAgain() {
    RiskConfig risk = RiskConfig.none().withRule("max_daily_loss", Map.of("limit", "0"));
    try (TradingClient client = TradingClient.simulated(7).risk(risk).open()) {
      client.play(Duration.ofSeconds(1));
      client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));
      boolean broken = false;
      boolean keptAgain = false;
      for (int second = 0; second < 600 && !keptAgain; second++) {
        client.play(Duration.ofSeconds(1));
        boolean open = !client.riskViolations().isEmpty();
        keptAgain = broken && !open;
        broken |= open;
      }

      assertTrue(broken, "no loss was seen");
      assertTrue(keptAgain, "the loss was never made up for");
      assertEquals(
          List.of(RiskAlert.Level.VIOLATED, RiskAlert.Level.RESOLVED),
          client.riskAlerts().reversed().stream().map(RiskAlert::level).limit(2).toList());
    }
  }

  @Test
  void flightRecorderSeesOrdersAndAlerts() throws Exception {
    Path file = temp.resolve("orders.jfr");
    RiskConfig risk = RiskConfig.defaults().withRule("max_position_size", Map.of("limit", "10"));
    try (Recording recording = new Recording();
        TradingClient client = TradingClient.simulated(7).risk(risk).open()) {
      recording.enable("trading.OrderPlaced").withoutThreshold();
      recording.enable("trading.RiskAlert").withoutThreshold();
      recording.start();
      client.play(Duration.ofSeconds(1));
      client.placeOrder(OrderRequest.market(TRADER, "ITC", Side.BUY, 9));
      client.placeOrder(OrderRequest.market(TRADER, "ITC", Side.BUY, 9));
      client.play(Duration.ofSeconds(2));
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);

    assertEquals(
        List.of("FILLED", "RISK_LIMIT"),
        events.stream()
            .filter(event -> event.getEventType().getName().equals("trading.OrderPlaced"))
            .map(event -> event.getString("outcome"))
            .toList());
    assertEquals(
        List.of("WARNING"),
        events.stream()
            .filter(event -> event.getEventType().getName().equals("trading.RiskAlert"))
            .map(event -> event.getString("level"))
            .toList());
  }

  @Test
  void metricsAreJsonInOneLine() {
    try (TradingClient client = TradingClient.simulated(7).open()) {
      client.play(Duration.ofSeconds(1));
      client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 10));

      String line = MetricsJson.line(client.metrics());

      assertFalse(line.contains("\n"));
      JsonNode json = JsonMapper.shared().readTree(line);
      assertEquals(1, json.get("orders").get("accepted").intValue());
      assertEquals(80, json.get("marketData").get("updates").intValue());
      assertEquals("RELIANCE", json.get("profit").get(0).get("symbol").stringValue());
    }
  }
}
