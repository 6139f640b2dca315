package trading.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Function;
import trading.api.OrderEntry;
import trading.bench.compare.Step.Command;

/// Sends by the JDK's HTTP client over a connection that is kept open.
final class HttpClientCaller implements Caller {
  private final OrderServer server = OrderServer.open();
  private final Function<OrderEntry, Desk> desks;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI orders;
  private final URI cancellations;

  /// @param desks who answers for an engine
  HttpClientCaller(Function<OrderEntry, Desk> desks) {
    this.desks = desks;
    String root = "http://" + server.address().getHostString() + ":" + server.address().getPort();
    orders = URI.create(root + Wire.ORDERS);
    cancellations = URI.create(root + Wire.CANCELLATIONS);
  }

  @Override
  public void connect(OrderEntry engine) {
    server.serve(desks.apply(engine));
  }

  @Override
  public Object send(Command command) {
    HttpRequest request =
        HttpRequest.newBuilder(
                switch (command) {
                  case Step.Place _ -> orders;
                  case Step.Cancel _ -> cancellations;
                })
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Wire.write(command)))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return HttpStatus.require(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " was under way", e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
