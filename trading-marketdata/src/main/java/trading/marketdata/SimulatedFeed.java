package trading.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.api.spi.Feed;
import trading.api.spi.FeedSink;

/// A seeded market that nobody has to record: one quote per instrument and step.
///
/// The model, integers only. A unit is 1/50,000 of the start price, at least one tick. At each step
/// the last price moves by −2..+2 units, all equally likely, and on every second step on average by
/// one more unit in the direction of a trend. The trend is up, down or none, and is drawn anew
/// every 64 steps on average, so that moving averages cross now and then. The price stays within
/// half and twice its start. Bid and ask stand 1..4 ticks apart with the last price between or on
/// them, with 100..2,000 lots each; every quote reports 1..500 lots traded.
///
/// Real markets have calm and wild spells. With [Builder#spells] this one has them too: each
/// instrument is calm, lively or wild, drawn anew every 256 steps on average, calm half of the
/// time. In a lively spell moves, the widest spread and the most lots traded are twice those above,
/// in a wild one four times.
///
/// The same seed gives the same quotes in any process. Every instrument draws from a generator of
/// its own, made from the seed and its symbol: which other instruments there are changes nothing,
/// and one that is added later begins its quotes at the first, only later. Not for several threads,
/// but for [#add].
public final class SimulatedFeed implements Feed {
  private final Object lock = new Object();
  private final long seed;
  private final boolean inSpells;
  private volatile RandomWalk[] walks;
  private final long endNanos;
  private final long intervalNanos;
  private long nextNanos;

  private SimulatedFeed(Builder builder, long startNanos, long endNanos) {
    this.seed = builder.seed;
    this.inSpells = builder.inSpells;
    this.walks = builder.walks();
    this.nextNanos = startNanos;
    this.endNanos = endNanos;
    this.intervalNanos = builder.intervalNanos;
  }

  /// {@return a builder without instruments: seed 0, from the epoch on without end, every 100 ms}
  public static Builder builder() {
    return new Builder();
  }

  /// Adds an instrument while the feed is running; any thread may.
  ///
  /// It takes part from the next step on, behind the others. The numbers of its first, second,
  /// third … quote are those that the same seed, symbol and start price give from the builder; only
  /// their times are later.
  ///
  /// @param instrument what to quote
  /// @param startTicks its start price in ticks, 10..2^38
  /// @throws BadInputException when the price is out of range (`BAD_SETTING`) or the symbol is
  ///   there already (`ALREADY_EXISTS`); then nothing changed
  public void add(Instrument instrument, long startTicks) {
    checkStart(instrument, startTicks);
    synchronized (lock) {
      checkNew(instrument, Stream.of(walks).map(RandomWalk::symbol));
      RandomWalk[] more = Arrays.copyOf(walks, walks.length + 1);
      more[walks.length] = new RandomWalk(instrument, startTicks, seed, inSpells);
      walks = more;
    }
  }

  /// Hands out one quote per instrument, all of the next step, in the order in which they came.
  @Override
  public boolean next(FeedSink sink) {
    long nanos = nextNanos;
    if (nanos >= endNanos) {
      return false;
    }
    nextNanos = nanos < endNanos - intervalNanos ? nanos + intervalNanos : endNanos;
    for (RandomWalk walk : walks) {
      sink.onQuote(walk.step(nanos));
    }
    return true;
  }

  /// Ends the feed: from now on it has nothing to hand out.
  @Override
  public void close() {
    nextNanos = endNanos;
  }

  /// Checks a start price.
  ///
  /// @param instrument what would be quoted
  /// @param ticks its start price in ticks
  /// @throws BadInputException (`BAD_SETTING`) when it is not within 10..2^38
  public static void checkStart(Instrument instrument, long ticks) {
    if (ticks < RandomWalk.MIN_START_TICKS || ticks > RandomWalk.MAX_START_TICKS) {
      String range = RandomWalk.MIN_START_TICKS + ".." + RandomWalk.MAX_START_TICKS;
      throw bad(
          "start price of " + instrument.symbol() + " must be " + range + " ticks, was " + ticks);
    }
  }

