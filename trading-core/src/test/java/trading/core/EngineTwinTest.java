package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.TimeInForce;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;

/// The engine and its naive twin answer the same to the same random commands.
class EngineTwinTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final int COMMANDS = 26_000;
  private static final long MAX_POSITION = 100_000;

  private final List<Shown> shown = new ArrayList<>();
  private final RecordBuffer bytes = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();

  @ParameterizedTest
  @CsvSource({
    "QUOTES, 1, 0",
    "QUOTES, 2, 1234",
    "QUOTES, 3, 1000000",
    "QUOTES, 4, 25",
    "BARS, 5, 0",
    "BARS, 6, 1234",
    "BARS, 7, 1000000",
    "BARS, 8, 25",
    "QUOTES, 12, 1234"
  })
  void engineAndTwinGiveTheSameAnswersEventsAndBooks(Matching matching, long seed, long fee) {
    World world =
        World.empty(
            config -> config.with(matching, ZONE).with(new BasisPointFees(fee)).reserving(0));
    world.gate.checks(Shown.noting(shown, FakeGate.maxPosition(MAX_POSITION)));
    NaiveEngine twin = new NaiveEngine(matching, ZONE, fee, MAX_POSITION);
    RandomFlow flow = new RandomFlow(seed, matching);
    String where = "matching " + matching + ", seed " + seed + ", command ";

    flow.opening().forEach(command -> compare(where + "of the opening", command, world, twin));
    for (int i = 0; i < COMMANDS; i++) {
      compare(where + i, flow.next(twin.orders.size(), twin::order), world, twin);
    }

    compareBooks(where + "after the last", world, twin);
  }

  @ParameterizedTest
  @CsvSource({"QUOTES", "BARS"})
  void theRandomFlowReachesEveryKindOfEventAndReason(Matching matching) {
    NaiveEngine twin = new NaiveEngine(matching, ZONE, 1234, MAX_POSITION);
    RandomFlow flow = new RandomFlow(1, matching);
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Set<Class<?>> kinds = new HashSet<>();
    Set<String> mixes = new HashSet<>();

    flow.opening().forEach(twin::answer);
    for (int i = 0; i < COMMANDS; i++) {
      twin.answer(flow.next(twin.orders.size(), twin::order));
      for (Event event : twin.takeEvents()) {
        kinds.add(event.getClass());
        reason(event).ifPresent(reasons::add);
        if (event instanceof Event.OrderAccepted e) {
          mixes.add(e.type() + " " + e.timeInForce());
        }
      }
    }

    kinds.addAll(others(matching));
    assertEquals(Set.of(), without(Set.of(Event.class.getPermittedSubclasses()), kinds));
    assertEquals(Set.of(), without(reasons(matching), reasons));
    assertEquals(Set.of(), without(mixes(), mixes));
  }

  /// {@return the reasons that an order or its change can have}
  private static Set<Reason> reasons(Matching matching) {
    Set<Reason> reasons = EnumSet.allOf(Reason.class);
    reasons.removeIf(reason -> reason.code() > 500);
    reasons.removeAll(
        EnumSet.of(
            Reason.QUANTITY_OFF_LOT,
            Reason.PRICE_OFF_TICK,
            Reason.NOT_A_NUMBER,
            Reason.NO_PRICE,
            Reason.RULE_FAILED));
    if (matching == Matching.BARS) {
      // Bars trade with the market alone, which takes any quantity, so nothing trades in parts.
      reasons.removeAll(EnumSet.of(Reason.NO_LIQUIDITY, Reason.SELF_TRADE, Reason.AMENDED_AWAY));
    }
    return reasons;
  }

  private static Set<Class<?>> others(Matching matching) {
    return matching == Matching.BARS
        ? Set.of(Event.Quoted.class)
        : Set.of(Event.BarOpened.class, Event.BarClosed.class);
  }

  /// {@return every type with every time in force that goes with it}
  private static Set<String> mixes() {
    Set<String> mixes = new TreeSet<>();
    for (OrderType type : OrderType.values()) {
      for (TimeInForce time : TimeInForce.values()) {
        mixes.add(type + " " + time);
      }
    }
    mixes.removeAll(Set.of("MARKET_TO_LIMIT IOC", "MARKET_TO_LIMIT FOK"));
    return mixes;
  }

  private static Optional<Reason> reason(Event event) {
    return switch (event) {
      case Event.OrderRejected e -> Optional.of(e.reason());
      case Event.OrderCanceled e -> Optional.of(e.reason());
      case Event.OrderReduced e -> Optional.of(e.reason());
      case Event.CancelRejected e -> Optional.of(e.reason());
      default -> Optional.empty();
    };
  }

  private static <T> Set<T> without(Set<T> all, Set<? extends T> some) {
    Set<T> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private void compare(String where, Command command, World world, NaiveEngine twin) {
    Object expected = reply(twin, command);
    Object actual = Unsaid.alike(reply(world.door, command), expected);
    List<Event> expectedEvents = twin.takeEvents().stream().map(this::encoded).toList();
    List<Event> actualEvents = Unsaid.alike(world.told.take(), expectedEvents);
    if (!expected.equals(actual) || !expectedEvents.equals(actualEvents)) {
      assertEquals(
          expected + lines(expectedEvents),
          actual + lines(actualEvents),
          () -> where + ": " + command);
    }
    assertEquals(twin.takeShown(), shown, () -> where + ", to the gate: " + command);
    shown.clear();
  }

  private static Object reply(Door door, Command command) {
    try {
      return door.take(command);
    } catch (BadInputException e) {
      return "bad input " + e.reason() + ": " + e.getMessage();
    }
  }

  private static void compareBooks(String where, World world, NaiveEngine twin) {
    for (String account : RandomFlow.ACCOUNTS) {
      for (Instrument instrument : RandomFlow.INSTRUMENTS) {
        String symbol = instrument.symbol();
        assertEquals(
            twin.books.lots(account, symbol), world.engine.netLots(account, symbol), where);
        assertEquals(
            twin.books.cash(account, instrument.currency()).longValueExact(),
            world.engine.cashMicros(account, instrument.currency()),
            where);
      }
      assertEquals(
          twin.orders.stream()
              .filter(order -> order.request.account().equals(account))
              .map(NaiveOrder::word)
              .toList(),
          world.engine.orders(account),
          where);
    }
  }

  /// {@return what is left of an event once its texts have been cut to the encoding's length}
  private Event encoded(Event event) {
    bytes.clear();
    EventCodec.encode(event, bytes);
    cursor.wrap(bytes.array(), 0, bytes.size());
    cursor.next();
    return EventCodec.decode(cursor);
  }

  private static String lines(List<Event> events) {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append('\n').append(event));
    return text.toString();
  }
}
