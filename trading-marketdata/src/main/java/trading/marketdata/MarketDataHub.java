package trading.marketdata;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Quote;
import trading.api.Reason;
import trading.api.spi.BarView;
import trading.api.spi.FeedSink;
import trading.api.spi.QuoteView;

/// Last quotes with their day so far, for those who listen and those who read.
///
/// Two words, two things. Whoever wants to be called *listens*, [#listen]. Which symbols are handed
/// on at all is *subscribed*, [#subscribe(Collection)], for the hub as a whole: a symbol that is
/// not subscribed reaches no listener, and reading does not find it. The hub goes on taking its
/// quotes, so that its day is whole when it is subscribed again.
///
/// A symbol is known from [#list] or its first quote on, and subscribed from then on; in a hub made
/// by [#silent] it is not, until somebody subscribes it.
///
/// One thread at a time hands in quotes and bars; any thread reads, listens, subscribes and
/// unsubscribes. Quotes and bars go through to the listeners in the order in which they came to
/// listen, on the thread that hands them in, after the hub has taken them. What a listener throws
/// goes to that thread, and the listeners behind it do not get that quote or bar.
///
/// A day begins at midnight of the hub's zone, or at the time of day that it was made with, for
/// each instrument with its first quote or bar at or after it. The previous close is the last price
/// of the day before, or what the first bar of the day states.
public final class MarketDataHub implements FeedSink {
  private final ZoneId zone;
  private final LocalTime dayStart;
  private final boolean startsSubscribed;
  private final Object lock = new Object();
  private final TreeMap<String, Channel> channels = new TreeMap<>();
  private volatile Seat[] seats = {};

  private MarketDataHub(ZoneId zone, LocalTime dayStart, boolean startsSubscribed) {
    this.zone = Objects.requireNonNull(zone, "zone");
    this.dayStart = Objects.requireNonNull(dayStart, "dayStart");
    this.startsSubscribed = startsSubscribed;
  }

  /// {@return an empty hub whose symbols are subscribed until told otherwise}
  ///
  /// @param zone where its days begin at midnight
  public static MarketDataHub of(ZoneId zone) {
    return of(zone, LocalTime.MIDNIGHT);
  }

  /// {@return an empty hub whose symbols are subscribed until told otherwise}
  ///
  /// @param zone where its days begin
  /// @param dayStart the time of day at which they do: an exchange's session start
  public static MarketDataHub of(ZoneId zone, LocalTime dayStart) {
    return new MarketDataHub(zone, dayStart, true);
  }

  /// {@return an empty hub whose symbols are not subscribed until told otherwise}
  ///
  /// @param zone where its days begin at midnight
  public static MarketDataHub silent(ZoneId zone) {
    return new MarketDataHub(zone, LocalTime.MIDNIGHT, false);
  }

  /// Takes a quote and hands it to the listeners; crossed and locked quotes are taken too.
  ///
  /// @param quote lent until the call returns
  /// @throws BadInputException (`BAD_MARKET_DATA`) when its time runs backwards for its instrument,
  ///   a number is negative or too large, the last price is not positive, or the symbol is known
  ///   with another definition; then nothing changed and nobody got it
  @Override
  public void onQuote(QuoteView quote) {
    Channel channel;
    synchronized (lock) {
      channel = channelOf(quote.instrument());
      channel.board().take(quote);
      channels.putIfAbsent(quote.instrument().symbol(), channel);
      if (!channel.begin(quote.atNanos())) {
        return;
      }
    }
    try {
      for (Seat seat : seats) {
        if (channel.isSubscribed()) {
          seat.sink.onQuote(quote);
        }
      }
    } finally {
      end(channel);
    }
  }

  /// Takes a bar and hands it to the listeners; the sides of the last quote stay as they are.
  ///
  /// Its time is its end; its day is the one in which it starts.
  ///
  /// @param bar lent until the call returns
  /// @throws BadInputException (`BAD_MARKET_DATA`) when it starts before what is known of its
  ///   instrument, ends before it starts, a number is negative or too large, a price is not
  ///   positive, its high or low contradicts its open or close, or the symbol is known with another
  ///   definition; then nothing changed and nobody got it
  @Override
  public void onBar(BarView bar) {
    Channel channel;
    synchronized (lock) {
      channel = channelOf(bar.instrument());
      channel.board().take(bar);
      channels.putIfAbsent(bar.instrument().symbol(), channel);
      if (!channel.begin(bar.endNanos())) {
        return;
      }
    }
    try {
      for (Seat seat : seats) {
        if (channel.isSubscribed()) {
          seat.sink.onBar(bar);
        }
      }
    } finally {
      end(channel);
    }
  }

  /// Makes an instrument known before its first quote; does nothing when it is known.
  ///
  /// @param instrument what will be quoted
  /// @throws BadInputException (`BAD_MARKET_DATA`) when the symbol is known with another definition
  public void list(Instrument instrument) {
    synchronized (lock) {
      Channel channel = channelOf(instrument);
      DataCheck.sameInstrument(channel.board().instrument(), instrument);
      channels.putIfAbsent(instrument.symbol(), channel);
    }
  }

