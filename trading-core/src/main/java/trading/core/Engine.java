package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import trading.api.AccountReader;
import trading.api.Amendment;
import trading.api.BadInputException;
import trading.api.CancelScope;
import trading.api.Clock;
import trading.api.EngineStateException;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.Order;
import trading.api.OrderEntry;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.spi.EventListener;
import trading.api.spi.LedgerView;
import trading.api.spi.QuoteView;

/// The engine's door: takes commands from any thread, in one total order.
///
/// A command runs on its caller's thread under one lock: stamp the time, check, apply, journal. Its
/// events are told to the listeners after the lock is released and before the call returns.
/// Commands from inside a listener, a risk rule or [#read] throw [EngineStateException]
/// (`CALLED_FROM_CALLBACK`). After a failure inside the writer every further command throws it with
/// `ENGINE_STOPPED`; reading stays possible.
// Hot: allocates nothing once warm between lock and answer, while nothing is refused.
public final class Engine implements OrderEntry, AccountReader {
  private final Kernel kernel;
  private final Clock clock;
  private final Journal journal;
  private final Publisher publisher = new Publisher();
  private final ReentrantLock writer = new ReentrantLock();
  private final ThreadLocal<OrderAnswer> answers = ThreadLocal.withInitial(OrderAnswer::new);
  private volatile @Nullable Throwable failure;

  private Engine(EngineConfig config) {
    kernel = new Kernel(config);
    clock = config.clock();
    journal = config.journal();
  }

  /// {@return an engine with nothing listed and no account open}
  ///
  /// @param config what it is made of
  public static Engine open(EngineConfig config) {
    return new Engine(config);
  }

  /// Tells a listener every event from now on, see [EventListener].
  ///
  /// @param listener who is told
  public void addListener(EventListener listener) {
    publisher.add(listener, writer);
  }

  /// Tells a listener no more.
  ///
  /// @param listener who was told
  public void removeListener(EventListener listener) {
    publisher.remove(listener);
  }

  /// {@return whether the calling thread is inside a callback, where commands are refused}
  public boolean isInsideCallback() {
    return publisher.isTelling() || writer.isHeldByCurrentThread();
  }

  /// Lists an instrument.
  ///
  /// @param instrument what can be traded from now on
  /// @throws BadInputException when its symbol is listed already
  public void listInstrument(Instrument instrument) {
    run(now -> kernel.listInstrument(now, instrument));
  }

  /// Opens an account without money.
  ///
  /// @param account its name, 1 to 64 printable ASCII characters
  /// @throws BadInputException when the name is malformed or taken
  public void openAccount(String account) {
    run(now -> kernel.openAccount(now, account));
  }

