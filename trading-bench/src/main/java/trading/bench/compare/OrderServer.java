package trading.bench.compare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/// Orders by HTTP/1.1 and JSON, on the loopback interface: the JDK's server, set up to be fast.
///
/// `POST /orders` and `POST /cancellations` answer 200 with the order, 422 with a refusal, 400 for
/// what is no such JSON. Handlers run on the server's one thread: with one client at a time, that
/// is faster than handing over to another.
final class OrderServer implements AutoCloseable {
  private final HttpServer server;
  private volatile Desk desk = Desk.echo();

  private OrderServer(HttpServer server) {
    this.server = server;
  }

  /// {@return a server on a port of its own}
  static OrderServer open() {
    // Read once by the JDK; without it every answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      OrderServer opened = new OrderServer(HttpServer.create(anyPort, 0));
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  /// Lets another desk answer from now on.
  void serve(Desk newDesk) {
    desk = newDesk;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void start() {
    handle(Wire.ORDERS, body -> desk.place(Wire.readOrder(body)));
    handle(Wire.CANCELLATIONS, body -> desk.cancel(Wire.readCancel(body)));
    server.start();
  }

  private void handle(String path, Function<byte[], Reply> answer) {
    server.createContext(
        path,
        exchange -> {
          if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, answer);
          } else {
            send(
                exchange,
                HttpStatus.BAD_METHOD,
                Reply.refused("BAD_METHOD", "the method must be POST"));
          }
        });
  }

  private static void answer(HttpExchange exchange, Function<byte[], Reply> answer)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Reply reply;
    try {
      reply = answer.apply(body);
    } catch (JacksonException e) {
      send(exchange, HttpStatus.BAD_REQUEST, Reply.refused("BAD_REQUEST", e.getOriginalMessage()));
      return;
    }
    send(exchange, reply.isRefusal() ? HttpStatus.REFUSED : HttpStatus.OK, reply);
  }

  private static void send(HttpExchange exchange, int status, Reply reply) throws IOException {
    byte[] json = Wire.write(reply);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(json);
    }
  }
}
