package trading.strategies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Parameter;
import trading.api.Refusal;
import trading.api.Settings;
import trading.api.Side;
import trading.api.Signal;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.Strategy;

/// Trades what a rule sees in each instrument: all of a built-in strategy but its rule.
///
/// Every sighting goes to the desk as a signal; the order for it is MARKET. No order follows while
/// the former one in that instrument is still working, when the position is on the signal's side
/// already, or when long only has nothing to sell.
abstract sealed class SignalTrader implements Strategy
    permits MaCrossover, MomentumStrategy, RsiStrategy {
  private static final String LONG_ONLY = "long";
  private static final String ALL_IN = "all-in";

  private static final Parameter.Choice DIRECTION =
      new Parameter.Choice(
          "direction",
          LONG_ONLY,
          List.of(LONG_ONLY, "both"),
          "What a sell signal does: long only closes, both reverses into a short position.");
  private static final Parameter.Choice SIZING =
      new Parameter.Choice(
          "sizing",
          "lots",
          List.of("lots", ALL_IN),
          "Size of a new position: lots takes quantity, all-in what the account's cash buys.");
  private static final Parameter.Whole QUANTITY =
      new Parameter.Whole(
          "quantity", 10, 1, Instrument.MAX_LOTS, "Lots of a new position when sizing is lots.");

  private final boolean longOnly;
  private final boolean allIn;
  private final long quantityLots;
  private final Map<String, Track> tracks = new LinkedHashMap<>();

  SignalTrader(Settings settings) {
    longOnly = settings.read(DIRECTION).equals(LONG_ONLY);
    allIn = settings.read(SIZING).equals(ALL_IN);
    quantityLots = settings.read(QUANTITY);
  }

  /// {@return a rule's parameters, then those that every such strategy has}
  static List<Parameter> parametersAfter(Parameter... ofTheRule) {
    return Stream.concat(Stream.of(ofTheRule), Stream.of(DIRECTION, SIZING, QUANTITY)).toList();
  }

  /// {@return a fresh rule, for one instrument}
  abstract SignalRule newRule();

  @Override
  public final void onBar(BarView bar, Desk desk) {
    Track track = track(bar.instrument().symbol());
    Optional<Sighting> sighting = track.rule.next(bar);
    if (sighting.isPresent()) {
      act(sighting.get(), track, bar.instrument(), desk);
    }
  }

  @Override
  public final void onOrder(Order order, Desk desk) {
    if (order.status().isTerminal()) {
      ended(order.instrument().symbol(), order.clientOrderId());
    }
  }

  @Override
  public final void onRefused(OrderRequest request, Refusal refusal, Desk desk) {
    ended(request.symbol(), request.clientOrderId());
  }

  private void act(Sighting seen, Track track, Instrument instrument, Desk desk) {
    Optional<OrderRequest> order =
        track.workingOrder == 0 ? order(seen.side(), instrument, desk) : Optional.empty();
    long lots = order.map(OrderRequest::lots).orElse(0L);
    desk.signal(new Signal(instrument, seen.side(), seen.confidence(), lots, seen.reason()));
    order.ifPresent(request -> track.workingOrder = desk.submit(request));
  }

  private Optional<OrderRequest> order(Side side, Instrument instrument, Desk desk) {
    String account = desk.account();
    String symbol = instrument.symbol();
    long heldLots = desk.netLots(instrument) * side.sign();
    if (longOnly && side == Side.SELL) {
      return heldLots < 0
          ? Optional.of(OrderRequest.market(account, symbol, side, -heldLots))
          : Optional.empty();
    }
    if (heldLots > 0) {
      return Optional.empty();
    }
    return Optional.of(
        allIn
            ? OrderRequest.allIn(account, symbol, side)
            : OrderRequest.market(
                account, symbol, side, Math.subtractExact(quantityLots, heldLots)));
  }

  private Track track(String symbol) {
    Track track = tracks.get(symbol);
    if (track == null) {
      track = new Track(newRule());
      tracks.put(symbol, track);
    }
    return track;
  }

  private void ended(String symbol, long clientOrderId) {
    Track track = track(symbol);
    if (track.workingOrder == clientOrderId) {
      track.workingOrder = 0;
    }
  }

  /// What is remembered of one instrument.
  private static final class Track {
    private final SignalRule rule;

    /// The client order id of the order that is still working; 0 for none.
    private long workingOrder;

    private Track(SignalRule rule) {
      this.rule = rule;
    }
  }
}