  /// Moves money into an account, or out of it. Orders that expire by now do so first.
  ///
  /// @param account the account
  /// @param currency the currency
  /// @param amountMicros the amount in micros, negative for a withdrawal, not 0
  /// @throws BadInputException when the account is not open or the amount cannot be booked
  public void moveCash(String account, String currency, long amountMicros) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(currency, "currency");
    try {
      run(now -> {
        // What expires may trade, and move the cash that the amount is checked against.
        if (kernel.isBehind(now)) {
          kernel.advance(now);
          commit();
        }
        kernel.moveCash(now, account, currency, amountMicros);
      });
    } catch (BadInputException e) {
      tell();
      throw e;
    }
  }

  /// Lets time pass up to the clock's now: a new trading day begins, orders expire, and what waits
  /// for the prices that they leave behind may trade.
  public void advance() {
    run(kernel::advance);
  }

  /// Lets the market quote: its former quote is withdrawn, what crosses trades at the resting
  /// price.
  ///
  /// A locked or crossed quote withdraws both sides.
  ///
  /// @param quote the quote, lent
  /// @throws BadInputException when its symbol is not listed or a number is out of range
  public void onQuote(QuoteView quote) {
    enter("onQuote");
    try {
      kernel.quote(clock.nanos(), quote);
      commit();
    } catch (Throwable e) {
      throw fail(e);
    } finally {
      writer.unlock();
    }
    tell();
  }

  /// Opens a bar: everything that waits for it, what rests at the open or better, and whose stop
  /// the open meets, trades at the open.
  ///
  /// @param symbol the instrument
  /// @param openTicks the first price
  /// @throws BadInputException when the symbol is not listed or the price is out of range
  public void openBar(String symbol, long openTicks) {
    run(now -> kernel.openBar(now, symbol, openTicks));
  }

  /// Closes a bar: whose stop lies within its range trades there, what rests within it at its own
  /// limit; then the market is closed.
  ///
  /// @param symbol the instrument
  /// @param highTicks the highest price
  /// @param lowTicks the lowest price
  /// @param closeTicks the last price
  /// @throws BadInputException when the symbol is not listed, the bar was not opened, or its prices
  ///   contradict each other
  public void closeBar(String symbol, long highTicks, long lowTicks, long closeTicks) {
    run(now -> kernel.closeBar(now, symbol, highTicks, lowTicks, closeTicks));
  }

  @Override
  public OrderResult placeOrder(OrderRequest request) {
    OrderAnswer answer = answers.get();
    placeOrder(request, answer);
    return answer.result();
  }

  @Override
  public OrderResult cancelOrder(String account, long orderId) {
    OrderAnswer answer = answers.get();
    cancelOrder(account, orderId, answer);
    return answer.result();
  }

  @Override
  public OrderResult amendOrder(String account, long orderId, Amendment amendment) {
    OrderAnswer answer = answers.get();
    amendOrder(account, orderId, amendment, answer);
    return answer.result();
  }

  /// As [#placeOrder(OrderRequest)], for callers who want no object for each order.
  ///
  /// @param request what to trade; it can be placed any number of times
  /// @param answer takes the outcome
  public void placeOrder(OrderRequest request, OrderAnswer answer) {
    Objects.requireNonNull(answer, "answer");
    enter("placeOrder");
    try {
      kernel.orderCommands().placeOrder(clock.nanos(), request, answer);
      commit();
    } catch (Throwable e) {
      throw fail(e, answer);
    } finally {
      writer.unlock();
    }
    tell();
  }

  /// As [#cancelOrder(String, long)], for callers who want no object for each order.
  ///
  /// @param account who asks; only the order's owner may
  /// @param orderId the engine's number of the order
  /// @param answer takes the outcome
  public void cancelOrder(String account, long orderId, OrderAnswer answer) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(answer, "answer");
    enter("cancelOrder");
    try {
      kernel.orderCommands().cancelOrder(clock.nanos(), account, orderId, answer);
      commit();
    } catch (Throwable e) {
      throw fail(e, answer);
    } finally {
      writer.unlock();
    }
    tell();
  }

  /// As [#amendOrder(String, long, Amendment)], for callers who want no object for each order.
  ///
  /// @param account who asks; only the order's owner may
  /// @param orderId the engine's number of the order
  /// @param amendment what is to change
  /// @param answer takes the outcome
  public void amendOrder(String account, long orderId, Amendment amendment, OrderAnswer answer) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(amendment, "amendment");
    Objects.requireNonNull(answer, "answer");
    enter("amendOrder");
    try {
      kernel.orderCommands().amendOrder(clock.nanos(), account, orderId, amendment, answer);
      commit();
    } catch (Throwable e) {
      throw fail(e, answer);
    } finally {
      writer.unlock();
    }
    tell();
  }

  @Override
  public LinkedResult placeLinked(LinkedOrders orders) {
    LinkedAnswer answer = new LinkedAnswer();
    run(now -> kernel.orderCommands().placeLinked(now, orders, answer));
    return answer.result();
  }

  @Override
  public int cancelOrders(CancelScope scope) {
    int[] canceled = new int[1];
    run(now -> canceled[0] = kernel.orderCommands().cancelOrders(now, scope));
    return canceled[0];
  }

  /// Sets what happens to orders of an account that would trade with each other.
  ///
  /// @param account the account
  /// @param mode what happens
  /// @throws BadInputException when the account is not open
  public void setSelfTradePrevention(String account, SelfTradePrevention mode) {
    Objects.requireNonNull(mode, "mode");
    run(now -> kernel.orderCommands().setSelfTrade(now, account, mode));
  }

  @Override
  public long netLots(String account, String symbol) {
    writer.lock();
    try {
      int accountId = kernel.names().accountId(account);
      Market market = kernel.names().market(symbol);
      return market == null ? 0 : kernel.ledger().netLots(accountId, market.id());
    } finally {
      writer.unlock();
    }
  }

  @Override
  public long cashMicros(String account, String currency) {
    writer.lock();
    try {
      int accountId = kernel.names().accountId(account);
      return kernel.ledger().cashMicros(accountId, kernel.names().currencyId(currency));
    } finally {
      writer.unlock();
    }
  }

  @Override
  public Optional<Order> order(long orderId) {
    writer.lock();
    try {
      return kernel.orders().contains(orderId) ? Optional.of(orderOf(orderId)) : Optional.empty();
    } finally {
      writer.unlock();
    }
  }

  /// {@return the orders of an account, oldest first}
  ///
  /// @param account the account
  /// @throws BadInputException when it is not open
  public List<Order> orders(String account) {
    writer.lock();
    try {
      int accountId = kernel.names().accountId(account);
      if (accountId == Registry.UNKNOWN) {
        throw Inputs.bad(Inputs.unknownAccount(account));
      }
      List<Order> found = new ArrayList<>();
      for (long id = 1; id <= kernel.orders().count(); id++) {
        if (kernel.orders().account(id) == accountId) {
          found.add(orderOf(id));
        }
      }
      return found;
    } finally {
      writer.unlock();
    }
  }

  /// {@return what a function reads from the books while nothing changes them}
  ///
  /// @param <T> what it reads
  /// @param reader must not keep the view and must not call commands
  public <T> T read(Function<LedgerView, T> reader) {
    writer.lock();
    try {
      return reader.apply(kernel.ledger());
    } finally {
      writer.unlock();
    }
  }

  /// {@return the SHA-256 of the whole state in its canonical order, as 64 hexadecimal digits}
  ///
  /// Time and event numbers are not part of it: a refused order leaves it as it was.
  public String stateHash() {
    writer.lock();
    try {
      StateHash hash = new StateHash();
      kernel.write(hash);
      return hash.hex();
    } finally {
      writer.unlock();
    }
  }

  String accountName(int accountId) {
    return kernel.names().account(accountId);
  }

  Instrument instrument(int instrumentId) {
    return kernel.names().market(instrumentId).instrument();
  }

  private void run(LongConsumer command) {
    enter("a command");
    try {
      command.accept(clock.nanos());
      commit();
    } catch (Throwable e) {
      throw fail(e);
    } finally {
      writer.unlock();
    }
    tell();
  }

  private void enter(String what) {
    if (isInsideCallback()) {
      throw new EngineStateException(
          Reason.CALLED_FROM_CALLBACK,
          what
              + " was called from inside a callback of the engine; order through the desk instead");
    }
    requireRunning(what);
    writer.lock();
    if (failure != null) {
      writer.unlock();
      requireRunning(what);
    }
  }

  private void requireRunning(String what) {
    Throwable stopped = failure;
    if (stopped != null) {
      throw new EngineStateException(
          Reason.ENGINE_STOPPED, what + " was refused, the engine stopped: " + stopped, stopped);
    }
  }

  private void commit() {
    journal.append(kernel.commands().buffer(), kernel.events().buffer());
    publisher.offer(kernel.events().buffer());
    kernel.commands().buffer().clear();
    kernel.events().buffer().clear();
  }

  private RuntimeException fail(Throwable e, OrderAnswer answer) {
    answer.clear();
    return fail(e);
  }

  /// What is thrown before the command is written has changed nothing; later, who knows.
  private RuntimeException fail(Throwable e) {
    boolean untouched = kernel.commands().buffer().size() == 0;
    return untouched && e instanceof RuntimeException harmless ? harmless : stop(e);
  }

  /// The first failure is the one that every later call names.
  private synchronized RuntimeException stop(Throwable e) {
    Throwable first = failure == null ? e : failure;
    failure = first;
    return new EngineStateException(
        Reason.ENGINE_STOPPED, "the engine stopped for good: " + first, first);
  }

  private void tell() {
    try {
      publisher.tell(writer);
    } catch (Throwable e) {
      throw stop(publisher.behind(e));
    }
  }

  private Order orderOf(long orderId) {
    OrderAnswer answer = new OrderAnswer();
    answer.accepted(orderId, kernel.orders(), kernel.names());
    return answer.order();
  }
}
