/// Benchmarks; open, because the harness reflects on them. Never shipped.
open module trading.bench {
  requires trading.client;
  requires jmh.core;
  requires static org.jspecify;
}
