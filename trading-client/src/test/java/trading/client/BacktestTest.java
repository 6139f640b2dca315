package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.Strategy;
import trading.api.spi.StrategyProvider;
import trading.client.json.Json;
import trading.risk.RiskConfig;
import trading.strategies.StrategyStatus;

class BacktestTest {
  private static final Instrument TEST = Instrument.of("TEST", "USD", "1", "1");

  @TempDir private Path folder;

  @Test
  void whatIsOrderedAtABarTradesAtTheNextOpenAndNeverBefore() throws IOException {
    BacktestResult result = run(new OnFirstBar(0), Backtest.Options.defaults(), "2024-01-01");

    Order order = result.orders().getFirst();
    assertEquals(102, order.filledMicros() / 1_000_000 / order.filledLots());
    assertEquals("2024-01-02", Json.time(order.updatedNanos(), result.zone()).substring(0, 10));
    assertEquals(5, result.openLots());
  }

  @Test
  void closingAtTheEndLeavesNothingHeldAndNothingWorking() throws IOException {
    // The limit would be touched by the last bar alone.
    BacktestResult result =
        run(new OnFirstBar(90), Backtest.Options.defaults().closingAtEnd(), "2024-01-01");

    assertEquals(0, result.openLots());
    assertEquals(1, result.trades().size());
    assertEquals(OrderStatus.CANCELED, result.orders().get(1).status());
    assertEquals(List.of(), result.warnings());
  }

  @Test
  void aBracketsStopIsRaisedAndTradesInTheBarThatMeetsIt() throws IOException {
    BacktestResult result = run(new RaisedStop(), Backtest.Options.defaults(), "2024-01-01");

    List<Order> orders = result.orders();
    assertEquals(
        List.of(OrderStatus.FILLED, OrderStatus.FILLED, OrderStatus.CANCELED),
        orders.stream().map(Order::status).toList());
    assertEquals(102, orders.get(1).filledMicros() / 1_000_000 / orders.get(1).filledLots());
    assertEquals(
        "2024-01-03", Json.time(orders.get(1).updatedNanos(), result.zone()).substring(0, 10));
    assertEquals(Reason.LINKED_ORDER, orders.get(2).reason().orElseThrow());
    assertEquals(0, result.openLots());
    assertEquals(List.of(), result.warnings());
  }

  @Test
  void barsBeforeTheEpochKeepTheirTime() throws IOException {
    BacktestResult result =
        run(new OnFirstBar(0), Backtest.Options.defaults().closingAtEnd(), "1960-01-04");

    assertEquals(
        "1960-01-05T00:00:00Z", Json.time(result.trades().getFirst().entryNanos(), result.zone()));
  }

  @Test
  void limitsOfAnAccountThatThereIsNotStopTheStart() {
    Backtest.Options limited =
        Backtest.Options.defaults()
            .withRisk(
                RiskConfig.none()
                    .withAccount("trader_01", "max_position_size", Map.of("limit", "1")));

    BadInputException e =
        assertThrows(BadInputException.class, () -> run(new OnFirstBar(0), limited, "2024-01-01"));

    assertEquals(Reason.UNKNOWN_ACCOUNT, e.reason());
    assertTrue(e.getMessage().contains("trader_01"), e.getMessage());
  }

  @Test
  void aRuleThatRefusesIsCounted() throws IOException {
    Backtest.Options limited =
        Backtest.Options.defaults()
            .withRisk(RiskConfig.none().withRule("max_position_size", Map.of("limit", "4")));

    BacktestResult result = run(new OnFirstBar(0), limited, "2024-01-01");

    assertEquals(1, result.status().refusals());
    assertEquals(0, result.openLots());
  }

  @Test
  void aStrategyThatThrowsIsStoppedAndReported() throws IOException {
    BacktestResult result =
        run(
            new Strategy() {
              @Override
              public void onBar(BarView bar, Desk desk) {
                throw new IllegalStateException("no idea");
              }
            },
            Backtest.Options.defaults(),
            "2024-01-01");

    assertEquals(StrategyStatus.State.STOPPED, result.status().state());
    assertTrue(result.warnings().getFirst().contains("was stopped"), result.warnings().toString());
  }

