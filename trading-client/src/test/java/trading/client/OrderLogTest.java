package trading.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Side;

/// What the log of orders says.
class OrderLogTest {
  private static final String TRADER = TradingClient.DEFAULT_ACCOUNT;

  private final TradingClient client = TradingClient.simulated(7).open();
  private final OrderLog door = new OrderLog(client);

  @BeforeEach
  void wantEveryLine() throws ReflectiveOperationException {
    client.play(Duration.ofSeconds(1));
    setLevel("INFO");
  }

  @AfterEach
  void close() throws ReflectiveOperationException {
    setLevel("WARN");
    client.close();
  }

  @Test
  void aChangeAndItsRefusalAreOneLineEach() {
    Order order = place(far("ITC", 10));
    door.amendOrder(TRADER, order.id(), new Amendment(7, 0, 0));
    door.amendOrder(TRADER, 99, new Amendment(7, 5, 0));

    assertEquals(
        List.of(
            "order placed: trader_001 LIMIT BUY 10 lots of ITC, order 1 of 2025-01-06T03:45:00.900Z"
                + " is NEW",
            "order amended: trader_001 order 1 has 7 lots of ITC, limit "
                + order.limitTicks()
                + ", stop 0, is NEW",
            "amendment rejected: trader_001 order 99 to 7 lots, limit 5, stop 0, UNKNOWN_ORDER: "),
        start(written(), 3, "UNKNOWN_ORDER: "));
  }

  @Test
  void linkedOrdersAreLinesOfTheirOwn() {
    door.placeLinked(new LinkedOrders.OneCancelsOther(far("ITC", 3), far("ITC", 3)));
    door.placeLinked(new LinkedOrders.OneCancelsOther(far("ITC", 3), far("ITC", 4)));

    assertEquals(
        List.of(
            "order placed: trader_001 LIMIT BUY 3 lots of ITC, order 1",
            "order placed: trader_001 LIMIT BUY 3 lots of ITC, order 2",
            "linked orders rejected: all 2, because of this one",
            "order rejected: trader_001 LIMIT BUY 4 lots of ITC, BAD_LINK: "),
        start(start(written(), 4, "BAD_LINK: "), 4, "order 1", "order 2"));
  }

  @Test
  void whatWasCanceledTogetherIsCounted() {
    place(far("ITC", 1));
    place(far("TCS", 1));
    written();

    door.cancelOrders(CancelScope.ofAccount(TRADER).in("TCS"));
    door.cancelOrders(CancelScope.everything());

    assertEquals(
        List.of(
            "orders canceled: 1 of trader_001 in TCS",
            "orders canceled: 1 of all accounts in all instruments"),
        written());
  }

  /// {@return the lines that were written, without time, level and logger}
  private List<String> written() {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      door.write();
    } finally {
      System.setErr(before);
    }
    return err.toString(UTF_8)
        .lines()
        .map(line -> line.substring(line.indexOf(" - ") + 3))
        .toList();
  }

  /// {@return the lines, each up to the end of the first of some words that it holds}
  private static List<String> start(List<String> lines, int count, String... words) {
    assertEquals(count, lines.size());
    return lines.stream().map(line -> upTo(line, words)).toList();
  }

  private static String upTo(String line, String... words) {
    for (String word : words) {
      if (line.contains(word)) {
        return line.substring(0, line.indexOf(word) + word.length());
      }
    }
    return line;
  }

  private Order place(OrderRequest request) {
    return assertInstanceOf(OrderResult.Accepted.class, door.placeOrder(request)).order();
  }

  private OrderRequest far(String symbol, long lots) {
    return OrderRequest.limit(
        TRADER, symbol, Side.BUY, lots, client.marketData(symbol).bidTicks() - 1_000);
  }

  /// logback is no dependency of the code: it is only known while it runs.
  private static void setLevel(String level) throws ReflectiveOperationException {
    Logger logger = LoggerFactory.getLogger(OrderLog.class);
    Class<?> levels =
        Class.forName("ch.qos.logback.classic.Level", true, logger.getClass().getClassLoader());
    Object wanted = levels.getMethod("valueOf", String.class).invoke(null, level);
    logger.getClass().getMethod("setLevel", levels).invoke(logger, wanted);
  }
}
