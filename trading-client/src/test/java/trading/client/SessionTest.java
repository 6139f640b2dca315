package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.EngineStateException;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Side;
import trading.api.event.EventType;
import trading.strategies.OpenOrders;

/// A session's life: callbacks, stopping, settings that stay its own.
class SessionTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;
  private static final Instrument WIPRO = Instrument.of("WIPRO", "INR", "0.05", "1");
  private static final Listing LISTING = new Listing(WIPRO, WIPRO.ticks("400.00"));

  @Test
  void aListenerMayReadWhileSomebodyChangesTheSession() throws Exception {
    try (TradingClient client = TradingClient.simulated(7).open()) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch adding = new CountDownLatch(1);
      List<String> read = new ArrayList<>();
      client.addListener(event -> {
        if (event.type() == EventType.QUOTED && read.isEmpty()) {
          inside.countDown();
          await(adding);
          read.add(client.instrument("RELIANCE").symbol());
        }
      });
      Thread market =
          Thread.ofPlatform()
              .start(() -> client.placeOrder(OrderRequest.market(TRADER, "RELIANCE", Side.BUY, 1)));
      market.join();

      Thread playing = Thread.ofPlatform().start(() -> client.play(Duration.ofMillis(100)));
      await(inside);
      Thread listing = Thread.ofPlatform().start(() -> client.listInstrument(LISTING));
      adding.countDown();

      assertTrue(playing.join(Duration.ofSeconds(60)));
      assertTrue(listing.join(Duration.ofSeconds(60)));
      assertEquals(List.of("RELIANCE"), read);
    }
  }

  @Test
  void whatChangesTheSessionIsRefusedInsideACallback() {
    try (TradingClient client =
        TradingClient.simulated(7).strategy("ma_crossover", Map.of()).open()) {
      List<Reason> refused = new ArrayList<>();
      client.addListener(event -> {
        if (refused.isEmpty()) {
          for (Runnable change :
              List.<Runnable>of(
                  () -> client.disableStrategy("ma_crossover"),
                  () -> client.enableStrategy("ma_crossover"),
                  () -> client.changeStrategy("ma_crossover", Map.of()),
                  () -> client.listInstrument(LISTING),
                  () -> client.unsubscribe(List.of("TCS")),
                  client::stop)) {
            refused.add(assertThrows(EngineStateException.class, change::run).reason());
          }
        }
      });

      client.play(Duration.ofMillis(100));

      assertEquals(6, refused.size());
      assertTrue(refused.stream().allMatch(Reason.CALLED_FROM_CALLBACK::equals));
    }
  }

  @Test
  void stoppingCancelsTheOrdersOfAllAccounts() {
    TradingClient client = TradingClient.simulated(7).onClose(OpenOrders.CANCEL).open();
    client.play(Duration.ofSeconds(1));
    client.openAccount("later", "INR", 1_000_000_000_000L);
    long far = client.marketData("ITC").bidTicks() - 1_000;
    OrderRequest resting = OrderRequest.limit("later", "ITC", Side.BUY, 1, far);
    assertInstanceOf(OrderResult.Accepted.class, client.placeOrder(resting));

    client.stop();
    client.stop();

    assertEquals(OrderStatus.CANCELED, client.orders("later").getFirst().status());
    assertThrows(IllegalStateException.class, () -> client.play(Duration.ofSeconds(1)));
  }

  @Test
  void aStoppedEngineIsNoReasonToLeaveTheRestRunning() {
    TradingClient client = TradingClient.simulated(7).onClose(OpenOrders.CANCEL).open();
    client.play(Duration.ofSeconds(1));
    long far = client.marketData("ITC").bidTicks() - 1_000;
    client.placeOrder(OrderRequest.limit(TRADER, "ITC", Side.BUY, 1, far));
    client.addListener(event -> {
      throw new IllegalStateException("this listener is broken");
    });
    assertThrows(EngineStateException.class, () -> client.play(Duration.ofMillis(100)));

    assertEquals(
        Reason.ENGINE_STOPPED, assertThrows(EngineStateException.class, client::stop).reason());

    client.stop();
    assertThrows(IllegalStateException.class, () -> client.play(Duration.ofMillis(100)));
  }

  @Test
  void aBuilderThatIsUsedAgainChangesNoFormerClient() {
    TradingClientBuilder builder = TradingClient.simulated(7).onClose(OpenOrders.CANCEL);
    TradingClient first = builder.open();
    builder.onClose(OpenOrders.KEEP).accounts(List.of("other"));
    first.play(Duration.ofSeconds(1));
    long far = first.marketData("ITC").bidTicks() - 1_000;
    first.placeOrder(OrderRequest.limit(TRADER, "ITC", Side.BUY, 1, far));

    first.stop();

    assertEquals(OrderStatus.CANCELED, first.orders(TRADER).getFirst().status());
    try (TradingClient second = builder.open()) {
      assertEquals(List.of("other"), second.accounts());
    }
  }

  @Test
  void aStrategyThatIsEnabledLaterHasItsSettings() {
    try (TradingClient client =
        TradingClient.simulated(7).dormant("rsi_strategy", Map.of("period", "7")).open()) {
      client.enableStrategy("rsi_strategy");

      assertEquals("7", client.strategies().getFirst().settings().get("period"));
    }
  }

  @Test
  void whatCanBeEnabledIsListedWithItsParametersAndWhatItDoes() {
    try (TradingClient client = TradingClient.simulated(7).open()) {
      assertEquals(
          List.of("ma_crossover", "momentum_strategy", "rsi_strategy"),
          client.availableStrategies().stream().map(Plugin::id).toList());
      for (Plugin<?> strategy : client.availableStrategies()) {
        assertTrue(strategy.doc().endsWith("."), strategy.doc());
        assertTrue(
            strategy.parameters().stream().anyMatch(each -> each.name().equals("quantity")),
            strategy.id());
      }
    }
  }

  @Test
  void aClientThatCannotBeOpenedLeavesNoThread() {
    assertThrows(
        BadInputException.class,
        () ->
            TradingClient.simulated(7)
                .strategy("ma_crossover", Map.of())
                .strategy("nobody", Map.of())
                .realTime()
                .open());

    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().contains("ma_crossover")));
  }

  @Test
  void aListingsPriceIsOneThatCanBeSimulated() {
    assertEquals(
        Reason.BAD_SETTING,
        assertThrows(BadInputException.class, () -> new Listing(WIPRO, 9)).reason());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
