package trading.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import trading.api.Amendment;
import trading.api.Clock;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.event.EventCursor;
import trading.api.event.EventType;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.portfolio.AverageCostLedger;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// Our engine with its ledger and gate, called through its public door.
///
/// Trades are read where a journal reads them, from the bytes of the events, inside the call. The
/// engine numbers orders itself, so both numbers of each order are kept; that is part of its time.
final class OurEngine implements BenchEngine {
  private static final Side[] SIDES = Side.values();
  private static final int MAKER = Liquidity.MAKER.ordinal();
  private static final int FIRST_ORDERS = 1 << 17;
  private static final long FIRST_TICKS = 1_000;
  private static final String WHOLE_CURRENCY = "000000";

  private final Tape tape = new Tape();
  private final EventCursor events = new EventCursor();
  private final Engine engine;
  private final String[] accounts;

  /// By the flow's number of an order: the engine's, quantity with fills, and limit.
  private int[] engineIds = new int[FIRST_ORDERS];

  private long[] lots = new long[FIRST_ORDERS];
  private long[] prices = new long[FIRST_ORDERS];

  /// By the engine's number.
  private int[] flowIds = new int[FIRST_ORDERS];

  private long now;

  private OurEngine(int accounts, RiskConfig rules) {
    Clock clock = () -> now;
    engine =
        Engine.open(
            EngineConfig.of(
                    AverageCostLedger.create(),
                    RuleGate.open(BuiltInRules.providers(), rules),
                    clock)
                .with((_, records) -> read(records))
                .reserving(1 << 20));
    this.accounts = new String[accounts + 1];
    open(accounts);
  }

  static OurEngine marginRule(int accounts) {
    return new OurEngine(accounts, RiskConfig.none().withRule("max_leverage", limit("1000")));
  }

  static OurEngine allRules(int accounts) {
    String lots = String.valueOf(Instrument.MAX_LOTS);
    RiskConfig rules =
        RiskConfig.defaults()
            .withRule("concentration", limit("10000"))
            .withRule("max_daily_loss", limit("1000" + WHOLE_CURRENCY))
            .withRule("max_leverage", limit("1000"))
            .withRule("max_orders_per_day", limit("1000" + WHOLE_CURRENCY))
            .withRule("max_position_size", limit(lots));
    return new OurEngine(accounts, rules);
  }

  private static Map<String, String> limit(String value) {
    return Map.of("limit", value);
  }

  private void open(int count) {
    Instrument instrument = Instrument.of(SYMBOL, "INR", "0.01", "1");
    engine.listInstrument(instrument);
    for (int account = 1; account <= count; account++) {
      accounts[account] = "user_" + account;
      engine.openAccount(accounts[account]);
      engine.moveCash(accounts[account], "INR", DEPOSIT * 1_000_000);
    }
    engine.onQuote(new FirstPrice(instrument, FIRST_TICKS));
  }

  @Override
  public void apply(OrderFlow flow, int i) {
    now = i;
    int id = flow.ids[i];
    String account = accounts[flow.users[i]];
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT -> place(flow, i, account, TimeInForce.GTC);
      case OrderFlow.IMMEDIATE -> place(flow, i, account, TimeInForce.IOC);
      case OrderFlow.CANCEL -> accepted(engine.cancelOrder(account, engineIds[id]));
      case OrderFlow.REDUCE -> {
        lots[id] -= flow.sizes[i];
        accepted(engine.amendOrder(account, engineIds[id], Amendment.lots(lots[id])));
      }
      default -> move(id, account, flow.prices[i]);
    }
  }

  /// A move to where an order is already only costs it its place: to us that is two commands.
  private void move(int id, String account, long price) {
    if (price == prices[id]) {
      Order old = accepted(engine.cancelOrder(account, engineIds[id]));
      long left = old.lots() - old.filledLots();
      OrderRequest request = OrderRequest.limit(account, SYMBOL, old.side(), left, price);
      keep(id, accepted(engine.placeOrder(request)));
    } else {
      accepted(engine.amendOrder(account, engineIds[id], Amendment.limit(price)));
      prices[id] = price;
    }
  }

  private void place(OrderFlow flow, int i, String account, TimeInForce timeInForce) {
    Side side = SIDES[flow.sides[i]];
    OrderRequest request =
        OrderRequest.limit(account, SYMBOL, side, flow.sizes[i], flow.prices[i]).with(timeInForce);
    keep(flow.ids[i], accepted(engine.placeOrder(request)));
  }

  /// Remembers which order of the engine an order of the flow is.
  private void keep(int id, Order order) {
    if (id >= engineIds.length) {
      int longer = Math.max(id + 1, engineIds.length * 2);
      engineIds = Arrays.copyOf(engineIds, longer);
      lots = Arrays.copyOf(lots, longer);
      prices = Arrays.copyOf(prices, longer);
    }
    int engineId = (int) order.id();
    if (engineId >= flowIds.length) {
      flowIds = Arrays.copyOf(flowIds, Math.max(engineId + 1, flowIds.length * 2));
    }
    engineIds[id] = engineId;
    lots[id] = order.lots();
    prices[id] = order.limitTicks();
    flowIds[engineId] = id;
  }

  private void read(RecordBuffer records) {
    events.wrap(records.array(), 0, records.size());
    while (events.next()) {
      if (events.type() == EventType.ORDER_FILLED && events.value(Field.LIQUIDITY) == MAKER) {
        tape.add(
            flowIds[(int) events.value(Field.ORDER)],
            events.value(Field.PRICE_TICKS),
            events.value(Field.LOTS));
      }
    }
  }

  static Order accepted(OrderResult result) {
    return switch (result) {
      case OrderResult.Accepted(Order order) -> order;
      case OrderResult.Rejected(Refusal refusal) ->
          throw new IllegalStateException(refusal.toString());
    };
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    List<Resting> orders = new ArrayList<>();
    for (int id = 0; id < engineIds.length; id++) {
      Order order = engineIds[id] == 0 ? null : engine.order(engineIds[id]).orElseThrow();
      if (order != null && order.remainingLots() > 0) {
        orders.add(new Resting(id, order.limitTicks(), order.remainingLots()));
      }
    }
    return orders;
  }

  @Override
  public long[] positions() {
    long[] positions = new long[accounts.length - 1];
    Arrays.setAll(positions, i -> engine.netLots(accounts[i + 1], SYMBOL));
    return positions;
  }
}
