/// Benchmarks; open, because the harness reflects on them. Never shipped.
open module trading.bench {
  requires trading.client;
  requires info.picocli;
  requires java.management;
  requires java.net.http;
  requires jdk.httpserver;
  requires jmh.core;
  requires tools.jackson.databind;
  requires static org.jspecify;
}
