package trading.bench;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.EventType;
import trading.api.event.Field;
import trading.api.event.Layout;
import trading.api.event.RecordBuffer;
import trading.core.OrderBook;

/// What a caller of our engine pays without accounts: our book, one lock, the bytes of commands and
/// events, each as the engine has them today.
///
/// Positions are netted in an array, nothing is checked and nothing kept.
final class FloorEngine implements BenchEngine {
  private static final Side[] SIDES = Side.values();
  private static final Layout COMMAND =
      Layout.of(
          100,
          Field.SIDE,
          Field.ORDER_TYPE,
          Field.TIME_IN_FORCE,
          Field.SIZING,
          Field.LOTS,
          Field.LIMIT_TICKS,
          Field.CLIENT_ORDER,
          Field.ACCOUNT,
          Field.INSTRUMENT);

  private final ReentrantLock lock = new ReentrantLock();
  private final RecordBuffer commands = new RecordBuffer();
  private final RecordBuffer events = new RecordBuffer();
  private final OrderBook orders = OrderBook.open(this::trade);
  private final OurBook book = OurBook.playing(orders);
  private final Tape tape = new Tape();
  private final long[] positions;
  private final int[] accountOf;
  private final byte[] sideOf;

  private int takerId;
  private int takerAccount;
  private int takerSign;
  private long seq;

  FloorEngine(OrderFlow flow) {
    positions = new long[flow.accounts()];
    accountOf = new int[flow.orders()];
    sideOf = new byte[flow.orders()];
  }

  @Override
  public void apply(OrderFlow flow, int i) {
    int id = flow.ids[i];
    lock.lock();
    try {
      begin(flow, i, id);
      told(flow, i, id);
      book.apply(flow, i);
      commands.clear();
      events.clear();
    } finally {
      lock.unlock();
    }
  }

  private void begin(OrderFlow flow, int i, int id) {
    if (accountOf[id] == 0) {
      accountOf[id] = flow.users[i];
      sideOf[id] = flow.sides[i];
    }
    takerId = id;
    takerAccount = accountOf[id];
    takerSign = SIDES[sideOf[id]].sign();
    commands
        .begin(COMMAND, seq, i)
        .putByte(Field.SIDE, sideOf[id])
        .putByte(Field.ORDER_TYPE, OrderType.LIMIT.ordinal())
        .putByte(Field.TIME_IN_FORCE, TimeInForce.GTC.ordinal())
        .putByte(Field.SIZING, Sizing.LOTS.ordinal())
        .putLong(Field.LOTS, flow.sizes[i])
        .putLong(Field.LIMIT_TICKS, flow.prices[i])
        .putLong(Field.CLIENT_ORDER, 0)
        .putInt(Field.ACCOUNT, takerAccount)
        .putInt(Field.INSTRUMENT, 1)
        .end();
  }

  /// Writes the event that comes before any trade.
  private void told(OrderFlow flow, int i, int id) {
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT, OrderFlow.IMMEDIATE ->
          event(EventType.ORDER_ACCEPTED, id, takerAccount)
              .putByte(Field.ORDER_TYPE, OrderType.LIMIT.ordinal())
              .putByte(Field.TIME_IN_FORCE, TimeInForce.GTC.ordinal())
              .putByte(Field.SIZING, Sizing.LOTS.ordinal())
              .putByte(Field.STATUS, OrderStatus.NEW.ordinal())
              .putLong(Field.LOTS, flow.sizes[i])
              .putLong(Field.LIMIT_TICKS, flow.prices[i])
              .putLong(Field.CLIENT_ORDER, 0)
              .end();
      case OrderFlow.CANCEL ->
          event(EventType.ORDER_CANCELED, id, takerAccount)
              .putLong(Field.LOTS, orders.lots(id))
              .putShort(Field.REASON, Reason.CANCELED_BY_USER.code())
              .end();
      default ->
          event(EventType.ORDER_AMENDED, id, takerAccount)
              .putLong(Field.LOTS, orders.lots(id))
              .putLong(Field.REMAINING_LOTS, orders.lots(id))
              .putLong(Field.LIMIT_TICKS, flow.prices[i])
              .putLong(Field.STOP_TICKS, 0)
              .end();
    }
  }

  private RecordBuffer event(EventType type, int id, int account) {
    return parties(begin(type, id), account);
  }

  private RecordBuffer begin(EventType type, int id) {
    return events.begin(type.layout(), ++seq, seq).putLong(Field.ORDER, id);
  }

  private RecordBuffer parties(RecordBuffer event, int account) {
    return event
        .putInt(Field.ACCOUNT, account)
        .putInt(Field.INSTRUMENT, 1)
        .putByte(Field.SIDE, takerSign < 0 ? 1 : 0);
  }

  private void trade(long maker, long price, long lots) {
    tape.add(maker, price, lots);
    filled((int) maker, accountOf[(int) maker], -takerSign, price, lots, Liquidity.MAKER);
    filled(takerId, takerAccount, takerSign, price, lots, Liquidity.TAKER);
  }

  private void filled(int id, int account, int sign, long price, long lots, Liquidity part) {
    positions[account - 1] += sign * lots;
    parties(begin(EventType.ORDER_FILLED, id).putLong(Field.TRADE, tape.trades), account)
        .putLong(Field.PRICE_TICKS, price)
        .putLong(Field.LOTS, lots)
        .putLong(Field.REMAINING_LOTS, 0)
        .putLong(Field.FEE_MICROS, 0)
        .putByte(Field.LIQUIDITY, part.ordinal())
        .end();
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    return book.orders().stream().sorted(Comparator.comparingLong(Resting::id)).toList();
  }

  @Override
  public long[] positions() {
    return positions.clone();
  }
}
