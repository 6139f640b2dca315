package trading.core;

import static trading.core.OrderTrials.LOTS;
import static trading.core.Stage.ACME;
import static trading.core.Stage.ALICE;
import static trading.core.Stage.BOB;
import static trading.core.Stage.PLENTY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.core.OrderTrials.Flag;

/// Tries what may stand among linked orders, what may not, and what they do to each other.
record LinkTrials(Function<Matching, Stage> stages) {
  private static final OrderRequest SELL = OrderRequest.limit(ALICE, ACME, Side.SELL, LOTS, 105);
  private static final OrderRequest SELL_STOP = OrderRequest.stop(ALICE, ACME, Side.SELL, LOTS, 90);
  private static final OrderRequest BUY = OrderRequest.limit(ALICE, ACME, Side.BUY, LOTS, 95);
  private static final OrderRequest BUY_STOP = OrderRequest.stop(ALICE, ACME, Side.BUY, LOTS, 120);

  private static final LinkedOrders PAIR = new LinkedOrders.OneCancelsOther(SELL, SELL_STOP);
  private static final LinkedOrders THEN = new LinkedOrders.OneTriggersOthers(SELL, List.of(BUY));
  private static final LinkedOrders BRACKET = new LinkedOrders.Bracket(SELL, BUY_STOP, BUY);
  private static final List<LinkedOrders> KINDS = List.of(PAIR, THEN, BRACKET);

  /// Where an order may stand among linked ones.
  private enum Place {
    PAIR("one cancels other"),
    ENTRY("an entry that triggers"),
    THEN("after that entry"),
    BRACKET_ENTRY("a bracket's entry"),
    STOP("its stop"),
    TARGET("its target");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    /// {@return linked orders with a sell order in this place}
    LinkedOrders with(OrderRequest sell) {
      return switch (this) {
        case PAIR -> new LinkedOrders.OneCancelsOther(SELL, sell);
        case ENTRY -> new LinkedOrders.OneTriggersOthers(sell, List.of(BUY));
        case THEN -> new LinkedOrders.OneTriggersOthers(BUY, List.of(sell));
        case BRACKET_ENTRY -> new LinkedOrders.Bracket(sell, BUY_STOP, BUY);
        case STOP -> new LinkedOrders.Bracket(BUY, sell, SELL);
        case TARGET -> new LinkedOrders.Bracket(BUY, SELL_STOP, sell);
      };
    }
  }

  /// {@return which order may stand in which place}
  MarkdownTable places() {
    List<String> head = new ArrayList<>(List.of("order"));
    Arrays.stream(Place.values()).forEach(place -> head.add(place.words));
    MarkdownTable table = new MarkdownTable(head);
    for (OrderType type : OrderType.values()) {
      table.row(places(type.name(), OrderTrials.request(type, TimeInForce.GTC, Flag.NONE)));
    }
    for (Flag flag : List.of(Flag.POST_ONLY, Flag.REDUCE_ONLY, Flag.ICEBERG, Flag.ALL_IN)) {
      OrderRequest limit = OrderTrials.request(OrderType.STOP_LIMIT, TimeInForce.GTC, flag);
      OrderRequest request =
          flag == Flag.ALL_IN ? OrderTrials.request(OrderType.LIMIT, TimeInForce.GTC, flag) : limit;
      table.row(places(request.type() + ", " + flag.words, request));
    }
    for (TimeInForce each : OrderTrials.TIMES) {
      table.row(places("LIMIT " + each, OrderTrials.request(OrderType.LIMIT, each, Flag.NONE)));
    }
    return table;
  }

  private List<String> places(String label, OrderRequest request) {
    List<String> row = new ArrayList<>(List.of(label));
    for (Place place : Place.values()) {
      row.add(verdict(place.with(request), _ -> {}));
    }
    return row;
  }

  private String verdict(LinkedOrders linked, Consumer<Stage> before) {
    Stage stage = stages.apply(Matching.QUOTES);
    before.accept(stage);
    return stage.place(linked).map(OrderTrials::refused).orElse("works");
  }

  /// {@return what does not fit together, by kind}
  MarkdownTable misfits() {
    Map<String, UnaryOperator<OrderRequest>> second = new LinkedHashMap<>();
    second.put("the same side as the first", order -> with(order, Side.SELL));
    second.put("the other side", order -> with(order, Side.BUY));
    second.put("another account", order -> named(order, BOB, ACME));
    second.put("another instrument", order -> named(order, ALICE, "BOLT"));
    second.put("another quantity", order -> sized(order, LOTS - 1));
    second.put("the first one's client order id", order -> order.withClientOrderId(7));
    second.put("a client order id used before", order -> order.withClientOrderId(8));
    MarkdownTable table =
        new MarkdownTable(
            List.of("the second order has", "one cancels other", "one triggers others", "bracket"));
    second.forEach((label, change) -> {
      List<String> row = new ArrayList<>(List.of(label));
      KINDS.forEach(kind -> row.add(verdict(changed(kind, change), LinkTrials::prepare)));
      table.row(row);
    });
    return table;
  }

