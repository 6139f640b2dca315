package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// Seeded random commands around a wandering price, good ones and bad ones.
final class RandomFlow {
  /// One tick of one lot is a micro, 50,000 micros, and 2^39 micros: the last one fills the ledger.
  static final List<Instrument> INSTRUMENTS =
      List.of(
          World.ACME,
          Instrument.of("TCS", "INR", "0.05", "1"),
          Instrument.of("VAST", "INR", "549755.813888", "1"));

  static final List<String> ACCOUNTS = List.of("alice", "bob", "carol", "dave");

  private static final long[] BAD_NUMBERS = {0, -1, -10, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 41};
  private static final List<String> STRANGERS =
      List.of("mallory", "", "a b", "\uD83D", "é".repeat(1500));
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "", "U-D");
  private static final List<String> BAD_NAMES = STRANGERS.subList(1, 5);
  private static final long SWEEP = 1_000_000;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final Random random;
  private final Matching matching;
  private final long[] middles = {100, 2_000, 200};
  private final long[] opened = new long[3];
  private long clockNanos = 1_700_000_000_000_000_000L;

  RandomFlow(long seed, Matching matching) {
    this.random = new Random(seed);
    this.matching = matching;
  }

  /// {@return the commands that set the stage, an account named like a spoiled letter included}
  List<Command> opening() {
    List<Command> commands = new ArrayList<>();
    commands.add(new Command.SetClock(clockNanos));
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
  Command next(long lastOrderId) {
    int dice = random.nextInt(100);
    if (dice < 55) {
      return new Command.Place(random.nextInt(20) == 0 ? badOrder() : order());
    }
    if (dice < 68) {
      return cancel(lastOrderId);
    }
    if (dice < 94) {
      return matching == Matching.QUOTES ? marketQuote() : bar();
    }
    return random.nextBoolean() ? clock() : housekeeping();
  }

  private OrderRequest order() {
    int instrument = random.nextInt(3);
    boolean limit = random.nextInt(10) < 6;
    boolean allIn = random.nextInt(12) == 0;
    return new OrderRequest(
        any(ACCOUNTS),
        INSTRUMENTS.get(instrument).symbol(),
        any(List.of(Side.values())),
        limit ? OrderType.LIMIT : OrderType.MARKET,
        random.nextInt(4) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        allIn ? 0 : lots(instrument),
        limit ? near(instrument) : 0,
        random.nextInt(1000));
  }

  private OrderRequest badOrder() {
    OrderRequest good = order();
    int kind = random.nextInt(5);
    return new OrderRequest(
        kind == 0 ? any(STRANGERS) : good.account(),
        kind == 1 ? any(STRANGERS) : good.symbol(),
        good.side(),
        good.type(),
        good.timeInForce(),
        good.sizing(),
        kind == 2 ? badNumber() : good.lots(),
        kind == 3 ? badNumber() : good.limitTicks(),
        kind == 4 ? Long.MIN_VALUE : good.clientOrderId());
  }

  private Command cancel(long lastOrderId) {
    long orderId = lastOrderId + 2 - random.nextInt(60);
    boolean stranger = random.nextInt(20) == 0;
    return new Command.Cancel(stranger ? any(STRANGERS) : any(ACCOUNTS), orderId);
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
    clockNanos +=
        switch (random.nextInt(10)) {
          case 0 -> NANOS_PER_DAY / 3;
          case 1 -> -NANOS_PER_DAY / 100;
          default -> random.nextInt(1_000_000);
        };
    return new Command.SetClock(clockNanos);
  }

  private Command housekeeping() {
    return switch (random.nextInt(5)) {
      case 0 -> new Command.Advance();
      case 1 -> new Command.ListInstrument(any(INSTRUMENTS));
      case 2 -> new Command.OpenAccount(any(random.nextBoolean() ? ACCOUNTS : BAD_NAMES));
      case 3 -> new Command.MoveCash(any(ACCOUNTS), any(CURRENCIES), badNumber());
      default -> new Command.MoveCash(any(ACCOUNTS), any(List.of("USD", "INR")), 50_000);
    };
  }

  private long wander(int instrument) {
    middles[instrument] = Math.max(10, middles[instrument] + random.nextInt(5) - 2);
    return middles[instrument];
  }

  private long near(int instrument) {
    return Math.max(1, middles[instrument] + random.nextInt(13) - 6);
  }

  private long lots(int instrument) {
    return 1 + random.nextInt(instrument == 2 ? 9_000 : 20);
  }

  private long badNumber() {
    return BAD_NUMBERS[random.nextInt(BAD_NUMBERS.length)];
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
