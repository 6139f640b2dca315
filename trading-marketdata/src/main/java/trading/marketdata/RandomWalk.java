package trading.marketdata;

import java.util.SplittableRandom;
import trading.api.Instrument;

/// The price of one simulated instrument; the model stands at [SimulatedFeed].
// Hot: one step per quote; allocates nothing once made.
final class RandomWalk {
  /// The smallest start price in ticks: half of it is still wider than the widest spread.
  static final long MIN_START_TICKS = 10;

  /// The largest start price in ticks: twice of it is still a price.
  static final long MAX_START_TICKS = Instrument.MAX_PRICE_TICKS / 4;

  private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long STEPS_PER_UNIT = 50_000;
  private static final int STEPS_PER_TREND = 64;
  private static final int MAX_SPREAD_TICKS = 4;
  private static final int MIN_SIZE_LOTS = 100;
  private static final int MAX_SIZE_LOTS = 2_000;
  private static final int MAX_TRADED_LOTS = 500;
  private static final int STEPS_PER_SPELL = 256;
  private static final int[] SPELLS = {1, 1, 2, 4};

  private final SplittableRandom random;
  private final QuoteCell cell;
  private final long unitTicks;
  private final long lowestTicks;
  private final long highestTicks;
  private final boolean inSpells;
  private long lastTicks;
  private int spell = 1;
  private int trend;

  RandomWalk(Instrument instrument, long startTicks, long seed, boolean inSpells) {
    random = new SplittableRandom(seed ^ fnv1a(instrument.symbol()));
    cell = QuoteCell.of(instrument);
    unitTicks = Math.max(1, startTicks / STEPS_PER_UNIT);
    lowestTicks = startTicks / 2;
    highestTicks = startTicks * 2;
    lastTicks = startTicks;
    this.inSpells = inSpells;
  }

  String symbol() {
    return cell.instrument().symbol();
  }

  QuoteCell step(long nanos) {
    if (inSpells && random.nextInt(STEPS_PER_SPELL) == 0) {
      spell = SPELLS[random.nextInt(SPELLS.length)];
    }
    move();
    int spread = 1 + random.nextInt(MAX_SPREAD_TICKS * spell);
    long bid = Math.max(1, lastTicks - random.nextInt(spread + 1));
    return cell.set(cell.instrument(), nanos)
        .bid(bid, size())
        .ask(bid + spread, size())
        .last(lastTicks, 1 + random.nextInt(MAX_TRADED_LOTS * spell));
  }

  private void move() {
    if (random.nextInt(STEPS_PER_TREND) == 0) {
      trend = random.nextInt(3) - 1;
    }
    int noise = random.nextInt(5) - 2;
    int push = trend * random.nextInt(2);
    lastTicks += unitTicks * spell * (noise + push);
    if (lastTicks < lowestTicks) {
      lastTicks = lowestTicks;
      trend = 1;
    } else if (lastTicks > highestTicks) {
      lastTicks = highestTicks;
      trend = -1;
    }
  }

  private long size() {
    return (long) MIN_SIZE_LOTS + random.nextInt(MAX_SIZE_LOTS - MIN_SIZE_LOTS + 1);
  }

  /// FNV-1a, 64 bit, over the symbol's ASCII (RFC 9923).
  private static long fnv1a(String symbol) {
    long hash = FNV_OFFSET_BASIS;
    for (int i = 0; i < symbol.length(); i++) {
      hash = (hash ^ symbol.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
