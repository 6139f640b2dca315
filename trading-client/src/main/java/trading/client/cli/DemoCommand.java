package trading.client.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Quote;
import trading.api.Refusal;
import trading.api.Side;
import trading.client.TradingClient;
import trading.risk.RiskConfig;

/// Shows the whole system once: a simulated market, a strategy, two orders, and every table.
@Command(
    name = "demo",
    description = {
      "Run the whole system on virtual time: quotes move, ma_crossover trades, trader_001 places a"
          + " MARKET and a LIMIT order; then print orders, positions, portfolio, market data, risk"
          + " and strategies.",
      "",
      "The same seed prints the same bytes."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String STRATEGY = "ma_crossover";
  private static final String SYMBOL = "RELIANCE";
  private static final String ACCOUNT = TradingClient.DEFAULT_ACCOUNT;
  private static final Duration HALF = Duration.ofSeconds(60);

  /// Below the market, so that it shows an order that rests, and often one that is met.
  private static final long LIMIT_BELOW_TICKS = 40;

  @Spec private CommandSpec spec;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of the market; 1 when absent.")
  private long seed;

  @Mixin private RiskOptions risk;
  @Mixin private InstrumentOptions instruments;
  @Mixin private PluginOptions plugins;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (TradingClient client = open()) {
      out.printf(Locale.ROOT, "Simulated NSE market, seed %d, virtual time.%n", seed);
      client.play(HALF);
      trade(client, out);
      client.play(HALF);
      new SessionReport(client).print(out);
    }
    return 0;
  }

  private TradingClient open() {
    RiskConfig limits = risk.over(RiskConfig.defaults());
    RiskOptions.requireAccounts(limits, List.of(ACCOUNT, STRATEGY));
    return TradingClient.simulated(seed)
        .listings(instruments.load())
        .plugins(plugins.load(spec.commandLine().getErr()))
        .risk(limits)
        .strategy(STRATEGY, Map.of("short", "5", "long", "15", "direction", "both"))
        .open();
  }

  private static void trade(TradingClient client, PrintWriter out) {
    Instrument instrument = client.instrument(SYMBOL);
    Quote quote = client.marketData(SYMBOL);
    out.printf(
        Locale.ROOT,
        "%n%s %s: best bid %s x %s, best ask %s x %s%n",
        Texts.time(client.nowNanos(), client.zone()),
        SYMBOL,
        Texts.price(instrument, quote.bidTicks()),
        Texts.quantity(instrument, quote.bidLots()),
        Texts.price(instrument, quote.askTicks()),
        Texts.quantity(instrument, quote.askLots()));
    place(client, OrderRequest.market(ACCOUNT, SYMBOL, Side.BUY, instrument.lots("10")), out);
    long limitTicks = quote.bidTicks() - LIMIT_BELOW_TICKS;
    place(
        client,
        OrderRequest.limit(ACCOUNT, SYMBOL, Side.BUY, instrument.lots("5"), limitTicks),
        out);
  }

  private static void place(TradingClient client, OrderRequest request, PrintWriter out) {
    Instrument instrument = client.instrument(request.symbol());
    out.printf(
        Locale.ROOT,
        "%s: %s %s %s %s%s -> ",
        request.account(),
        request.type(),
        request.side(),
        Texts.quantity(instrument, request.lots()),
        request.symbol(),
        request.limitTicks() == 0 ? "" : " at " + Texts.price(instrument, request.limitTicks()));
    switch (client.placeOrder(request)) {
      case OrderResult.Accepted(Order order) ->
          out.println(
              order.status()
                  + (order.filledLots() == 0
                      ? ""
                      : " "
                          + Texts.quantity(instrument, order.filledLots())
                          + " at "
                          + Texts.average(order))
                  + ", order "
                  + order.id());
      case OrderResult.Rejected(Refusal refusal) ->
          out.println("REJECTED " + refusal.reason() + ": " + refusal.sentence());
    }
  }
}
