package trading.core;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.core.History.Ask;
import trading.core.History.Call;
import trading.core.History.Entry;
import trading.core.History.Teller;

/// Eight seeded callers at once, each for its own account, and what came of it.
final class HistoryCallers {
  static final int CALLERS = 8;
  private static final int CALLS = 700;
  private static final String ACCEPTED = "One[result=Accepted[order=Order[id=";
  private static final long MAX_POSITION = 150;
  private static final long FEE = 1234;
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final long NANOS_PER_COMMAND = 20_000_000_000L;
  private static final List<Instrument> INSTRUMENTS =
      List.of(World.ACME, Instrument.of("TCS", "USD", "0.01", "1"));

  private final long seed;
  private final UnaryOperator<Teller> between;
  private final AtomicInteger moments = new AtomicInteger();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong highestOrder = new AtomicLong(1);
  private final HistoryJournal journal = new HistoryJournal();
  private final ToldEvents told = new ToldEvents();
  private final Engine engine;

  /// @param between what stands between each caller and the engine
  HistoryCallers(long seed, UnaryOperator<Teller> between) {
    this.seed = seed;
    this.between = between;
    FakeGate gate = new FakeGate();
    gate.checks(FakeGate.maxPosition(MAX_POSITION));
    engine =
        Engine.open(
            EngineConfig.of(new FakeLedger(), gate, () -> clock.addAndGet(NANOS_PER_COMMAND))
                .with(Matching.QUOTES, ZONE)
                .with(new BasisPointFees(FEE))
                .with(journal));
    EngineDoor door = new EngineDoor(engine, new FakeClock());
    opening().forEach(door::take);
    journal.take();
    engine.addListener(told);
  }

  /// {@return the sequential model as the callers find the engine}
  static NaiveEngine model() {
    NaiveEngine model = new NaiveEngine(Matching.QUOTES, ZONE, FEE, MAX_POSITION);
    long nanos = 0;
    for (Command command : opening()) {
      nanos += NANOS_PER_COMMAND;
      model.take(new Command.SetClock(nanos));
      model.take(command);
    }
    model.takeEvents();
    return model;
  }

  private static List<Command> opening() {
    List<Command> commands = new ArrayList<>();
    INSTRUMENTS.forEach(instrument -> commands.add(new Command.ListInstrument(instrument)));
    for (int caller = 0; caller < CALLERS; caller++) {
      commands.add(new Command.OpenAccount("caller" + caller));
    }
    return commands;
  }

  ToldEvents told() {
    return told;
  }

  /// {@return what the journal says of one command, sent alone}
  Entry entryOf(Command command) {
    Teller.of(engine).answer(new Ask.Do(command));
    return journal.take().getFirst();
  }

  History run() throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    List<Call> calls = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<List<Call>>> runs = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        Caller each = new Caller(caller);
        Callable<List<Call>> task =
            () -> {
              start.await();
              return each.run();
            };
        runs.add(pool.submit(task));
      }
      for (Future<List<Call>> run : runs) {
        calls.addAll(run.get());
      }
    }
    return new History(calls, journal.take());
  }

  /// One of them.
  private final class Caller {
    private final int number;
    private final String account;
    private final Random random;
    private final Teller teller;
    private final List<Call> calls = new ArrayList<>();
    private final List<Long> mine = new ArrayList<>();

    Caller(int number) {
      this.number = number;
      account = "caller" + number;
      random = new Random(seed * CALLERS + number);
      teller = between.apply(Teller.of(engine));
    }

    List<Call> run() {
      for (int i = 1; i <= CALLS; i++) {
        Ask ask = ask(i);
        int began = moments.incrementAndGet();
        yieldAtTimes();
        String answer = teller.answer(ask);
        yieldAtTimes();
        calls.add(new Call(number, ask, began, moments.incrementAndGet(), answer));
        remember(answer);
      }
      return calls;
    }

    /// So that calls overlap even where there are fewer processors than callers.
    private void yieldAtTimes() {
      if (random.nextInt(4) == 0) {
        Thread.yield();
      }
    }

    private void remember(String answer) {
      if (answer.startsWith(ACCEPTED)) {
        long id = Long.parseLong(answer.substring(ACCEPTED.length(), answer.indexOf(',')));
        mine.add(id);
        highestOrder.accumulateAndGet(id, Math::max);
      }
    }

    private Ask ask(int i) {
      int dice = random.nextInt(100);
      if (dice < 45) {
        return new Ask.Do(new Command.Place(order().withClientOrderId(i)));
      }
      if (dice < 65) {
        return new Ask.Do(cancel());
      }
      if (dice < 95) {
        return question();
      }
      return new Ask.Do(
          number < INSTRUMENTS.size()
              ? new Command.Quote(quote())
              : new Command.MoveCash(account, "USD", i));
    }

    private OrderRequest order() {
      String name = random.nextInt(30) == 0 ? "stranger" + number : account;
      String symbol = symbol();
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = random.nextInt(12);
      return random.nextInt(5) == 0
          ? OrderRequest.market(name, symbol, side, lots)
          : OrderRequest.limit(name, symbol, side, lots, 97 + random.nextInt(7))
              .with(random.nextInt(4) == 0 ? TimeInForce.IOC : TimeInForce.GTC);
    }

    private Command cancel() {
      String name = random.nextInt(30) == 0 ? "stranger" + number : account;
      return new Command.Cancel(name, someOrder());
    }

    private FakeQuote quote() {
      long bid = 95 + random.nextInt(5);
      return new FakeQuote(INSTRUMENTS.get(number), bid, 5, bid + 2, 5, bid + 1);
    }

    private Ask question() {
      String somebody = "caller" + random.nextInt(CALLERS);
      return switch (random.nextInt(4)) {
        case 0 -> new Ask.LotsOf(somebody, symbol());
        case 1 -> new Ask.CashOf(somebody, "USD");
        default -> new Ask.OrderOf(someOrder());
      };
    }

    /// {@return mostly one of its last orders, at times one of anybody, or the next one}
    private long someOrder() {
      int last = Math.min(10, mine.size());
      return last > 0 && random.nextInt(4) > 0
          ? mine.get(mine.size() - 1 - random.nextInt(last))
          : Math.max(1, highestOrder.get() + 1 - random.nextInt(30));
    }

    private String symbol() {
      return INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())).symbol();
    }
  }
}
