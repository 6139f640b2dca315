/// Benchmarks; open, because the harness reflects on them. Never shipped.
open module trading.bench {
  requires trading.client;
  requires trading.core;
  requires collections;
  requires exchange.core;
  requires info.picocli;
  requires java.management;
  requires java.net.http;
  requires jdk.httpserver;
  requires jdk.management;
  requires jmh.core;
  requires org.eclipse.collections.impl;
  requires tools.jackson.databind;
  requires static org.jspecify;
}
