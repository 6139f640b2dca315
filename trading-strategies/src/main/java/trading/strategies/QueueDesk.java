package trading.strategies;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trading.api.AccountReader;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.Signal;
import trading.api.spi.Desk;

/// The desk of one strategy: queues what it asks for, and works only while it is called back.
final class QueueDesk implements Desk {
  static final int MAX_QUEUED = 10_000;

  private final String id;
  private final String account;
  private final AccountReader reader;
  private final Consumer<Signal> signals;
  private final ArrayDeque<Task> queue = new ArrayDeque<>();
  private @Nullable Thread user;
  private long nowNanos;
  private long lastClientOrderId;
  private boolean closedForGood;

  QueueDesk(String id, String account, AccountReader reader, Consumer<Signal> signals) {
    this.id = id;
    this.account = account;
    this.reader = reader;
    this.signals = signals;
  }

  /// Lets the current thread use the desk, until [#close].
  ///
  /// @param atNanos the time of what the strategy is shown
  void open(long atNanos) {
    user = Thread.currentThread();
    nowNanos = atNanos;
  }

  void close() {
    user = null;
  }

  /// Forgets what is queued and takes nothing more from the strategy.
  void closeForGood() {
    closedForGood = true;
    queue.clear();
  }

  void enqueue(Task task) {
    queue.add(task);
  }

  @Nullable Task poll() {
    return queue.poll();
  }

  int queued() {
    return queue.size();
  }

  @Override
  public String account() {
    requireOpen("account");
    return account;
  }

  @Override
  public long nowNanos() {
    requireOpen("nowNanos");
    return nowNanos;
  }

  @Override
  public long submit(OrderRequest request) {
    requireOpen("submit");
    if (!request.account().equals(account)) {
      throw new IllegalStateException(
          "strategy " + id + " trades account " + account + ", not " + request.account());
    }
    requireRoom();
    OrderRequest numbered = request.withClientOrderId(lastClientOrderId + 1);
    lastClientOrderId++;
    enqueue(new Task.Place(numbered));
    return lastClientOrderId;
  }

  @Override
  public void cancel(long clientOrderId) {
    requireOpen("cancel");
    if (clientOrderId < 1 || clientOrderId > lastClientOrderId) {
      throw new IllegalArgumentException(
          "client order id of strategy "
              + id
              + " must be 1.."
              + lastClientOrderId
              + ", was "
              + clientOrderId);
    }
    requireRoom();
    enqueue(new Task.Cancel(clientOrderId));
  }

  @Override
  public void signal(Signal signal) {
    requireOpen("signal");
    signals.accept(signal);
  }

  @Override
  public long netLots(Instrument instrument) {
    requireOpen("netLots");
    return reader.netLots(account, instrument.symbol());
  }

  @Override
  public long cashMicros(String currency) {
    requireOpen("cashMicros");
    return reader.cashMicros(account, currency);
  }

  private void requireOpen(String method) {
    if (closedForGood || user != Thread.currentThread()) {
      throw new IllegalStateException(
          "the desk of strategy " + id + " is valid only inside its callbacks: " + method);
    }
  }

  private void requireRoom() {
    if (queue.size() >= MAX_QUEUED) {
      throw new IllegalStateException(
          "strategy " + id + " may queue at most " + MAX_QUEUED + " orders and cancels");
    }
  }
}
