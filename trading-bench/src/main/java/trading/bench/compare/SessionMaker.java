package trading.bench.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Quote;
import trading.api.Side;
import trading.bench.compare.Session.Kind;
import trading.bench.compare.Step.Cancel;
import trading.bench.compare.Step.Command;
import trading.bench.compare.Step.Place;
import trading.client.TradingClient;

/// Makes a session by trading it once: prices follow the market, cancellations name real orders.
final class SessionMaker {
  private static final Duration MARKET_STEP = Duration.ofMillis(100);
  private static final int COMMANDS_PER_MARKET_STEP = 40;

  /// So that the books are as full at the end of a session as in its middle.
  private static final int MAX_WORKING = 200;

  private static final int MAX_LOTS = 20;
  private static final int DEEPEST_TICKS = 30;
  private static final int DEEPEST_CROSS_TICKS = 3;

  /// Twice an account's cash in the cheapest instrument.
  private static final long TOO_MANY_LOTS = 50_000;

  private final SplittableRandom random;
  private final long seed;
  private final TradingClient client;
  private final List<Cancel> working = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);

  SessionMaker(long seed, TradingClient client) {
    this.seed = seed;
    this.client = client;
    this.random = new SplittableRandom(seed);
  }

  Session make(int commands) {
    for (int made = 0; made < commands; made++) {
      if (made > 0 && made % COMMANDS_PER_MARKET_STEP == 0) {
        steps.add(new Step.Play(MARKET_STEP));
        client.play(MARKET_STEP);
      }
      Kind kind = draw();
      Command command = command(kind);
      kinds.merge(kind, 1, Integer::sum);
      steps.add(command);
      remember(Session.send(client, command));
    }
    return new Session(seed, steps, kinds);
  }

  private Kind draw() {
    int percent = random.nextInt(100);
    if (percent < 42) {
      return working.size() < MAX_WORKING ? Kind.RESTING_LIMIT : Kind.CANCEL;
    }
    if (percent < 62) {
      return Kind.CROSSING_LIMIT;
    }
    if (percent < 74) {
      return Kind.MARKET;
    }
    return percent < 98 && !working.isEmpty() ? Kind.CANCEL : Kind.REFUSED;
  }

  private Command command(Kind kind) {
    return switch (kind) {
      case RESTING_LIMIT -> resting();
      case CROSSING_LIMIT -> crossing();
      case MARKET ->
          new Place(OrderRequest.market(account(), quote().instrument().symbol(), side(), lots()));
      case CANCEL -> working.remove(random.nextInt(working.size()));
      case REFUSED -> refused();
    };
  }

  private Place resting() {
    Quote quote = quote();
    int depth = 1 + random.nextInt(DEEPEST_TICKS);
    return limit(quote, side(), quote.bidTicks() - depth, quote.askTicks() + depth);
  }

  private Place crossing() {
    Quote quote = quote();
    int depth = random.nextInt(DEEPEST_CROSS_TICKS);
    return limit(quote, side(), quote.askTicks() + depth, quote.bidTicks() - depth);
  }

  private Place limit(Quote quote, Side side, long buyTicks, long sellTicks) {
    long ticks = side == Side.BUY ? buyTicks : sellTicks;
    return new Place(
        OrderRequest.limit(account(), quote.instrument().symbol(), side, lots(), ticks));
  }

  /// {@return an order beyond a risk limit, or one that names what is not there}
  private Command refused() {
    Quote quote = quote();
    String symbol = quote.instrument().symbol();
    return switch (random.nextInt(4)) {
      case 0 -> new Place(OrderRequest.market(account(), "NOWHERE", Side.BUY, 1));
      case 1 -> new Place(OrderRequest.market("nobody", symbol, Side.BUY, 1));
      case 2 -> new Cancel(account(), Long.MAX_VALUE);
      default ->
          new Place(
              OrderRequest.limit(account(), symbol, Side.BUY, TOO_MANY_LOTS, quote.askTicks()));
    };
  }

  private void remember(OrderResult result) {
    if (result instanceof OrderResult.Accepted(var order) && !order.status().isTerminal()) {
      working.add(new Cancel(order.account(), order.id()));
    }
  }

  private Quote quote() {
    List<Quote> quotes = client.marketData();
    return quotes.get(random.nextInt(quotes.size()));
  }

  private String account() {
    return Session.ACCOUNTS.get(random.nextInt(Session.ACCOUNTS.size()));
  }

  private Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private long lots() {
    return 1L + random.nextInt(MAX_LOTS);
  }
}
