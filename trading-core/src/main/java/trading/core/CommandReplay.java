package trading.core;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Clock;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;
import trading.api.event.Field;
import trading.api.event.RecordCursor;
import trading.api.spi.QuoteView;

/// Runs recorded commands again: the same commands give the same events.
///
/// It is the clock of the engine that it feeds: give it to that engine's configuration.
public final class CommandReplay implements Clock {
  private final RecordCursor commands = new RecordCursor(CommandType.layouts());
  private final RecordedQuote quote = new RecordedQuote();
  private @Nullable Engine engine;
  private long nowNanos;

  /// Creates a replay that has run nothing.
  public CommandReplay() {}

  @Override
  public long nanos() {
    return nowNanos;
  }

  /// Runs commands.
  ///
  /// @param target an engine whose clock this is
  /// @param bytes encoded commands, as a [Journal] was handed them
  /// @param from where the first begins
  /// @param to where the last ends
  public void run(Engine target, byte[] bytes, int from, int to) {
    engine = target;
    commands.wrap(bytes, from, to);
    while (commands.next()) {
      nowNanos = commands.atNanos();
      runOne(target);
    }
  }

  private void runOne(Engine target) {
    switch (CommandType.of(commands.layout())) {
      case LIST_INSTRUMENT -> target.listInstrument(listed());
      case LIST_CLOSING ->
          target.listInstrument(
              listed()
                  .closingAt(
                      new SessionClose(
                          ZoneId.of(commands.text(Field.ZONE)),
                          LocalTime.ofNanoOfDay(commands.value(Field.TIME_OF_DAY)))));
      case OPEN_ACCOUNT -> target.openAccount(commands.text(Field.ACCOUNT_NAME));
      case MOVE_CASH ->
          target.moveCash(
              account(), commands.text(Field.CURRENCY_NAME), commands.value(Field.AMOUNT_MICROS));
      case ADVANCE -> target.advance();
      case QUOTE -> target.onQuote(quote);
      case OPEN_BAR -> target.openBar(symbol(), commands.value(Field.MARK_TICKS));
      case CLOSE_BAR ->
          target.closeBar(
              symbol(),
              commands.value(Field.HIGH_TICKS),
              commands.value(Field.LOW_TICKS),
              commands.value(Field.MARK_TICKS));
      case PLACE_ORDER, PLACE_TERMED, PLACE_UNKNOWN -> target.placeOrder(request());
      case PLACE_LINKED -> placeLinked(target);
      case AMEND_ORDER -> target.amendOrder(account(), commands.value(Field.ORDER), amendment());
      case AMEND_UNKNOWN ->
          target.amendOrder(
              commands.text(Field.ACCOUNT_NAME), commands.value(Field.ORDER), amendment());
      case CANCEL_ORDERS -> target.cancelOrders(scope());
      case SET_SELF_TRADE ->
          target.setSelfTradePrevention(
              account(), SelfTradePrevention.values()[(int) commands.value(Field.SELF_TRADE)]);
      case CANCEL_ORDER -> target.cancelOrder(account(), commands.value(Field.ORDER));
      case CANCEL_UNKNOWN ->
          target.cancelOrder(commands.text(Field.ACCOUNT_NAME), commands.value(Field.ORDER));
    }
  }

  private Instrument listed() {
    return Instrument.of(
        commands.text(Field.SYMBOL),
        commands.text(Field.CURRENCY_NAME),
        commands.text(Field.TICK),
        commands.text(Field.LOT));
  }

  private void placeLinked(Engine target) {
    int kind = (int) commands.value(Field.LINK);
    long count = commands.value(Field.COUNT);
    List<OrderRequest> orders = new ArrayList<>();
    for (long left = count; left > 0 && commands.next(); left--) {
      orders.add(request());
    }
    target.placeLinked(LinkKind.linked(kind, orders));
  }

  private OrderRequest request() {
    CommandType type = CommandType.of(commands.layout());
    boolean unknown = type == CommandType.PLACE_UNKNOWN;
    return new OrderRequest(
        unknown ? commands.text(Field.ACCOUNT_NAME) : account(),
        unknown ? commands.text(Field.SYMBOL) : symbol(),
        Side.values()[(int) commands.value(Field.SIDE)],
        OrderType.values()[(int) commands.value(Field.ORDER_TYPE)],
        TimeInForce.values()[(int) commands.value(Field.TIME_IN_FORCE)],
        Sizing.values()[(int) commands.value(Field.SIZING)],
        commands.value(Field.LOTS),
        commands.value(Field.LIMIT_TICKS),
        commands.value(Field.CLIENT_ORDER),
        type == CommandType.PLACE_TERMED ? terms() : OrderTerms.NONE);
  }

  private OrderTerms terms() {
    return new OrderTerms(
        commands.value(Field.STOP_TICKS),
        commands.value(Field.TRAIL_TICKS),
        (int) commands.value(Field.TRAIL_BASIS_POINTS),
        TriggerPrice.values()[(int) commands.value(Field.TRIGGER_PRICE)],
        commands.value(Field.DISPLAY_LOTS),
        commands.value(Field.POST_ONLY) != 0,
        commands.value(Field.REDUCE_ONLY) != 0,
        commands.value(Field.EXPIRE_NANOS));
  }

  private Amendment amendment() {
    return new Amendment(
        commands.value(Field.LOTS),
        commands.value(Field.LIMIT_TICKS),
        commands.value(Field.STOP_TICKS));
  }

  private CancelScope scope() {
    return new CancelScope(
        commands.value(Field.ACCOUNT) == 0 ? Optional.empty() : Optional.of(account()),
        commands.value(Field.INSTRUMENT) == 0 ? Optional.empty() : Optional.of(symbol()));
  }

  private String account() {
    return target().accountName((int) commands.value(Field.ACCOUNT));
  }

  private String symbol() {
    return instrument().symbol();
  }

  private Instrument instrument() {
    return target().instrument((int) commands.value(Field.INSTRUMENT));
  }

  private Engine target() {
    return Objects.requireNonNull(engine, "run sets the engine");
  }

  /// The quote of the command that the cursor is on.
  private final class RecordedQuote implements QuoteView {
    @Override
    public Instrument instrument() {
      return CommandReplay.this.instrument();
    }

    @Override
    public long atNanos() {
      return nowNanos;
    }

    @Override
    public long bidTicks() {
      return commands.value(Field.BID_TICKS);
    }

    @Override
    public long bidLots() {
      return commands.value(Field.BID_LOTS);
    }

    @Override
    public long askTicks() {
      return commands.value(Field.ASK_TICKS);
    }

    @Override
    public long askLots() {
      return commands.value(Field.ASK_LOTS);
    }

    @Override
    public long lastTicks() {
      return commands.value(Field.MARK_TICKS);
    }

    @Override
    public long tradedLots() {
      return 0;
    }
  }
}
