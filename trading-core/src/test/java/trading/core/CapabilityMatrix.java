package trading.core;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// Tries every type with every time in force and every flag, and writes down what becomes of it.
final class CapabilityMatrix {

  /// What an order says beside its type and its time in force.
  enum Flag {
    NONE("no flag"),
    POST_ONLY("post-only"),
    REDUCE_ONLY("reduce-only"),
    ICEBERG("iceberg"),
    ALL_IN("all in");

    final String word;

    Flag(String word) {
      this.word = word;
    }
  }

  private static final long DAY_NANOS = 86_400_000_000_000L;

  private final Matching matching;

  CapabilityMatrix(Matching matching) {
    this.matching = matching;
  }

  /// {@return a table of types and times in force by flags, in a market that suits the order}
  List<String> all() {
    List<String> lines = new ArrayList<>();
    lines.add(row(Stream.concat(Stream.of("type", "in force"), words(Flag.values(), f -> f.word))));
    lines.add(row(Stream.generate(() -> "---").limit(2 + Flag.values().length)));
    for (OrderType type : OrderType.values()) {
      for (TimeInForce time : TimeInForce.values()) {
        Stream<String> cells =
            words(Flag.values(), flag -> fate(order(type, time, flag, 10), flag, false));
        lines.add(row(Stream.concat(Stream.of(type.name(), time.name()), cells)));
      }
    }
    return lines;
  }

  /// {@return a table of types by times in force, where half of the order can trade; a day later}
  List<String> halves() {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(Stream.concat(Stream.of("type"), words(TimeInForce.values(), TimeInForce::name))));
    lines.add(row(Stream.generate(() -> "---").limit(1 + TimeInForce.values().length)));
    for (OrderType type : OrderType.values()) {
      Stream<String> cells =
          words(
              TimeInForce.values(),
              time -> fate(order(type, time, Flag.NONE, 100), Flag.NONE, true));
      lines.add(row(Stream.concat(Stream.of(type.name()), cells)));
    }
    return lines;
  }

  /// {@return the reasons of the refusals, in the order of types, times in force and flags}
  List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    for (OrderType type : OrderType.values()) {
      for (TimeInForce time : TimeInForce.values()) {
        for (Flag flag : Flag.values()) {
          OrderResult result = world(flag).engine.placeOrder(order(type, time, flag, 10));
          refusals.add(
              result instanceof OrderResult.Rejected(var refusal) ? refusal.reason().name() : "");
        }
      }
    }
    return refusals;
  }

  private String fate(OrderRequest request, Flag flag, boolean aDayLater) {
    World world = world(flag);
    return switch (world.engine.placeOrder(request)) {
      case OrderResult.Rejected(var refusal) -> "refused: `" + refusal.reason() + "`";
      case OrderResult.Accepted(var order) -> {
        if (request.type().isTriggered()) {
          long met = met(request.type());
          world.engine.onQuote(new FakeQuote(World.ACME, met - 1, 50, met + 1, 50, met));
        }
        if (aDayLater) {
          world.clock.set(DAY_NANOS);
          world.engine.advance();
        }
        yield fate(world.order(order.id()));
      }
    };
  }

  static String fate(Order order) {
    boolean part = order.filledLots() > 0 && order.filledLots() < order.lots();
    return (part ? order.filledLots() + " of " + order.lots() + " filled, " : "")
        + (part && !order.status().isTerminal() ? "rests" : order.status())
        + order.reason().map(reason -> ": `" + reason + "`").orElse("");
  }

  /// A world that quotes 99 to 101; whoever may only reduce is short before.
  private World world(Flag flag) {
    World world = World.peopled(config -> config.with(matching, ZoneId.of("UTC")));
    world.clock.set(1);
    if (matching == Matching.QUOTES) {
      long lots = flag == Flag.ALL_IN ? 20_000 : 50;
      world.quote(99, lots, 101, lots);
    } else {
      world.engine.openBar("ACME", 101);
    }
    if (flag == Flag.REDUCE_ONLY) {
      world.accepted(OrderRequest.market("alice", "ACME", Side.SELL, 20));
    }
    return world;
  }

  /// {@return an order that trades at once, or when its price comes; one that must rest, does}
  private static OrderRequest order(OrderType type, TimeInForce time, Flag flag, long lots) {
    boolean rests = flag == Flag.POST_ONLY || flag == Flag.ICEBERG;
    long best = type.isTriggered() ? met(type) + 1 : 101;
    OrderTerms terms =
        new OrderTerms(
            type.hasStop() ? met(type) : 0,
            type == OrderType.TRAILING_STOP ? 5 : 0,
            0,
            OrderTerms.NONE.triggerPrice(),
            flag == Flag.ICEBERG ? 3 : 0,
            flag == Flag.POST_ONLY,
            flag == Flag.REDUCE_ONLY,
            time == TimeInForce.GTD ? DAY_NANOS / 2 : 0);
    boolean allIn = flag == Flag.ALL_IN;
    return new OrderRequest(
        "alice",
        "ACME",
        Side.BUY,
        type,
        time,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        allIn ? 0 : lots,
        type.hasLimit() ? best - (rests ? 1 : 0) : 0,
        0,
        terms);
  }

  /// {@return the price that an order of a type waits for}
  private static long met(OrderType type) {
    boolean touched = type == OrderType.MARKET_IF_TOUCHED || type == OrderType.LIMIT_IF_TOUCHED;
    return touched ? 95 : 105;
  }

  static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static <T> Stream<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word);
  }
}
