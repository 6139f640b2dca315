package trading.strategies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.Parameter;
import trading.api.Refusal;
import trading.api.Settings;
import trading.api.Side;
import trading.api.spi.BarView;
import trading.api.spi.Desk;
import trading.api.spi.Strategy;

/// Trades when the short moving average of bar closes crosses the long one.
///
/// Buys when the short average comes above the long one, sells when it comes below. Both averages
/// are compared exactly, as sums of ticks. The first bar at which both averages are known is no
/// crossing, and equal averages are none by themselves. Orders are MARKET. A signal is passed over
/// while the former order in that instrument is still working, or when the position is on the
/// signal's side already.
public final class MaCrossover implements Strategy {
  private static final String LONG_ONLY = "long";
  private static final String ALL_IN = "all-in";

  // 2^40 ticks × 2,499 × 2,500 fits a long: comparing two averages cannot overflow.
  private static final Parameter.Whole SHORT =
      new Parameter.Whole("short", 10, 1, 2_499, "Bars of the short average, fewer than long.");
  private static final Parameter.Whole LONG =
      new Parameter.Whole("long", 30, 2, 2_500, "Bars of the long average.");
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

  private final int shortBars;
  private final int longBars;
  private final boolean longOnly;
  private final boolean allIn;
  private final long quantityLots;
  private final Map<String, Track> tracks = new LinkedHashMap<>();

  private MaCrossover(Settings settings) {
    shortBars = Math.toIntExact(settings.read(SHORT));
    longBars = Math.toIntExact(settings.read(LONG));
    longOnly = settings.read(DIRECTION).equals(LONG_ONLY);
    allIn = settings.read(SIZING).equals(ALL_IN);
    quantityLots = settings.read(QUANTITY);
  }

  /// {@return a fresh strategy}
  ///
  /// @param settings values for [#parameters()]
  /// @throws trading.api.BadInputException when a setting is out of range, or short is not below
  ///   long
  public static MaCrossover of(Settings settings) {
    MaCrossover strategy = new MaCrossover(settings);
    if (strategy.shortBars >= strategy.longBars) {
      throw settings.contradiction(
          "short must be less than long, was short "
              + strategy.shortBars
              + " and long "
              + strategy.longBars);
    }
    return strategy;
  }

  /// {@return the settings that it reads, in the order in which people should read them}
  public static List<Parameter> parameters() {
    return List.of(SHORT, LONG, DIRECTION, SIZING, QUANTITY);
  }

  @Override
  public void onBar(BarView bar, Desk desk) {
    Track track = track(bar.instrument().symbol());
    Optional<Side> signal = track.crossing.next(bar.closeTicks());
    if (signal.isPresent() && track.workingOrder == 0) {
      order(signal.get(), bar.instrument(), desk)
          .ifPresent(request -> track.workingOrder = desk.submit(request));
    }
  }

  @Override
  public void onOrder(Order order, Desk desk) {
    if (order.status().isTerminal()) {
      ended(order.instrument().symbol(), order.clientOrderId());
    }
  }

  @Override
  public void onRefused(OrderRequest request, Refusal refusal, Desk desk) {
    ended(request.symbol(), request.clientOrderId());
  }

  private Track track(String symbol) {
    Track track = tracks.get(symbol);
    if (track == null) {
      track = new Track(new Crossing(shortBars, longBars));
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

  /// What is remembered of one instrument.
  private static final class Track {
    private final Crossing crossing;

    /// The client order id of the order that is still working; 0 for none.
    private long workingOrder;

    private Track(Crossing crossing) {
      this.crossing = crossing;
    }
  }
}
