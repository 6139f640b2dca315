package trading.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trading.api.Clock;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
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
      case LIST_INSTRUMENT ->
          target.listInstrument(
              Instrument.of(
                  commands.text(Field.SYMBOL),
                  commands.text(Field.CURRENCY_NAME),
                  commands.text(Field.TICK),
                  commands.text(Field.LOT)));
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
      case PLACE_ORDER -> target.placeOrder(request(account(), symbol()));
      case PLACE_UNKNOWN ->
          target.placeOrder(
              request(commands.text(Field.ACCOUNT_NAME), commands.text(Field.SYMBOL)));
      case CANCEL_ORDER -> target.cancelOrder(account(), commands.value(Field.ORDER));
      case CANCEL_UNKNOWN ->
          target.cancelOrder(commands.text(Field.ACCOUNT_NAME), commands.value(Field.ORDER));
    }
  }

  private OrderRequest request(String account, String symbol) {
    return new OrderRequest(
        account,
        symbol,
        Side.values()[(int) commands.value(Field.SIDE)],
        OrderType.values()[(int) commands.value(Field.ORDER_TYPE)],
        TimeInForce.values()[(int) commands.value(Field.TIME_IN_FORCE)],
        Sizing.values()[(int) commands.value(Field.SIZING)],
        commands.value(Field.LOTS),
        commands.value(Field.LIMIT_TICKS),
        commands.value(Field.CLIENT_ORDER));
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
