package trading.bench.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import trading.api.OrderEntry;
import trading.api.OrderResult;
import trading.bench.compare.Step.Command;
import trading.client.TradingClient;
import trading.risk.RiskConfig;

/// A seeded list of orders, cancellations and market moves, made before anything is timed.
///
/// @param seed the seed of the orders and of the market
/// @param steps what happens, in order
/// @param kinds how many commands of each kind there are, for people
record Session(long seed, List<Step> steps, Map<Kind, Integer> kinds) {
  static final List<String> ACCOUNTS =
      List.of(TradingClient.DEFAULT_ACCOUNT, "trader_002", "trader_003", "trader_004");

  private static final String CURRENCY = "INR";
  private static final long CASH_MICROS = 10_000_000_000_000L;
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /// The daily limit of the defaults is far below what a benchmark sends.
  private static final Map<String, String> NO_DAILY_LIMIT = Map.of("limit", "1000000000000");

  /// What a command is meant to do.
  enum Kind {
    RESTING_LIMIT("limits that rest"),
    CROSSING_LIMIT("limits that cross"),
    MARKET("market orders"),
    CANCEL("cancellations"),
    REFUSED("to be refused");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// Copies the list.
  Session {
    steps = List.copyOf(steps);
    kinds = Map.copyOf(kinds);
  }

  /// {@return the session of a seed: the same steps in every process}
  ///
  /// @param seed any number
  /// @param commands how many orders and cancellations, positive
  static Session of(long seed, int commands) {
    try (TradingClient client = open(seed)) {
      return new SessionMaker(seed, client).make(commands);
    }
  }

  /// {@return an engine as every session finds it: accounts open, the market quoted}
  ///
  /// @param seed the seed of the market
  static TradingClient open(long seed) {
    TradingClient client =
        TradingClient.simulated(seed)
            .risk(RiskConfig.defaults().withRule("max_orders_per_day", NO_DAILY_LIMIT))
            .open();
    ACCOUNTS.stream()
        .filter(account -> !account.equals(TradingClient.DEFAULT_ACCOUNT))
        .forEach(account -> client.openAccount(account, CURRENCY, CASH_MICROS));
    client.play(WARM_UP);
    return client;
  }

  int commands() {
    return Math.toIntExact(steps.stream().filter(Command.class::isInstance).count());
  }

  /// {@return what an engine answered}
  ///
  /// @param engine where the command goes
  /// @param command what to do
  static OrderResult send(OrderEntry engine, Command command) {
    return switch (command) {
      case Step.Place(var request) -> engine.placeOrder(request);
      case Step.Cancel(String account, long orderId) -> engine.cancelOrder(account, orderId);
    };
  }
}