  private static void checkNew(Instrument instrument, Stream<String> symbols) {
    String symbol = instrument.symbol();
    if (symbols.anyMatch(symbol::equals)) {
      String sentence = "instruments of a simulated feed must differ, " + symbol + " stands twice";
      throw new BadInputException(Reason.ALREADY_EXISTS, sentence);
    }
  }

  private static BadInputException bad(String sentence) {
    return new BadInputException(Reason.BAD_SETTING, sentence);
  }

  /// Collects what a simulated feed is made from.
  public static final class Builder {
    private static final long DEFAULT_INTERVAL_NANOS = 100_000_000L;

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Long> startTicks = new ArrayList<>();
    private long seed;
    private boolean inSpells;
    private long startNanos;
    private OptionalLong endNanos = OptionalLong.empty();
    private long intervalNanos = DEFAULT_INTERVAL_NANOS;

    private Builder() {}

    /// Adds an instrument.
    ///
    /// @param instrument what to quote
    /// @param ticks its start price in ticks, 10..2^38
    /// @return this
    /// @throws BadInputException when the price is out of range (`BAD_SETTING`) or the symbol is
    ///   there already (`ALREADY_EXISTS`)
    public Builder instrument(Instrument instrument, long ticks) {
      checkNew(instrument, instruments.stream().map(Instrument::symbol));
      checkStart(instrument, ticks);
      instruments.add(instrument);
      startTicks.add(ticks);
      return this;
    }

    /// Sets what the quotes are drawn from.
    ///
    /// @param newSeed any number
    /// @return this
    public Builder seed(long newSeed) {
      seed = newSeed;
      return this;
    }

    /// Lets calm and wild spells take turns; without this, it is calm all the time.
    ///
    /// @return this
    public Builder spells() {
      inSpells = true;
      return this;
    }

    /// Sets the time of the first quotes.
    ///
    /// @param start 1970-01-01 to 2116-02-20
    /// @return this
    /// @throws BadInputException (`BAD_SETTING`) when it is out of range
    public Builder start(Instant start) {
      startNanos = nanos("start", start);
      return this;
    }

    /// Sets the time at which the feed ends; without it the feed goes on until 2116.
    ///
    /// @param end exclusive: there are no quotes at this time or later
    /// @return this
    /// @throws BadInputException (`BAD_SETTING`) when it is out of range
    public Builder end(Instant end) {
      endNanos = OptionalLong.of(nanos("end", end));
      return this;
    }

    /// Sets the time from one step to the next.
    ///
    /// @param interval 1 ns to 1 day
    /// @return this
    /// @throws BadInputException (`BAD_SETTING`) when it is out of range
    public Builder interval(Duration interval) {
      if (interval.compareTo(Duration.ZERO) <= 0 || interval.compareTo(Duration.ofDays(1)) > 0) {
        throw bad("interval of a simulated feed must be PT0.000000001S..PT24H, was " + interval);
      }
      intervalNanos = interval.toNanos();
      return this;
    }

    /// {@return the feed, at its start}
    ///
    /// @throws BadInputException (`BAD_SETTING`) without instruments, or when it ends before it
    ///   starts
    public SimulatedFeed build() {
      if (instruments.isEmpty()) {
        throw bad("a simulated feed must have at least 1 instrument, had 0");
      }
      long end = endNanos.orElse(DataCheck.MAX_NANOS);
      if (end < startNanos) {
        throw bad("end of a simulated feed must be at least " + startNanos + " ns, was " + end);
      }
      return new SimulatedFeed(this, startNanos, end);
    }

    private RandomWalk[] walks() {
      RandomWalk[] walks = new RandomWalk[instruments.size()];
      for (int i = 0; i < walks.length; i++) {
        walks[i] = new RandomWalk(instruments.get(i), startTicks.get(i), seed, inSpells);
      }
      return walks;
    }

    private static long nanos(String what, Instant instant) {
      Instant latest = Instant.ofEpochSecond(0, DataCheck.MAX_NANOS);
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(latest)) {
        throw bad(what + " of a simulated feed must be 1970-01-01..2116-02-20, was " + instant);
      }
      return Duration.between(Instant.EPOCH, instant).toNanos();
    }
  }
}