  @Test
  void aPositionWorthMoreThanTheLedgerHoldsIsNamed() throws IOException {
    Instrument huge = Instrument.of("TEST", "USD", "1", "1000000");
    Path bars =
        Files.writeString(
            folder.resolve("bars.csv"),
            "date,open,high,low,close,volume\n2024-01-01,1,1,1,1,0\n2024-01-02,1,1,1,1,0\n"
                + "2024-01-03,100000000000,100000000000,100000000000,100000000000,0\n");
    PluginCatalog plugins = PluginCatalog.builtIn().with(new Handed(new OnFirstBar(0)));

    BadInputException e =
        assertThrows(BadInputException.class, () -> Backtest.of("handed", bars, huge).run(plugins));

    assertEquals(Reason.NOTIONAL_TOO_LARGE, e.reason());
  }

  private BacktestResult run(Strategy strategy, Backtest.Options options, String firstDay)
      throws IOException {
    LocalDate day = LocalDate.parse(firstDay);
    StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
    int[][] bars = {
      {100, 101, 99, 100}, {102, 103, 101, 103}, {103, 104, 102, 103}, {95, 96, 80, 90}
    };
    for (int[] bar : bars) {
      csv.append("%s,%d,%d,%d,%d,10%n".formatted(day, bar[0], bar[1], bar[2], bar[3]));
      day = day.plusDays(1);
    }
    Path file = Files.writeString(folder.resolve("bars.csv"), csv);
    PluginCatalog plugins = PluginCatalog.builtIn().with(new Handed(strategy));
    return Backtest.of("handed", file, TEST).with(options).run(plugins);
  }

  /// Buys 5 at the market on the first bar, and 5 more at a limit if there is one.
  private static final class OnFirstBar implements Strategy {
    private final long limitTicks;
    private boolean done;

    OnFirstBar(long limitTicks) {
      this.limitTicks = limitTicks;
    }

    @Override
    public void onBar(BarView bar, Desk desk) {
      if (done) {
        return;
      }
      done = true;
      String symbol = bar.instrument().symbol();
      desk.submit(OrderRequest.market(desk.account(), symbol, Side.BUY, 5));
      if (limitTicks > 0) {
        desk.submit(OrderRequest.limit(desk.account(), symbol, Side.BUY, 5, limitTicks));
      }
    }
  }

  /// Buys 5 on the first bar, with a stop at 99 that it raises to 102, and a target.
  private static final class RaisedStop implements Strategy {
    private List<Long> numbers = List.of();

    @Override
    public void onBar(BarView bar, Desk desk) {
      if (!numbers.isEmpty()) {
        return;
      }
      String symbol = bar.instrument().symbol();
      numbers =
          desk.submit(
              new LinkedOrders.Bracket(
                  OrderRequest.market(desk.account(), symbol, Side.BUY, 5),
                  OrderRequest.stop(desk.account(), symbol, Side.SELL, 5, 99),
                  OrderRequest.limit(desk.account(), symbol, Side.SELL, 5, 120)));
    }

    @Override
    public void onOrder(Order order, Desk desk) {
      boolean isStop = order.clientOrderId() == numbers.get(1);
      if (isStop && order.status() == OrderStatus.NEW && order.terms().stopTicks() == 99) {
        // Later, when the trade has gone its way:
        desk.amend(numbers.get(1), Amendment.stop(102));
      }
    }
  }

  /// Hands out one strategy.
  private record Handed(Strategy strategy) implements StrategyProvider {
    @Override
    public String id() {
      return "handed";
    }

    @Override
    public String doc() {
      return "Handed in by a test.";
    }

    @Override
    public Strategy create(Settings settings) {
      return strategy;
    }
  }
}
