package trading.core;

import static trading.core.OrderTrials.LOTS;
import static trading.core.Stage.ACME;
import static trading.core.Stage.ALICE;
import static trading.core.Stage.BOB;
import static trading.core.Stage.PLENTY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import trading.api.Amendment;
import trading.api.LinkedOrders;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.core.OrderTrials.Flag;
import trading.core.OrderTrials.Prices;

/// Tries which number of an order may be changed, by type and state.
record AmendTrials(Function<Matching, Stage> stages) {
  private static final List<String> HEAD =
      List.of("the order", "type", "4 lots", "8 lots", "2 lots", "another limit", "another stop");
  private static final OrderRequest BESIDE = OrderRequest.limit(ALICE, ACME, Side.SELL, LOTS, 130);

  /// Where an order of 6 lots stands when it is amended.
  private enum State {
    WAITS_FOR_OPEN("waits for the open", order -> order.status() == OrderStatus.PENDING_NEW),
    WAITS_FOR_ENTRY("waits for its entry", order -> order.status() == OrderStatus.SUSPENDED),
    WAITS_FOR_PRICE("waits for its price", order -> isNew(order) && waitsForPrice(order)),
    RESTS("rests", order -> isNew(order) && !waitsForPrice(order)),
    PARTLY("rests, 3 have traded", order -> order.status() == OrderStatus.PARTIALLY_FILLED),
    PAIRED("one of a pair, rests or waits", State::isNew),
    FINAL("is final", order -> order.status().isTerminal());

    private final String words;
    private final Predicate<Order> holds;

    State(String words, Predicate<Order> holds) {
      this.words = words;
      this.holds = holds;
    }

    private static boolean isNew(Order order) {
      return order.status() == OrderStatus.NEW;
    }

    private static boolean waitsForPrice(Order order) {
      return order.type().isTriggered() && !order.triggered();
    }
  }

  /// {@return state and type × what is amended; a type that does not come into a state has no row
  /// there}
  MarkdownTable amendments() {
    Map<String, Map<String, List<String>>> blocks = new LinkedHashMap<>();
    for (State state : State.values()) {
      Map<String, List<String>> block = new LinkedHashMap<>();
      for (OrderType type : OrderType.values()) {
        row(type, state).ifPresent(cells -> block.put(type.name(), cells));
      }
      blocks.put(state.words, block);
    }
    return new MarkdownTable(HEAD).blocks(blocks, OrderType.values().length);
  }

  private Optional<List<String>> row(OrderType type, State state) {
    List<String> cells = new ArrayList<>();
    long limit = Prices.of(type).limit() + 1;
    long stop = Math.max(1, Prices.of(type).stop()) + 1;
    for (Amendment each :
        List.of(
            Amendment.lots(4),
            Amendment.lots(8),
            Amendment.lots(2),
            Amendment.limit(limit),
            Amendment.stop(stop))) {
      Stage stage = stages.apply(state == State.WAITS_FOR_OPEN ? Matching.BARS : Matching.QUOTES);
      Optional<Long> id = bring(stage, type, state);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      cells.add(amend(stage, id.get(), each));
    }
    return Optional.of(cells);
  }

  /// {@return the order, if it has come into the state}
  private static Optional<Long> bring(Stage stage, OrderType type, State state) {
    OrderRequest request = OrderTrials.request(type, TimeInForce.GTC, Flag.NONE);
    long limit = Prices.of(type).limit();
    long bid = state == State.PARTLY ? 3 : state == State.FINAL ? PLENTY : 0;
    boolean comes = state == State.RESTS || state == State.PARTLY || state == State.FINAL;
    if (comes && !type.isTriggered()) {
      stage.quote(limit, bid, limit + 2, limit);
    } else if (state == State.PAIRED) {
      stage.quote(95, PLENTY, 102, 100);
    }
    Optional<Reason> refused =
        switch (state) {
          case WAITS_FOR_ENTRY ->
              stage.place(new LinkedOrders.OneTriggersOthers(BESIDE, List.of(request)));
          case PAIRED -> stage.place(new LinkedOrders.OneCancelsOther(BESIDE, request));
          case WAITS_FOR_OPEN, WAITS_FOR_PRICE, RESTS, PARTLY, FINAL -> stage.place(request);
        };
    if (refused.isEmpty() && comes && type.isTriggered()) {
      stage.quote(limit, bid, limit + 2, limit);
    }
    long id = stage.newest();
    return refused.isEmpty() && state.holds.test(stage.order(id))
        ? Optional.of(id)
        : Optional.empty();
  }

  private static String amend(Stage stage, long id, Amendment amendment) {
    Order before = stage.order(id);
    boolean rests =
        !before.status().isTerminal()
            && before.status() != OrderStatus.PENDING_NEW
            && before.status() != OrderStatus.SUSPENDED
            && !State.waitsForPrice(before);
    long price = amendment.limitTicks() == 0 ? before.limitTicks() : amendment.limitTicks();
    if (rests) {
      stage.accepted(OrderRequest.limit(BOB, ACME, Side.SELL, 1, price));
    }
    Optional<Reason> refused = stage.amend(id, amendment);
    if (refused.isPresent()) {
      return OrderTrials.refused(refused.get());
    }
    Order after = stage.order(id);
    if (after.status().isTerminal()) {
      return "canceled " + after.reason().map(OrderStory::code).orElse("");
    }
    assertChanged(amendment, after);
    return rests ? place(stage, id, price) : "works";
  }

  private static void assertChanged(Amendment asked, Order after) {
    check(asked.lots(), after, Order::lots);
    check(asked.limitTicks(), after, Order::limitTicks);
    check(asked.stopTicks(), after, order -> order.terms().stopTicks());
  }

  private static void check(long asked, Order after, ToLongFunction<Order> number) {
    if (asked != 0 && number.applyAsLong(after) != asked) {
      throw new AssertionError("asked for " + asked + ", is " + after);
    }
  }

  /// Bob came to the price before the amendment: who trades first when a buyer of one lot comes?
  private static String place(Stage stage, long id, long price) {
    long had = stage.order(id).filledLots();
    stage.quote(price, 1, price + 2, price);
    return stage.order(id).filledLots() > had ? "works, keeps its place" : "works, joins behind";
  }
}
