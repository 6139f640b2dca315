package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import trading.api.Amendment;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.event.Event;

/// A fresh market in which one thing is tried, through the door of the engine or of its twin.
///
/// ACME stands at 100. Alice, whose orders are tried, is 10 lots long; bob stands beside her.
final class Stage {
  static final String ALICE = "alice";
  static final String BOB = "bob";
  static final String ACME = World.ACME.symbol();
  static final long PLENTY = 1_000_000;
  static final long HELD = 10;

  private static final long LATER = 2 * 86_400_000_000_000L;
  private static final long NO_LIMIT = 1L << 40;

  private final Door door;
  private final Supplier<List<Event>> events;
  private final LongFunction<Order> orders;
  private final Supplier<String> state;
  private final Map<Long, OrderStory> stories = new TreeMap<>();

  private Stage(
      Door door,
      Supplier<List<Event>> events,
      LongFunction<Order> orders,
      Supplier<String> state,
      Matching matching) {
    this.door = door;
    this.events = events;
    this.orders = orders;
    this.state = state;
    run(new Command.ListInstrument(World.ACME));
    for (String account : List.of(ALICE, BOB)) {
      run(new Command.OpenAccount(account));
      run(new Command.MoveCash(account, World.ACME.currency(), PLENTY));
    }
    hold(matching);
  }

  /// {@return a stage of the engine}
  static Stage ofEngine(Matching matching) {
    World world = World.empty(config -> config.with(matching, ZoneId.of("UTC")).reserving(0));
    return new Stage(world.door, world.told::take, world::order, world.engine::stateHash, matching);
  }

  /// {@return a stage of the naive twin, which has no hash of its state}
  static Stage ofTwin(Matching matching) {
    NaiveEngine twin = new NaiveEngine(matching, ZoneId.of("UTC"), 0, NO_LIMIT);
    return new Stage(twin, twin::takeEvents, twin::order, () -> "", matching);
  }

  private void hold(Matching matching) {
    OrderRequest buy = OrderRequest.market(ALICE, ACME, Side.BUY, HELD);
    if (matching == Matching.QUOTES) {
      quote(100, PLENTY, 102, 100);
      accepted(buy);
    } else {
      accepted(buy);
      openBar(100);
      closeBar(100, 100, 100);
    }
  }

  void quote(long bidTicks, long bidLots, long askTicks, long lastTicks) {
    run(
        new Command.Quote(
            new FakeQuote(
                World.ACME, bidLots == 0 ? 0 : bidTicks, bidLots, askTicks, PLENTY, lastTicks)));
  }

  void quoteAsk(long bidTicks, long askTicks, long askLots) {
    run(
        new Command.Quote(
            new FakeQuote(World.ACME, bidTicks, PLENTY, askTicks, askLots, askTicks)));
  }

  void openBar(long open) {
    run(new Command.OpenBar(ACME, open));
  }

  void closeBar(long high, long low, long close) {
    run(new Command.CloseBar(ACME, high, low, close));
  }

  /// {@return the id of an order that must be taken}
  long accepted(OrderRequest request) {
    return assertInstanceOf(OrderResult.Accepted.class, one(new Command.Place(request)))
        .order()
        .id();
  }

  /// {@return what is said to an order: nothing when it is taken, it has the newest id then}
  Optional<Reason> place(OrderRequest request) {
    return tried(new Command.Place(request), Event.OrderRejected.class);
  }

  /// {@return what is said to an amendment: nothing when it is done}
  Optional<Reason> amend(long orderId, Amendment amendment) {
    return tried(new Command.Amend(ALICE, orderId, amendment), Event.CancelRejected.class);
  }

  void cancel(long orderId) {
    assertInstanceOf(OrderResult.Accepted.class, one(new Command.Cancel(ALICE, orderId)));
  }

  /// {@return what is said to linked orders: nothing when they are taken}
  Optional<Reason> place(LinkedOrders linked) {
    String before = state.get();
    int known = stories.size();
    Reply reply = door.take(new Command.PlaceLinked(linked));
    LinkedResult result = assertInstanceOf(Reply.Linked.class, reply).result();
    List<Event> told = note();
    if (result instanceof LinkedResult.Rejected(int _, Refusal refusal)) {
      assertUntouched(before, told, Event.OrderRejected.class);
      return Optional.of(refusal.reason());
    }
    assertEquals(known + linked.orders().size(), stories.size(), linked::toString);
    return Optional.empty();
  }

  private Optional<Reason> tried(Command command, Class<? extends Event> refused) {
    String before = state.get();
    OrderResult result = assertInstanceOf(Reply.One.class, door.take(command)).result();
    List<Event> told = note();
    if (result instanceof OrderResult.Rejected(Refusal refusal)) {
      assertUntouched(before, told, refused);
      return Optional.of(refusal.reason());
    }
    return Optional.empty();
  }

  /// What is refused is told once and leaves the state as it was.
  private void assertUntouched(String before, List<Event> told, Class<? extends Event> kind) {
    assertEquals(before, state.get(), told::toString);
    assertEquals(List.of(kind), told.stream().map(Event::getClass).toList(), told::toString);
  }

  void run(Command command) {
    door.take(command);
    note();
  }

  private OrderResult one(Command command) {
    OrderResult result = assertInstanceOf(Reply.One.class, door.take(command)).result();
    note();
    return result;
  }

  private List<Event> note() {
    List<Event> told = new ArrayList<>(events.get());
    for (Event event : told) {
      if (event instanceof Event.OrderAccepted accepted) {
        stories.put(accepted.orderId(), new OrderStory(accepted));
      }
      stories.values().forEach(story -> story.add(event));
    }
    return told;
  }

  long newest() {
    return stories.size();
  }

  Order order(long orderId) {
    return orders.apply(orderId);
  }

  /// {@return what has happened to an order so far}
  String story(long orderId) {
    stories.get(orderId).settle(order(orderId));
    return stories.get(orderId).toString();
  }

  /// {@return what happens to an order until its time in force is over; one that has none is
  /// canceled in the end, which is not part of the story}
  String ending(long orderId) {
    stories.get(orderId).settle(order(orderId));
    run(new Command.SetClock(LATER));
    run(new Command.Advance());
    String story = stories.get(orderId).toString();
    if (!order(orderId).status().isTerminal()) {
      cancel(orderId);
    }
    return story;
  }
}
