package trading.marketdata;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Last quotes with their day so far, and the place where takers subscribe.
///
/// One thread at a time hands in quotes and bars; any thread reads and subscribes. Quotes and bars
/// go through to the subscribers in the order in which they subscribed, on the thread that hands
/// them in, after the hub has taken them. What a subscriber throws goes to that thread, and the
/// subscribers behind it do not get that quote or bar.
///
/// A day begins at midnight of the hub's zone, for each instrument with its first quote or bar at
/// or after it. The previous close is the last price of the day before, or what the first bar of
/// the day states.
public final class MarketDataHub implements FeedSink {
  private final ZoneId zone;
  private final Object lock = new Object();
  private final TreeMap<String, DayBoard> boards = new TreeMap<>();
  private volatile Seat[] seats = {};

  private MarketDataHub(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /// {@return an empty hub}
  ///
  /// @param zone where its days begin at midnight
  public static MarketDataHub of(ZoneId zone) {
    return new MarketDataHub(zone);
  }

  /// Takes a quote and hands it to the subscribers; crossed and locked quotes are taken too.
  ///
  /// @param quote lent until the call returns
  /// @throws trading.api.BadInputException (`BAD_MARKET_DATA`) when its time runs backwards for its
  ///   instrument, a number is negative or too large, the last price is not positive, or the symbol
  ///   was seen with another definition; then nothing changed and nobody got it
  @Override
  public void onQuote(QuoteView quote) {
    synchronized (lock) {
      DayBoard board = board(quote.instrument());
      board.take(quote);
      boards.putIfAbsent(quote.instrument().symbol(), board);
    }
    for (Seat seat : seats) {
      seat.sink.onQuote(quote);
    }
  }

  /// Takes a bar and hands it to the subscribers; the sides of the last quote stay as they are.
  ///
  /// Its time is its end; its day is the one in which it starts.
  ///
  /// @param bar lent until the call returns
  /// @throws trading.api.BadInputException (`BAD_MARKET_DATA`) when it starts before what is known
  ///   of its instrument, ends before it starts, a number is negative or too large, a price is not
  ///   positive, its high or low contradicts its open or close, or the symbol was seen with another
  ///   definition; then nothing changed and nobody got it
  @Override
  public void onBar(BarView bar) {
    synchronized (lock) {
      DayBoard board = board(bar.instrument());
      board.take(bar);
      boards.putIfAbsent(bar.instrument().symbol(), board);
    }
    for (Seat seat : seats) {
      seat.sink.onBar(bar);
    }
  }

  /// {@return the last quote of an instrument with its day so far, empty before its first}
  ///
  /// @param symbol the instrument's symbol
  public Optional<Quote> quote(String symbol) {
    synchronized (lock) {
      return Optional.ofNullable(boards.get(symbol)).map(DayBoard::quote);
    }
  }

  /// {@return the last quotes of all instruments, by symbol, all of one moment}
  public List<Quote> quotes() {
    synchronized (lock) {
      return boards.values().stream().map(DayBoard::quote).toList();
    }
  }

  /// Lets a taker have every quote and bar from now on, behind those who subscribed before.
  ///
  /// One sink may subscribe more than once and is then called as often.
  ///
  /// @param sink who takes them, on the thread that hands them in; they are lent until it returns
  /// @return the handle that ends the subscription
  public Subscription subscribe(FeedSink sink) {
    Seat seat = new Seat(Objects.requireNonNull(sink, "sink"));
    synchronized (lock) {
      List<Seat> next = new ArrayList<>(List.of(seats));
      next.add(seat);
      seats = next.toArray(Seat[]::new);
    }
    return seat;
  }

  private DayBoard board(Instrument instrument) {
    DayBoard known = boards.get(instrument.symbol());
    return known != null ? known : new DayBoard(instrument, zone);
  }

  private void leave(Seat seat) {
    synchronized (lock) {
      List<Seat> next = new ArrayList<>(List.of(seats));
      next.remove(seat);
      seats = next.toArray(Seat[]::new);
    }
  }

  /// One subscription; compared by identity, so that a sink may sit more than once.
  private final class Seat implements Subscription {
    private final FeedSink sink;

    private Seat(FeedSink sink) {
      this.sink = sink;
    }

    @Override
    public void close() {
      leave(this);
    }
  }
}
