package trading.bench.determinism;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;
import trading.core.Engine;
import trading.core.Matching;

/// Seeded commands of every kind, good ones and bad ones, each sent to an engine at once.
///
/// A further kind of command is one method here and one line in [#send] or [#order].
final class CommandFlow {
  static final List<Instrument> INSTRUMENTS =
      List.of(
          Instrument.of("RELIANCE", "INR", "0.05", "1"),
          Instrument.of("TCS", "INR", "0.05", "1"),
          Instrument.of("ACME", "USD", "0.01", "1")
              .closingAt(new SessionClose(ZoneId.of("America/New_York"), LocalTime.of(16, 0))));
  static final List<String> ACCOUNTS =
      List.of("trader_001", "trader_002", "trader_003", "trader_004", "trader_005", "few_orders");

  private static final long[] START_TICKS = {57_000, 78_000, 20_000};
  static final List<String> CURRENCIES = List.of("INR", "USD");
  private static final long CASH_MICROS = 10_000_000_000_000L;
  private static final List<String> STRANGERS = List.of("mallory", "İstanbul", "a b", "");
  private static final long[] BAD_NUMBERS = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 41};
  private static final long FIRST_NANOS = 1_740_800_000_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final int RECENT_ORDERS = 60;
  private static final int MAX_LOTS = 20;

  private final SplittableRandom random;
  private final Matching matching;
  private final Engine engine;
  private final FlowClock clock;
  private final long[] middles = START_TICKS.clone();
  private final long[] opened = new long[START_TICKS.length];
  private long nowNanos = FIRST_NANOS;
  private long lastOrderId;
  private final List<Order> resting = new ArrayList<>();

  CommandFlow(long seed, Matching matching, Engine engine, FlowClock clock) {
    this.random = new SplittableRandom(seed);
    this.matching = matching;
    this.engine = engine;
    this.clock = clock;
  }

  /// Sets the stage.
  void open() {
    clock.set(nowNanos);
    INSTRUMENTS.forEach(engine::listInstrument);
    for (String account : ACCOUNTS) {
      engine.openAccount(account);
      CURRENCIES.forEach(currency -> engine.moveCash(account, currency, CASH_MICROS));
    }
  }

  /// {@return what the engine answered to the next command, as text}
  String next() {
    passTime();
    try {
      return send();
    } catch (BadInputException e) {
      return e.reason() + ": " + e.getMessage();
    }
  }

  private String send() {
    int dice = random.nextInt(100);
    if (dice < 45) {
      return place(random.nextInt(25) == 0 ? badOrder() : order(any(ACCOUNTS)));
    }
    if (dice < 52) {
      return place(termed(order(any(ACCOUNTS))));
    }
    if (dice < 55) {
      return engine.placeLinked(linked()).toString();
    }
    if (dice < 62) {
      return cancel();
    }
    if (dice < 68) {
      return amend();
    }
    if (dice < 96) {
      return matching == Matching.QUOTES ? quote() : bar();
    }
    return housekeeping();
  }

  private String place(OrderRequest request) {
    OrderResult result = engine.placeOrder(request);
    if (result instanceof OrderResult.Accepted(var order)) {
      lastOrderId = Math.max(lastOrderId, order.id());
      if (!order.status().isTerminal()) {
        resting.add(order);
      }
    }
    return result.toString();
  }

  private OrderRequest order(String account) {
    int instrument = random.nextInt(INSTRUMENTS.size());
    String symbol = INSTRUMENTS.get(instrument).symbol();
    Side side = any(List.of(Side.values()));
    int dice = random.nextInt(100);
    if (dice < 2) {
      return OrderRequest.allIn(account, symbol, side);
    }
    if (dice < 30) {
      return OrderRequest.market(account, symbol, side, lots());
    }
    return OrderRequest.limit(account, symbol, side, lots(), near(instrument))
        .with(any(List.of(TimeInForce.values())))
        .withClientOrderId(random.nextInt(4) == 0 ? 1L + random.nextInt(100_000) : 0);
  }

  /// {@return the order as one that says more: it waits for a price, follows one, shows a part …}
  private OrderRequest termed(OrderRequest like) {
    long stop = near(instrumentOf(like));
    OrderRequest limit = limit(like, 2 + random.nextInt(MAX_LOTS), near(instrumentOf(like)));
    OrderRequest market = OrderRequest.market(like.account(), like.symbol(), like.side(), lots());
    OrderTerms at = OrderTerms.NONE.withStop(stop).triggeredBy(any(List.of(TriggerPrice.values())));
    OrderTerms trail = OrderTerms.NONE.withTrail(1 + random.nextInt(10), 0);
    return switch (random.nextInt(10)) {
      case 0 -> market.with(OrderType.STOP, TimeInForce.GTC).with(at);
      case 1 -> limit.with(OrderType.STOP_LIMIT, TimeInForce.DAY).with(at);
      case 2 -> market.with(OrderType.MARKET_IF_TOUCHED, TimeInForce.GTC).with(at);
      case 3 -> limit.with(OrderType.LIMIT_IF_TOUCHED, TimeInForce.FOK).with(at);
      case 4 -> market.with(OrderType.TRAILING_STOP, TimeInForce.GTC).with(trail);
      case 5 -> market.with(OrderType.MARKET_TO_LIMIT, TimeInForce.GTC);
      case 6 -> limit.with(OrderTerms.NONE.showing(1));
      case 7 -> limit.with(OrderTerms.NONE.withFlags(true, false));
      case 8 -> market.with(OrderTerms.NONE.withFlags(false, true));
      default ->
          limit
              .with(TimeInForce.GTD)
              .with(OrderTerms.NONE.expiringAt(nowNanos + 1 + random.nextInt(1_000_000_000)));
    };
  }

  private LinkedOrders linked() {
    OrderRequest like = order(any(ACCOUNTS));
    long lots = lots();
    long middle = middles[instrumentOf(like)];
    OrderRequest entry = limit(like, lots, middle + random.nextInt(11) - 5);
    OrderRequest above = limit(opposite(like), lots, middle + 5);
    OrderRequest below =
        OrderRequest.stop(like.account(), like.symbol(), like.side().opposite(), lots, middle - 5);
    return switch (random.nextInt(3)) {
      case 0 -> new LinkedOrders.OneCancelsOther(above, below);
      case 1 -> new LinkedOrders.OneTriggersOthers(entry, List.of(above, termed(above)));
      default -> new LinkedOrders.Bracket(entry, below, above);
    };
  }

  private static OrderRequest opposite(OrderRequest like) {
    return OrderRequest.market(like.account(), like.symbol(), like.side().opposite(), 1);
  }

  private static int instrumentOf(OrderRequest request) {
    return INSTRUMENTS.stream().map(Instrument::symbol).toList().indexOf(request.symbol());
  }

  private String amend() {
    if (resting.isEmpty()) {
      return cancel();
    }
    Order order = resting.get(random.nextInt(resting.size()));
    long near = near(INSTRUMENTS.indexOf(order.instrument()));
    Amendment amendment =
        switch (random.nextInt(4)) {
          case 0 -> Amendment.lots(lots());
          case 1 -> Amendment.stop(near);
          default -> Amendment.limit(near);
        };
    return engine.amendOrder(order.account(), order.id(), amendment).toString();
  }

  private OrderRequest badOrder() {
    OrderRequest good = order(any(ACCOUNTS));
    return switch (random.nextInt(5)) {
      case 0 -> order(any(STRANGERS));
      case 1 -> OrderRequest.market(good.account(), any(STRANGERS), good.side(), 1);
      case 2 -> OrderRequest.market(good.account(), good.symbol(), good.side(), badNumber());
      case 3 -> limit(good, lots(), badNumber());
      default -> limit(good, Instrument.MAX_LOTS, Instrument.MAX_PRICE_TICKS);
    };
  }

  private static OrderRequest limit(OrderRequest like, long lots, long limitTicks) {
    return OrderRequest.limit(like.account(), like.symbol(), like.side(), lots, limitTicks);
  }

  private String cancel() {
    if (!resting.isEmpty() && random.nextInt(4) > 0) {
      Order order = resting.remove(random.nextInt(resting.size()));
      return engine.cancelOrder(order.account(), order.id()).toString();
    }
    String account = random.nextInt(20) == 0 ? any(STRANGERS) : any(ACCOUNTS);
    long orderId = lastOrderId + 2 - random.nextInt(RECENT_ORDERS);
    return engine.cancelOrder(account, orderId).toString();
  }

  private String quote() {
    int instrument = random.nextInt(INSTRUMENTS.size());
    Instrument listed = INSTRUMENTS.get(instrument);
    long middle = wander(instrument);
    int dice = random.nextInt(40);
    if (dice == 0) {
      engine.openBar(listed.symbol(), middle);
    } else if (dice == 1) {
      engine.onQuote(new MarketQuote(listed, badNumber(), 1, badNumber(), 1, middle));
    } else {
      long half = random.nextInt(4);
      engine.onQuote(
          new MarketQuote(
              listed, middle - half, sometimesNone(), middle + half, sometimesNone(), middle));
    }
    return "quoted";
  }

  private String bar() {
    int instrument = random.nextInt(INSTRUMENTS.size());
    String symbol = INSTRUMENTS.get(instrument).symbol();
    long middle = wander(instrument);
    int dice = random.nextInt(40);
    if (dice == 0) {
      engine.closeBar(symbol, middle - 1, middle + 1, middle);
    } else if (dice == 1) {
      engine.openBar(symbol, badNumber());
    } else if (opened[instrument] == 0) {
      engine.openBar(symbol, middle);
      opened[instrument] = middle;
    } else {
      long open = opened[instrument];
      long range = random.nextInt(8);
      opened[instrument] = 0;
      engine.closeBar(
          symbol, Math.max(open, middle) + range, Math.min(open, middle) - range, middle);
    }
    return "traded";
  }

  private String housekeeping() {
    switch (random.nextInt(8)) {
      case 6 ->
          engine.setSelfTradePrevention(any(ACCOUNTS), any(List.of(SelfTradePrevention.values())));
      case 7 -> {
        return "canceled " + engine.cancelOrders(scope());
      }
      case 0 -> engine.listInstrument(any(INSTRUMENTS));
      case 1 -> engine.openAccount(any(random.nextBoolean() ? ACCOUNTS : STRANGERS));
      case 2 -> engine.moveCash(any(ACCOUNTS), any(STRANGERS), badNumber());
      case 3 -> engine.moveCash(any(ACCOUNTS), any(CURRENCIES), 1_000_000_000L);
      case 4 -> engine.moveCash(any(ACCOUNTS), any(CURRENCIES), -500_000_000L);
      default -> engine.advance();
    }
    return "done";
  }

  private CancelScope scope() {
    String symbol = any(INSTRUMENTS).symbol();
    return switch (random.nextInt(4)) {
      case 0 -> CancelScope.ofAccount(any(ACCOUNTS));
      case 1 -> CancelScope.inSymbol(symbol);
      default -> CancelScope.ofAccount(any(ACCOUNTS)).in(symbol);
    };
  }

  /// A tenth of a second on average, at times a third of a day, at times backwards.
  private void passTime() {
    int dice = random.nextInt(5_000);
    if (dice == 0) {
      nowNanos += NANOS_PER_DAY / 3;
    } else if (dice == 1) {
      clock.set(nowNanos - NANOS_PER_DAY / 100);
      return;
    } else if (dice < 500) {
      nowNanos += random.nextInt(2_000_000_000);
    }
    clock.set(nowNanos);
  }

  /// A random walk that is pulled back to where it began.
  private long wander(int instrument) {
    long pull = (START_TICKS[instrument] - middles[instrument]) / 500;
    middles[instrument] += random.nextInt(11) - 5 + pull;
    return middles[instrument];
  }

  private long near(int instrument) {
    return middles[instrument] + random.nextInt(41) - 20;
  }

  private long lots() {
    return 1L + random.nextInt(MAX_LOTS);
  }

  private long sometimesNone() {
    return random.nextInt(10) == 0 ? 0 : lots();
  }

  private long badNumber() {
    return BAD_NUMBERS[random.nextInt(BAD_NUMBERS.length)];
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