  /// Subscribes symbols, see [#subscribe(Collection)].
  ///
  /// @param symbols known symbols
  /// @throws BadInputException (`UNKNOWN_SYMBOL`) when one is not known; then nothing changed
  public void subscribe(String... symbols) {
    subscribe(List.of(symbols));
  }

  /// Subscribes symbols: their next quote is handed on, and reading finds the last one at once.
  ///
  /// What is subscribed already stays so.
  ///
  /// @param symbols known symbols
  /// @throws BadInputException (`UNKNOWN_SYMBOL`) when one is not known; then nothing changed
  public void subscribe(Collection<String> symbols) {
    synchronized (lock) {
      known(symbols).forEach(channel -> channel.subscribed(true));
    }
  }

  /// Unsubscribes symbols, see [#unsubscribe(Collection)].
  ///
  /// @param symbols known symbols
  /// @throws BadInputException (`UNKNOWN_SYMBOL`) when one is not known; then nothing changed
  public void unsubscribe(String... symbols) {
    unsubscribe(List.of(symbols));
  }

  /// Unsubscribes symbols: once this returns, no listener is called for them, and reading does not
  /// find them.
  ///
  /// It waits for listeners that are inside a call for one of the symbols, so do not hold what they
  /// wait for. From inside such a call it does not wait: that call goes on, and the listeners
  /// behind it are not called any more. What is not subscribed stays so.
  ///
  /// @param symbols known symbols
  /// @throws BadInputException (`UNKNOWN_SYMBOL`) when one is not known; then nothing changed
  public void unsubscribe(Collection<String> symbols) {
    synchronized (lock) {
      List<Channel> found = known(symbols);
      found.forEach(channel -> channel.subscribed(false));
      found.forEach(this::awaitEnd);
    }
  }

  /// {@return the known symbols, sorted}
  public List<String> symbols() {
    synchronized (lock) {
      return List.copyOf(channels.keySet());
    }
  }

  /// {@return the subscribed symbols, sorted}
  public List<String> subscribed() {
    return updates().stream().filter(SymbolUpdates::subscribed).map(SymbolUpdates::symbol).toList();
  }

  /// {@return how often each known symbol was updated, by symbol, all of one moment}
  public List<SymbolUpdates> updates() {
    synchronized (lock) {
      return channels.values().stream().map(Channel::updates).toList();
    }
  }

  /// {@return the last quote of an instrument with its day so far, empty before its first}
  ///
  /// Empty too for a symbol that is unknown or not subscribed.
  ///
  /// @param symbol the instrument's symbol
  public Optional<Quote> quote(String symbol) {
    synchronized (lock) {
      return Optional.ofNullable(channels.get(symbol))
          .filter(MarketDataHub::isReadable)
          .map(channel -> channel.board().quote());
    }
  }

  /// {@return the last quotes of the subscribed instruments that were quoted, by symbol, all of one
  /// moment}
  public List<Quote> quotes() {
    synchronized (lock) {
      return channels.values().stream()
          .filter(MarketDataHub::isReadable)
          .map(channel -> channel.board().quote())
          .toList();
    }
  }

  /// Lets a taker have the quotes and bars of subscribed symbols from now on, behind those who
  /// listen already.
  ///
  /// One sink may listen more than once and is then called as often.
  ///
  /// @param sink who takes them, on the thread that hands them in; they are lent until it returns
  /// @return the handle that lets the taker go
  public Registration listen(FeedSink sink) {
    Seat seat = new Seat(Objects.requireNonNull(sink, "sink"));
    synchronized (lock) {
      List<Seat> next = new ArrayList<>(List.of(seats));
      next.add(seat);
      seats = next.toArray(Seat[]::new);
    }
    return seat;
  }

  private static boolean isReadable(Channel channel) {
    return channel.isSubscribed() && channel.board().hasQuote();
  }

  private Channel channelOf(Instrument instrument) {
    Channel known = channels.get(instrument.symbol());
    return known != null
        ? known
        : new Channel(new DayBoard(instrument, zone, dayStart), startsSubscribed);
  }

  private List<Channel> known(Collection<String> symbols) {
    List<Channel> found = new ArrayList<>();
    for (String symbol : symbols) {
      Channel channel = channels.get(symbol);
      if (channel == null) {
        String sentence = "symbol " + symbol + " is neither listed nor quoted";
        throw new BadInputException(Reason.UNKNOWN_SYMBOL, sentence);
      }
      found.add(channel);
    }
    return found;
  }

  private void end(Channel channel) {
    synchronized (lock) {
      channel.end();
      lock.notifyAll();
    }
  }

  /// Waits, holding the lock, until the delivery that another thread is at has ended.
  private void awaitEnd(Channel channel) {
    long delivery = channel.deliveryOfAnother();
    boolean interrupted = false;
    while (delivery > 0 && channel.deliveryOfAnother() == delivery) {
      try {
        lock.wait();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave(Seat seat) {
    synchronized (lock) {
      List<Seat> next = new ArrayList<>(List.of(seats));
      next.remove(seat);
      seats = next.toArray(Seat[]::new);
    }
  }

  /// One who listens; compared by identity, so that a sink may sit more than once.
  private final class Seat implements Registration {
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
