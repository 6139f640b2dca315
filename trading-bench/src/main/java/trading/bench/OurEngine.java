package trading.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.Amendment;
import trading.api.Clock;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Side;
import trading.api.TimeInForce;
import trading.api.event.EventCursor;
import trading.api.event.EventType;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.core.OrderAnswer;
import trading.portfolio.AverageCostLedger;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// Our engine with its ledger and gate, called through its public door.
///
/// Trades are read where a journal reads them, from the bytes of the events, inside the call. Which
/// of its orders a command is about is known before, see [OurNumbers].
final class OurEngine implements BenchEngine {
  private static final Side[] SIDES = Side.values();
  private static final int MAKER = Liquidity.MAKER.ordinal();
  private static final long FIRST_TICKS = 1_000;
  private static final String WHOLE_CURRENCY = "000000";

  private final Tape tape = new Tape();
  private final EventCursor events = new EventCursor();
  private final OrderAnswer answer = new OrderAnswer();
  private final Engine engine;
  private final String[] accounts;

  private final OurNumbers numbers;

  /// By the flow's number of an order: its quantity, with what has traded.
  private final long[] lots;

  private long now;

  private OurEngine(OrderFlow flow, RiskConfig rules) {
    numbers = new OurNumbers(flow);
    lots = new long[flow.orders()];
    Clock clock = () -> now;
    engine =
        Engine.open(
            EngineConfig.of(
                    AverageCostLedger.create(),
                    RuleGate.open(BuiltInRules.providers(), rules),
                    clock)
                .with((_, records) -> read(records))
                .reserving(1 << 20));
    accounts = new String[flow.accounts() + 1];
    open(flow.accounts());
  }

  static OurEngine marginRule(OrderFlow flow) {
    return new OurEngine(flow, RiskConfig.none().withRule("max_leverage", limit("1000")));
  }

  static OurEngine allRules(OrderFlow flow) {
    String lots = String.valueOf(Instrument.MAX_LOTS);
    RiskConfig rules =
        RiskConfig.defaults()
            .withRule("concentration", limit("10000"))
            .withRule("max_daily_loss", limit("1000" + WHOLE_CURRENCY))
            .withRule("max_leverage", limit("1000"))
            .withRule("max_orders_per_day", limit("1000" + WHOLE_CURRENCY))
            .withRule("max_position_size", limit(lots));
    return new OurEngine(flow, rules);
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
    int order = numbers.existing[i];
    String account = accounts[flow.users[i]];
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT -> place(flow, i, account, TimeInForce.GTC);
      case OrderFlow.IMMEDIATE -> place(flow, i, account, TimeInForce.IOC);
      case OrderFlow.CANCEL -> cancel(account, order);
      case OrderFlow.REDUCE -> {
        int id = flow.ids[i];
        lots[id] -= flow.sizes[i];
        amend(account, order, Amendment.lots(lots[id]));
      }
      default -> move(flow, i, account, order);
    }
  }

  private void move(OrderFlow flow, int i, String account, int order) {
    long price = flow.prices[i];
    if (numbers.placed[i] == 0) {
      amend(account, order, Amendment.limit(price));
    } else {
      cancel(account, order);
      Order old = answer.order();
      long left = old.lots() - old.filledLots();
      place(i, OrderRequest.limit(account, SYMBOL, old.side(), left, price));
      lots[flow.ids[i]] = left;
    }
  }

  private void place(OrderFlow flow, int i, String account, TimeInForce timeInForce) {
    Side side = SIDES[flow.sides[i]];
    int size = flow.sizes[i];
    place(i, OrderRequest.limit(account, SYMBOL, side, size, flow.prices[i]).with(timeInForce));
    lots[flow.ids[i]] = size;
  }

  private void place(int i, OrderRequest request) {
    engine.placeOrder(request, answer);
    requireAccepted();
    if (answer.orderId() != numbers.placed[i]) {
      throw new IllegalStateException(
          "command "
              + i
              + " must place order "
              + numbers.placed[i]
              + ", placed "
              + answer.orderId());
    }
  }

  private void cancel(String account, int order) {
    engine.cancelOrder(account, order, answer);
    requireAccepted();
  }

  private void amend(String account, int order, Amendment amendment) {
    engine.amendOrder(account, order, amendment, answer);
    requireAccepted();
  }

  private void requireAccepted() {
    if (!answer.isAccepted()) {
      throw new IllegalStateException(answer.refusal().toString());
    }
  }

  private void read(RecordBuffer records) {
    events.wrap(records.array(), 0, records.size());
    while (events.next()) {
      if (events.type() == EventType.ORDER_FILLED && events.value(Field.LIQUIDITY) == MAKER) {
        tape.add(
            numbers.flowIds[(int) events.value(Field.ORDER)],
            events.value(Field.PRICE_TICKS),
            events.value(Field.LOTS));
      }
    }
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    List<Resting> orders = new ArrayList<>();
    for (int number = 1; number < numbers.flowIds.length; number++) {
      Optional<Order> order = engine.order(number).filter(each -> each.remainingLots() > 0);
      int id = numbers.flowIds[number];
      order.ifPresent(each -> orders.add(new Resting(id, each.limitTicks(), each.remainingLots())));
    }
    orders.sort(Comparator.comparingLong(Resting::id));
    return orders;
  }

  @Override
  public long[] positions() {
    long[] positions = new long[accounts.length - 1];
    Arrays.setAll(positions, i -> engine.netLots(accounts[i + 1], SYMBOL));
    return positions;
  }
}