  private static void prepare(Stage stage) {
    stage.run(
        new Command.ListInstrument(Instrument.of("BOLT", World.ACME.currency(), "0.000001", "1")));
    stage.accepted(OrderRequest.limit(ALICE, ACME, Side.BUY, 1, 1).withClientOrderId(8));
  }

  private static LinkedOrders changed(LinkedOrders linked, UnaryOperator<OrderRequest> change) {
    List<OrderRequest> orders = new ArrayList<>(linked.orders());
    orders.set(0, orders.getFirst().withClientOrderId(7));
    orders.set(1, change.apply(orders.get(1)));
    return LinkKind.linked(LinkKind.of(linked).code(), orders);
  }

  private static OrderRequest with(OrderRequest order, Side side) {
    return order.side() == side
        ? order
        : copy(order, order.account(), order.symbol(), side, order.lots());
  }

  private static OrderRequest named(OrderRequest order, String account, String symbol) {
    return copy(order, account, symbol, order.side(), order.lots());
  }

  private static OrderRequest sized(OrderRequest order, long lots) {
    return copy(order, order.account(), order.symbol(), order.side(), lots);
  }

  private static OrderRequest copy(
      OrderRequest order, String account, String symbol, Side side, long lots) {
    return new OrderRequest(
        account,
        symbol,
        side,
        order.type(),
        order.timeInForce(),
        order.sizing(),
        lots,
        order.limitTicks(),
        order.clientOrderId(),
        order.terms());
  }

  /// {@return how many orders an entry may trigger}
  MarkdownTable numbers() {
    List<Integer> numbers = List.of(0, 1, 16, 17);
    MarkdownTable table =
        new MarkdownTable(numbers.stream().map(n -> n + " after an entry").toList());
    return table.row(
        numbers.stream()
            .map(n -> new LinkedOrders.OneTriggersOthers(SELL, Collections.nCopies(n, BUY)))
            .map(linked -> verdict(linked, _ -> {}))
            .toList());
  }

  /// What happens to linked orders.
  private record Scene(LinkedOrders linked, String what, List<Consumer<Stage>> steps) {}

  /// {@return what the orders of a pair, an entry or a bracket do to each other}
  MarkdownTable scenes() {
    MarkdownTable table =
        new MarkdownTable(List.of("what happens", "first, entry", "second, stop", "target"));
    for (Scene scene : allScenes()) {
      Stage stage = stages.apply(Matching.QUOTES);
      stage.place(scene.linked());
      long last = stage.newest();
      scene.steps().forEach(step -> step.accept(stage));
      List<String> row = new ArrayList<>(List.of(scene.what()));
      for (int i = scene.linked().orders().size() - 1; i >= 0; i--) {
        row.add(stage.story(last - i));
      }
      while (row.size() < 4) {
        row.add("");
      }
      table.row(row);
    }
    return table;
  }

  private static List<Scene> allScenes() {
    Consumer<Stage> part = stage -> stage.quote(105, 2, 107, 105);
    Consumer<Stage> whole = stage -> stage.quote(105, PLENTY, 107, 105);
    Consumer<Stage> target = stage -> stage.quote(93, PLENTY, 95, 95);
    Consumer<Stage> someTarget = stage -> stage.quoteAsk(93, 95, 2);
    Consumer<Stage> stop = stage -> stage.quote(118, PLENTY, 120, 120);
    Consumer<Stage> cancel = stage -> stage.cancel(stage.newest() - 2);
    Consumer<Stage> cancelOfTwo = stage -> stage.cancel(stage.newest() - 1);
    return List.of(
        new Scene(PAIR, "pair: the first trades 2 of 6", List.of(part)),
        new Scene(PAIR, "pair: the first trades whole", List.of(whole)),
        new Scene(PAIR, "pair: the second is triggered", List.of(s -> s.quote(88, PLENTY, 90, 88))),
        new Scene(PAIR, "pair: the first is canceled", List.of(cancelOfTwo)),
        new Scene(THEN, "entry trades 2 of 6", List.of(part)),
        new Scene(THEN, "entry trades 2, then 2 more", List.of(part, part)),
        new Scene(THEN, "entry trades 2, then is canceled", List.of(part, cancelOfTwo)),
        new Scene(THEN, "entry is canceled", List.of(cancelOfTwo)),
        new Scene(BRACKET, "bracket: the entry trades 2 of 6", List.of(part)),
        new Scene(BRACKET, "bracket: the entry trades 2, then the target", List.of(part, target)),
        new Scene(
            BRACKET, "bracket: the entry trades, then 2 of the target", List.of(whole, someTarget)),
        new Scene(BRACKET, "bracket: the entry trades, then the stop", List.of(whole, stop)),
        new Scene(BRACKET, "bracket: the entry is canceled", List.of(cancel)));
  }
}
