package trading.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.client.TradingClient;

class OrderServerTest {
  private static final String ACCOUNT = TradingClient.DEFAULT_ACCOUNT;
  private static final String ORDER =
      """
      {"account": "trader_001", "symbol": "%s", "side": "BUY", "type": "MARKET", "lots": 3,
       "limitTicks": 0}\
      """;

  private final TradingClient engine = Session.open(7);
  private final OrderServer server = OrderServer.open();

  @AfterEach
  void close() {
    server.close();
    engine.close();
  }

  @Test
  void anOrderIsAnswered200WithWhatBecameOfIt() throws Exception {
    HttpResponse<String> response = post(Wire.ORDERS, ORDER.formatted("RELIANCE"));

    assertEquals(200, response.statusCode());
    assertTrue(
        response.body().startsWith("{\"orderId\":1,\"status\":\"FILLED\",\"filledLots\":3,"),
        response.body());
    assertEquals(3, engine.positions(ACCOUNT).getFirst().netLots());
  }

  @Test
  void aRefusalIsAnswered422WithCodeAndSentence() throws Exception {
    HttpResponse<String> response = post(Wire.ORDERS, ORDER.formatted("NOWHERE"));

    assertEquals(422, response.statusCode());
    assertTrue(response.body().contains("\"reason\":\"UNKNOWN_SYMBOL\""), response.body());
    assertTrue(response.body().contains("NOWHERE is not listed"), response.body());
  }

  @Test
  void whatIsNoOrderIsAnswered400() throws Exception {
    assertEquals(400, post(Wire.ORDERS, "{").statusCode());
    assertEquals(400, post(Wire.ORDERS, "{\"account\": \"trader_001\"}").statusCode());
    assertEquals(400, post(Wire.ORDERS, ORDER.replace("BUY", "HOLD")).statusCode());
    assertEquals(400, post(Wire.CANCELLATIONS, "[]").statusCode());
  }

  @Test
  void anotherMethodIsAnswered405() throws Exception {
    assertEquals(405, send(request(Wire.ORDERS).GET().build()).statusCode());
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"IN_PROCESS", "HTTP_CLIENT", "HTTP_SOCKET"})
  void everyWayTellsRefusalsAndGoesOn(Way way) {
    try (Caller caller = way.open(engine, UnaryOperator.identity())) {
      Reply order = send(caller, OrderRequest.market(ACCOUNT, "NOWHERE", Side.BUY, 1));
      Reply cancel = Caller.reply(caller.send(new Step.Cancel(ACCOUNT, 99)));
      Reply later = send(caller, OrderRequest.market(ACCOUNT, "TCS", Side.SELL, 2));

      assertEquals("UNKNOWN_SYMBOL", order.reason());
      assertEquals("UNKNOWN_ORDER", cancel.reason());
      assertTrue(cancel.sentence().contains("99"), cancel.sentence());
      assertEquals("FILLED", later.status());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"HTTP_CLIENT", "HTTP_SOCKET"})
  void aBrokenServerIsNoAnswer(Way way) {
    try (Caller caller = way.open(engine, _ -> new BrokenDesk())) {
      Step.Cancel cancel = new Step.Cancel(ACCOUNT, 99);

      assertThrows(Exception.class, () -> caller.send(cancel));
    }
  }

  private static Reply send(Caller caller, OrderRequest request) {
    return Caller.reply(caller.send(new Step.Place(request)));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    server.serve(Desk.of(engine));
    return send(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://"
                    + server.address().getHostString()
                    + ":"
                    + server.address().getPort()
                    + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private static final class BrokenDesk implements Desk {
    @Override
    public Reply place(Wire.OrderBody order) {
      throw new IllegalStateException("broken");
    }

    @Override
    public Reply cancel(Wire.CancelBody cancel) {
      throw new IllegalStateException("broken");
    }
  }
}
