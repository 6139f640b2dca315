package trading.core;

import static trading.core.Stage.ACME;
import static trading.core.Stage.ALICE;
import static trading.core.Stage.PLENTY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;
import trading.core.OrderTrials.Flag;
import trading.core.OrderTrials.Prices;

/// Tries the numbers of an order: which it must have, which it must not have, what they do.
record TermTrials(Function<Matching, Stage> stages) {

  /// One number of an order, present and absent.
  private record Number(
      Function<OrderRequest, OrderRequest> with, Function<OrderRequest, OrderRequest> without) {
    static Number of(
        Function<OrderTerms, OrderTerms> with, Function<OrderTerms, OrderTerms> without) {
      return new Number(
          order -> order.with(with.apply(order.terms())),
          order -> order.with(without.apply(order.terms())));
    }
  }

  /// {@return type × number}
  MarkdownTable numbers() {
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("limit", new Number(order -> limited(order, true), order -> limited(order, false)));
    numbers.put("stop", Number.of(terms -> terms.withStop(90), terms -> terms.withStop(0)));
    numbers.put(
        "trail in ticks",
        Number.of(terms -> terms.withTrail(9, 0), terms -> terms.withTrail(0, 0)));
    numbers.put(
        "trail in basis points",
        Number.of(terms -> terms.withTrail(0, 9), terms -> terms.withTrail(0, 0)));
    numbers.put(
        "both trails", Number.of(terms -> terms.withTrail(9, 9), terms -> terms.withTrail(0, 0)));
    List<String> head = new ArrayList<>(List.of("type"));
    head.addAll(numbers.keySet());
    MarkdownTable table = new MarkdownTable(head);
    for (OrderType type : OrderType.values()) {
      OrderRequest order = OrderTrials.request(type, TimeInForce.GTC, Flag.NONE);
      List<String> row = new ArrayList<>(List.of(type.name()));
      numbers.values().forEach(number -> row.add(verdict(order, number)));
      table.row(row);
    }
    return table;
  }

  /// {@return an expiry × time in force}
  MarkdownTable expiries() {
    Number expiry =
        Number.of(terms -> terms.expiringAt(Long.MAX_VALUE), terms -> terms.expiringAt(0));
    List<String> head = new ArrayList<>(List.of("number"));
    List<String> row = new ArrayList<>(List.of("expiry"));
    for (TimeInForce each : OrderTrials.TIMES) {
      head.add(each.name());
      row.add(verdict(OrderTrials.request(OrderType.LIMIT, each, Flag.NONE), expiry));
    }
    return new MarkdownTable(head).row(row);
  }

  /// {@return what an order of 6 lots may show at a time}
  MarkdownTable displays() {
    List<String> head = new ArrayList<>(List.of("number"));
    List<String> row = new ArrayList<>(List.of("display"));
    for (long shown : new long[] {-1, 0, 1, 5, 6}) {
      head.add(Long.toString(shown));
      Number display = Number.of(terms -> terms.showing(shown), terms -> terms.showing(0));
      row.add(verdict(OrderTrials.request(OrderType.LIMIT, TimeInForce.GTC, Flag.NONE), display));
    }
    return new MarkdownTable(head).row(row);
  }

  private String verdict(OrderRequest order, Number number) {
    Optional<Reason> with = stages.apply(Matching.QUOTES).place(number.with().apply(order));
    Optional<Reason> without = stages.apply(Matching.QUOTES).place(number.without().apply(order));
    if (with.isPresent()) {
      return OrderTrials.refused(with.get());
    }
    return without.map(why -> "needed, else " + OrderTrials.refused(why)).orElse("works");
  }

  private static OrderRequest limited(OrderRequest order, boolean limited) {
    return new OrderRequest(
        order.account(),
        order.symbol(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.sizing(),
        order.lots(),
        limited ? Prices.of(order.type()).limit() : 0,
        order.clientOrderId(),
        order.terms());
  }

  /// {@return a reduce-only sell order × the position}
  MarkdownTable reduceOnlyByPosition() {
    List<OrderType> types = List.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP);
    List<String> head = new ArrayList<>(List.of("position"));
    types.forEach(type -> head.add(type.name()));
    MarkdownTable table = new MarkdownTable(head);
    for (long position : new long[] {10, 6, 3, 0, -10}) {
      List<String> row = new ArrayList<>(List.of(Long.toString(position)));
      types.forEach(type -> row.add(reduceOnly(type, position)));
      table.row(row);
    }
    return table;
  }

  private String reduceOnly(OrderType type, long position) {
    Stage stage = stages.apply(Matching.QUOTES);
    if (position < Stage.HELD) {
      sell(stage, Stage.HELD - position);
    }
    return stage
        .place(OrderTrials.request(type, TimeInForce.GTC, Flag.REDUCE_ONLY))
        .map(OrderTrials::refused)
        .orElseGet(() -> stage.ending(stage.newest()));
  }

  /// {@return a reduce-only sell order that was taken × the position when its price comes}
  MarkdownTable reduceOnlyLater() {
    List<OrderType> types = List.of(OrderType.LIMIT, OrderType.STOP, OrderType.LIMIT_IF_TOUCHED);
    List<String> head = new ArrayList<>(List.of("position then"));
    types.forEach(type -> head.add(type.name()));
    MarkdownTable table = new MarkdownTable(head);
    for (long position : new long[] {10, 3, 0, -10}) {
      List<String> row = new ArrayList<>(List.of(Long.toString(position)));
      types.forEach(type -> row.add(reducedLater(type, position)));
      table.row(row);
    }
    return table;
  }

  private String reducedLater(OrderType type, long position) {
    Stage stage = stages.apply(Matching.QUOTES);
    long price = Prices.of(type).limit();
    stage.quote(95, PLENTY, 102, 100);
    long id = stage.accepted(OrderTrials.request(type, TimeInForce.GTC, Flag.REDUCE_ONLY));
    if (position < Stage.HELD) {
      sell(stage, Stage.HELD - position);
    }
    stage.quote(price, PLENTY, price + 2, price);
    return stage.ending(id);
  }

  private static void sell(Stage stage, long lots) {
    stage.accepted(OrderRequest.market(ALICE, ACME, Side.SELL, lots));
  }

  /// {@return which quote triggers a sell stop at 90, by the price that it waits for}
  MarkdownTable triggerPrices() {
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "triggerPrice", "last 90, 95 / 105", "last 100, 90 / 110", "last 100, 80 / 100"));
    for (TriggerPrice price : TriggerPrice.values()) {
      table.row(
          List.of(
              price.name(),
              stop(price, 95, 105, 90),
              stop(price, 90, 110, 100),
              stop(price, 80, 100, 100)));
    }
    return table;
  }

  private String stop(TriggerPrice price, long bid, long ask, long last) {
    Stage stage = stages.apply(Matching.QUOTES);
    OrderRequest stop = OrderTrials.request(OrderType.STOP, TimeInForce.GTC, Flag.NONE);
    long id = stage.accepted(stop.with(stop.terms().triggeredBy(price)));
    stage.quote(bid, PLENTY, ask, last);
    return stage.story(id);
  }
}
