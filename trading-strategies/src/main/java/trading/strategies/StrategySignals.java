package trading.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.spi.BarView;
import trading.api.spi.Feed;
import trading.api.spi.Strategy;

/// Asks a strategy what it sees in given market data, and places nothing.
///
/// The strategy finds an account without cash and positions, and stays flat: each order is refused
/// (`UNKNOWN_ACCOUNT`), the strategy is told so in [Strategy#onRefused] right after the callback
/// that gave the order, and need not wait for it. A signal's quantity is thus what it would order
/// when flat. Time is that of the data.
public final class StrategySignals {
  private StrategySignals() {}

  /// {@return the signals of a strategy with their times, in the order in which it gave them}
  ///
  /// @param strategy a fresh strategy; it is shown every bar and used up
  /// @param bars the bars, in the order of time; each is done with before the next is taken
  /// @param account the account that the strategy believes it trades
  /// @throws IllegalStateException when the strategy throws, or orders more than 10,000 times on
  ///   one bar; what it threw is the cause
  public static List<TimedSignal> of(
      Strategy strategy, Iterable<? extends BarView> bars, String account) {
    return collect(
        strategy,
        account,
        host -> {
          for (BarView bar : bars) {
            host.onBar(bar);
            requireRunning(host);
          }
        });
  }

  /// {@return the signals of a strategy with their times, in the order in which it gave them}
  ///
  /// @param strategy a fresh strategy; it is shown every bar and quote and used up
  /// @param feed the market data, played to its end at once; not closed
  /// @param account the account that the strategy believes it trades
  /// @throws IllegalStateException when the strategy throws, or orders more than 10,000 times on
  ///   one bar or quote; what it threw is the cause
  public static List<TimedSignal> of(Strategy strategy, Feed feed, String account) {
    return collect(
        strategy,
        account,
        host -> {
          while (feed.next(host)) {
            requireRunning(host);
          }
        });
  }

  private static List<TimedSignal> collect(
      Strategy strategy, String account, Consumer<StrategyHost> player) {
    List<TimedSignal> signals = new ArrayList<>();
    NoMarket nowhere = new NoMarket();
    StrategyHost host = StrategyHost.inline(nowhere, nowhere, signals::add);
    host.attach(account, strategy, account);
    player.accept(host);
    return List.copyOf(signals);
  }

  private static void requireRunning(StrategyHost host) {
    StrategyStatus status = host.statuses().getFirst();
    if (status.state() == StrategyStatus.State.STOPPED) {
      throw new IllegalStateException(
          "the strategy of account " + status.account() + " was stopped: " + status.stopReason(),
          status.cause().orElse(null));
    }
  }

  /// Where nobody has an account and nothing is ordered.
  private static final class NoMarket implements OrderEntry, AccountReader {

    @Override
    public OrderResult placeOrder(OrderRequest request) {
      return refused(request.account());
    }

    @Override
    public OrderResult cancelOrder(String account, long orderId) {
      return refused(account);
    }

    @Override
    public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
      return refused(account);
    }

    @Override
    public LinkedResult placeLinked(LinkedOrders orders) {
      return new LinkedResult.Rejected(0, refusal(orders.orders().getFirst().account()));
    }

    @Override
    public int cancelOrders(CancelScope scope) {
      return 0;
    }

    @Override
    public long netLots(String account, String symbol) {
      return 0;
    }

    @Override
    public long cashMicros(String account, String currency) {
      return 0;
    }

    @Override
    public Optional<Order> order(long orderId) {
      return Optional.empty();
    }

    private static OrderResult refused(String account) {
      return new OrderResult.Rejected(refusal(account));
    }

    private static Refusal refusal(String account) {
      return Refusal.of(
          Reason.UNKNOWN_ACCOUNT,
          0,
          0,
          "account " + account + " cannot order: only the strategy's signals are asked for");
    }
  }
}
