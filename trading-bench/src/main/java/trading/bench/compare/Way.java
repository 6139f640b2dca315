package trading.bench.compare;

import java.util.List;
import java.util.function.UnaryOperator;
import trading.api.OrderEntry;

/// The ways to an engine that are compared.
enum Way {
  /// A plain method call.
  IN_PROCESS("inProcess", "method call"),
  /// Loopback HTTP and JSON, as an ordinary program would send.
  HTTP_CLIENT("httpClient", "HTTP, java.net.http"),
  /// Loopback HTTP and JSON, with next to nothing on the sender's side.
  HTTP_SOCKET("httpSocket", "HTTP, bare socket"),
  /// The same without an engine behind the server.
  ECHO("echo", "HTTP, bare socket, echo");

  /// Those whose engines must end equal.
  static final List<Way> TO_AN_ENGINE = List.of(IN_PROCESS, HTTP_CLIENT, HTTP_SOCKET);

  private final String key;
  private final String label;

  Way(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /// {@return its name in JSON}
  String key() {
    return key;
  }

  /// {@return its name for people}
  String label() {
    return label;
  }

  boolean reachesAnEngine() {
    return TO_AN_ENGINE.contains(this);
  }

  /// {@return a sender, its server started}
  ///
  /// @param engine where commands go at first
  /// @param fault what stands between the HTTP server and the engine; `identity()` for nothing
  Caller open(OrderEntry engine, UnaryOperator<Desk> fault) {
    Caller caller =
        switch (this) {
          case IN_PROCESS -> new MethodCaller(engine);
          case HTTP_CLIENT -> new HttpClientCaller(entry -> fault.apply(Desk.of(entry)));
          case HTTP_SOCKET -> new SocketCaller(entry -> fault.apply(Desk.of(entry)));
          case ECHO -> new SocketCaller(_ -> Desk.echo());
        };
    caller.connect(engine);
    return caller;
  }
}
