package trading.core;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;

/// Seeded random commands around a wandering price, good ones and bad ones.
final class RandomFlow {
  /// One tick of one lot is a micro, 50,000 micros, and 2^39 micros: the last one fills the ledger.
  static final List<Instrument> INSTRUMENTS =
      List.of(
          World.ACME,
          Instrument.of("TCS", "INR", "0.05", "1")
              .closingAt(new SessionClose(ZoneId.of("Asia/Kolkata"), LocalTime.of(15, 30))),
          Instrument.of("VAST", "INR", "549755.813888", "1"));

  static final List<String> ACCOUNTS = List.of("alice", "bob", "carol", "dave");

  static final List<String> STRANGERS = List.of("mallory", "", "a b", "\uD83D", "é".repeat(1500));
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "", "U-D");
  private static final List<String> BAD_NAMES = STRANGERS.subList(1, 5);
  private static final long SWEEP = 1_000_000;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final Random random;
  private final Matching matching;
  private final RandomWorld world;
  private final RandomOrders placing;
  private final RandomLinks links;
  private final long[] opened = new long[3];

  RandomFlow(long seed, Matching matching) {
    this.random = new Random(seed);
    this.matching = matching;
    world = new RandomWorld(random);
    placing = new RandomOrders(world);
    links = new RandomLinks(world, placing);
  }

  /// {@return the commands that set the stage, an account named like a spoiled letter included}
  List<Command> opening() {
    List<Command> commands = new ArrayList<>();
    commands.add(new Command.SetClock(world.clockNanos));
    INSTRUMENTS.forEach(instrument -> commands.add(new Command.ListInstrument(instrument)));
    for (String account : ACCOUNTS) {
      commands.add(new Command.OpenAccount(account));
      commands.add(new Command.MoveCash(account, "USD", 100_000));
      commands.add(new Command.MoveCash(account, "INR", 1_000_000_000_000L));
    }
    commands.add(new Command.OpenAccount("?"));
    return commands;
  }

  /// {@return the next command}
  ///
  /// @param lastOrderId the last order there is, so that cancels find some
  /// @param orders the orders by their ids
  Command next(long lastOrderId, LongFunction<Order> orders) {
    int dice = random.nextInt(100);
    if (dice < 48) {
      return place();
    }
    if (dice < 53) {
      return new Command.PlaceLinked(links.any());
    }
    if (dice < 65) {
      return change(lastOrderId, orders);
    }
    if (dice < 94) {
      return matching == Matching.QUOTES ? marketQuote() : bar();
    }
    return random.nextBoolean() ? clock() : housekeeping();
  }

  private Command place() {
    if (random.nextInt(20) == 0) {
      return new Command.Place(placing.malformed());
    }
    return new Command.Place(random.nextInt(5) < 3 ? placing.plain() : placing.rich());
  }

  /// Cancels or amends a recent order, mostly an open one, mostly as its owner.
  private Command change(long lastOrderId, LongFunction<Order> orders) {
    long orderId = recent(lastOrderId);
    for (int i = 0; i < 5 && !isOpen(orderId, lastOrderId, orders); i++) {
      orderId = recent(lastOrderId);
    }
    boolean known = orderId >= 1 && orderId <= lastOrderId;
    if (random.nextInt(10) == 0 || !known) {
      String account = world.any(random.nextBoolean() ? STRANGERS : ACCOUNTS);
      return random.nextBoolean()
          ? new Command.Cancel(account, orderId)
          : new Command.Amend(account, orderId, Amendment.lots(5));
    }
    Order order = orders.apply(orderId);
    return random.nextInt(3) == 0
        ? new Command.Amend(order.account(), orderId, amendment(order))
        : new Command.Cancel(order.account(), orderId);
  }

  private long recent(long lastOrderId) {
    return lastOrderId + 2 - random.nextInt(60);
  }

  private static boolean isOpen(long orderId, long lastOrderId, LongFunction<Order> orders) {
    return orderId >= 1 && orderId <= lastOrderId && !orders.apply(orderId).status().isTerminal();
  }

  private Amendment amendment(Order order) {
    int instrument = INSTRUMENTS.indexOf(order.instrument());
    boolean lots = random.nextInt(2) == 0;
    boolean limit = order.limitTicks() != 0 && random.nextInt(2) == 0;
    boolean stop = order.type().hasStop() && !order.triggered() && random.nextInt(2) == 0;
    if (random.nextInt(12) == 0) {
      return new Amendment(
          world.any(List.of(0L, 1L, -1L, 1L << 41)),
          world.any(List.of(0L, 100L, -1L, 1L << 41)),
          world.any(List.of(0L, 100L, -1L, 1L << 41)));
    }
    return new Amendment(
        lots ? world.lots(instrument) : 0,
        limit ? world.near(instrument) : 0,
        stop ? world.near(instrument) : 0);
  }

  private Command marketQuote() {
    int instrument = random.nextInt(3);
    long middle = wander(instrument);
    long half = random.nextInt(4);
    if (random.nextInt(40) == 0) {
      return random.nextBoolean()
          ? new Command.OpenBar(INSTRUMENTS.get(instrument).symbol(), middle)
          : new Command.Quote(
              new FakeQuote(INSTRUMENTS.get(instrument), badNumber(), 1, badNumber(), 1, middle));
    }
    if (random.nextInt(40) == 0) {
      return new Command.Quote(
          random.nextBoolean()
              ? new FakeQuote(INSTRUMENTS.get(instrument), middle + 90, SWEEP, 0, 0, middle)
              : new FakeQuote(INSTRUMENTS.get(instrument), 0, 0, 1, SWEEP, middle));
    }
    return new Command.Quote(
        new FakeQuote(
            INSTRUMENTS.get(instrument),
            random.nextInt(10) == 0 ? 0 : Math.max(1, middle - half),
            random.nextInt(10) == 0 ? 0 : lots(instrument),
            random.nextInt(10) == 0 ? 0 : middle + half,
            random.nextInt(10) == 0 ? 0 : lots(instrument),
            middle));
  }

  private Command bar() {
    int instrument = random.nextInt(3);
    String symbol = INSTRUMENTS.get(instrument).symbol();
    long middle = wander(instrument);
    if (random.nextInt(30) == 0) {
      return random.nextBoolean()
          ? new Command.CloseBar(symbol, middle - 1, middle + 1, middle)
          : new Command.Quote(
              new FakeQuote(INSTRUMENTS.get(instrument), middle, 1, middle + 1, 1, middle));
    }
    if (opened[instrument] > 0 && random.nextInt(10) > 0) {
      long range = random.nextInt(20) == 0 ? 90 : 6;
      long high = Math.max(opened[instrument], middle + range);
      long low = Math.max(1, Math.min(opened[instrument], middle - range));
      opened[instrument] = 0;
      return new Command.CloseBar(symbol, high, low, middle);
    }
    if (random.nextInt(50) == 0) {
      return new Command.OpenBar(symbol, badNumber());
    }
    opened[instrument] = opened[instrument] > 0 ? opened[instrument] : middle;
    return new Command.OpenBar(symbol, middle);
  }

  private Command clock() {
    world.clockNanos +=
        switch (random.nextInt(10)) {
          case 0 -> NANOS_PER_DAY / 3;
          case 1 -> -NANOS_PER_DAY / 100;
          default -> random.nextInt(1_000_000);
        };
    return new Command.SetClock(world.clockNanos);
  }

  private Command housekeeping() {
    return switch (random.nextInt(20)) {
      case 0 -> new Command.Advance();
      case 1 -> new Command.ListInstrument(any(INSTRUMENTS));
      case 2 -> new Command.OpenAccount(any(random.nextBoolean() ? ACCOUNTS : BAD_NAMES));
      case 3 -> new Command.MoveCash(any(ACCOUNTS), any(CURRENCIES), badNumber());
      case 4 -> new Command.CancelOrders(scope());
      case 5, 6, 7, 8 ->
          new Command.SetSelfTrade(
              any(random.nextInt(9) == 0 ? STRANGERS : ACCOUNTS),
              any(List.of(SelfTradePrevention.values())));
      default -> new Command.MoveCash(any(ACCOUNTS), any(List.of("USD", "INR")), 50_000);
    };
  }

  private CancelScope scope() {
    if (random.nextInt(9) == 0) {
      return random.nextBoolean()
          ? CancelScope.ofAccount(any(STRANGERS))
          : CancelScope.inSymbol(any(STRANGERS));
    }
    String symbol = any(INSTRUMENTS).symbol();
    return switch (random.nextInt(20)) {
      case 0 -> CancelScope.everything();
      case 1, 2, 3, 4 -> CancelScope.inSymbol(symbol);
      case 5, 6, 7 -> CancelScope.ofAccount(any(ACCOUNTS));
      default -> CancelScope.ofAccount(any(ACCOUNTS)).in(symbol);
    };
  }

  private long lots(int instrument) {
    return world.lots(instrument);
  }

  private long wander(int instrument) {
    return world.wander(instrument);
  }

  private long badNumber() {
    return world.badNumber();
  }

  private <T> T any(List<T> list) {
    return world.any(list);
  }
}
