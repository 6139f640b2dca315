package trading.core;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.event.Event;

/// The engine once more: plain collections, big integers, linear searches, one event list.
final class NaiveEngine implements Door {
  final List<NaiveOrder> orders = new ArrayList<>();
  final NaiveBooks books = new NaiveBooks();
  private final List<String> accounts = new ArrayList<>();
  private final List<String> currencies = new ArrayList<>();
  private final List<NaiveMarket> markets = new ArrayList<>();
  private final Matching matching;
  private final long maxPosition;
  private final NaiveTape tape;
  private final NaiveTrading trading;

  NaiveEngine(Matching matching, ZoneId zone, long feeHundredths, long maxPosition) {
    this.matching = matching;
    this.maxPosition = maxPosition;
    tape = new NaiveTape(zone);
    trading = new NaiveTrading(tape, books, feeHundredths);
  }

  @Override
  public Optional<OrderResult> take(Command command) {
    switch (command) {
      case Command.SetClock c -> tape.clock(c.nanos());
      case Command.ListInstrument c -> list(c.instrument());
      case Command.OpenAccount c -> openAccount(c.account());
      case Command.MoveCash c -> moveCash(c.account(), c.currency(), c.amountMicros());
      case Command.Advance _ -> tape.begin();
      case Command.Quote c -> quote(c.quote());
      case Command.OpenBar c -> openBar(c.symbol(), c.openTicks());
      case Command.CloseBar c -> closeBar(c);
      case Command.Place c -> {
        return Optional.of(place(c.request()));
      }
      case Command.Cancel c -> {
        return Optional.of(cancelByUser(c.account(), c.orderId()));
      }
    }
    return Optional.empty();
  }

  private void list(Instrument instrument) {
    String symbol = instrument.symbol();
    if (market(symbol).isPresent()) {
      throw NaiveRules.bad(Reason.ALREADY_EXISTS, "symbol " + symbol + " is listed already");
    }
    tape.begin();
    int currencyId = currency(instrument.currency());
    NaiveMarket market = new NaiveMarket(markets.size() + 1, instrument);
    markets.add(market);
    tape.add(
        new Event.InstrumentListed(
            tape.next(),
            tape.now(),
            market.id,
            currencyId,
            instrument.tickValueMicros(),
            symbol,
            instrument.currency(),
            instrument.tick().toPlainString(),
            instrument.lot().toPlainString()));
  }

  private void openAccount(String account) {
    NaiveRules.checkAccount(account);
    if (accounts.contains(account)) {
      throw NaiveRules.bad(Reason.ALREADY_EXISTS, "account " + account + " is open already");
    }
    tape.begin();
    accounts.add(account);
    tape.add(new Event.AccountOpened(tape.next(), tape.now(), accounts.size(), account));
  }

  private void moveCash(String account, String currency, long micros) {
    if (!accounts.contains(account)) {
      throw NaiveRules.bad(Reason.UNKNOWN_ACCOUNT, "account " + account + " is not open");
    }
    NaiveRules.checkCurrency(currency);
    if (micros == 0 || !books.holds(account, currency, BigInteger.valueOf(micros))) {
      throw NaiveRules.bad(
          Reason.BAD_AMOUNT,
          "amount for "
              + account
              + " must not be 0 and must keep its cash within ±2^62 micros, was "
              + micros);
    }
    tape.begin();
    int currencyId = currency(currency);
    books.moveCash(account, currency, BigInteger.valueOf(micros));
    tape.add(new Event.CashMoved(tape.next(), tape.now(), accountId(account), currencyId, micros));
  }

  private void quote(FakeQuote quote) {
    NaiveMarket market = requireMarket(quote.instrument().symbol());
    requireMatching(Matching.QUOTES, "a quote", market);
    NaiveRules.checkQuote(quote);
    tape.begin();
    tape.add(
        new Event.Quoted(
            tape.next(),
            tape.now(),
            market.id,
            quote.bidTicks(),
            quote.bidLots(),
            quote.askTicks(),
            quote.askLots(),
            quote.lastTicks()));
    market.withdrawQuote();
    boolean bid = quote.bidTicks() > 0 && quote.bidLots() > 0;
    boolean ask = quote.askTicks() > 0 && quote.askLots() > 0;
    boolean crossed = bid && ask && quote.bidTicks() >= quote.askTicks();
    if (bid && !crossed) {
      trading.quoteSide(market, Side.BUY, quote.bidTicks(), quote.bidLots());
    }
    if (ask && !crossed) {
      trading.quoteSide(market, Side.SELL, quote.askTicks(), quote.askLots());
    }
  }

  private void openBar(String symbol, long openTicks) {
    NaiveMarket market = requireMarket(symbol);
    requireMatching(Matching.BARS, "a bar", market);
    NaiveRules.checkPrice("open", symbol, openTicks);
    NaiveRules.checkClosed(symbol, market.openTicks);
    tape.begin();
    tape.add(new Event.BarOpened(tape.next(), tape.now(), market.id, openTicks));
    market.openTicks = openTicks;
    trading.tradeResting(market, openTicks, openTicks, Optional.of(openTicks));
    List<NaiveOrder> waited = List.copyOf(market.waiting);
    market.waiting.clear();
    waited.stream().filter(o -> o.status == OrderStatus.PENDING_NEW).forEach(o -> wake(market, o));
  }

  private void wake(NaiveMarket market, NaiveOrder order) {
    if (order.request.sizing() == Sizing.ALL_IN) {
      long price =
          order.request.type() == OrderType.LIMIT ? order.request.limitTicks() : market.openTicks;
      Optional<BigInteger> lots = trading.allIn(market, order.request, price);
      Optional<Refusal> refusal = NaiveRules.allIn(market.instrument.symbol(), lots);
      if (refusal.isEmpty()) {
        refusal = overLimit(order.request, lots.orElseThrow().longValueExact());
      }
      if (refusal.isPresent()) {
        order.status = OrderStatus.REJECTED;
        order.updatedNanos = tape.now();
        order.reason = Optional.of(refusal.get().reason());
        rejected(order.id, order.accountId, market.id, order.request, refusal.get());
        return;
      }
      order.lots = lots.orElseThrow().longValueExact();
    }
    order.status = OrderStatus.NEW;
    order.updatedNanos = tape.now();
    tape.add(
        new Event.OrderActivated(
            tape.next(),
            tape.now(),
            order.id,
            order.accountId,
            market.id,
            order.request.side(),
            order.lots));
    trading.tradeAtOpen(market, order);
  }

  private void closeBar(Command.CloseBar bar) {
    NaiveMarket market = requireMarket(bar.symbol());
    NaiveRules.checkBar(bar, market.openTicks);
    tape.begin();
    market.openTicks = 0;
    trading.tradeResting(market, bar.lowTicks(), bar.highTicks(), Optional.empty());
    tape.add(
        new Event.BarClosed(
            tape.next(), tape.now(), market.id, bar.highTicks(), bar.lowTicks(), bar.closeTicks()));
  }

  private OrderResult place(OrderRequest request) {
    tape.begin();
    Optional<NaiveMarket> market = market(request.symbol());
    Optional<Refusal> refusal = Optional.empty();
    if (!accounts.contains(request.account())) {
      refusal = NaiveRules.unknownAccount(request.account());
    } else if (market.isEmpty()) {
      refusal = NaiveRules.unknownSymbol(request.symbol());
    } else {
      refusal = refusal(request, market.get());
    }
    if (refusal.isPresent()) {
      int marketId = market.map(m -> m.id).orElse(-1);
      rejected(0, accountId(request.account()), marketId, request, refusal.get());
      return new OrderResult.Rejected(refusal.get());
    }
    return new OrderResult.Accepted(accept(request, market.orElseThrow()).word());
  }

  private boolean mustWait(NaiveMarket market) {
    return matching == Matching.BARS && market.openTicks == 0;
  }

  private Optional<Refusal> refusal(OrderRequest request, NaiveMarket market) {
    Optional<Refusal> malformed = NaiveRules.malformed(request, market);
    if (malformed.isPresent()) {
      return malformed;
    }
    boolean nobody = market.best(request.side().opposite()).isEmpty();
    if (matching == Matching.QUOTES && request.type() == OrderType.MARKET && nobody) {
      return NaiveRules.noLiquidity(request);
    }
    if (request.sizing() == Sizing.LOTS) {
      return overLimit(request, request.lots());
    }
    if (mustWait(market)) {
      return Optional.empty();
    }
    Optional<BigInteger> lots = allInNow(request, market);
    Optional<Refusal> refusal = NaiveRules.allIn(request.symbol(), lots);
    return refusal.isPresent() ? refusal : overLimit(request, lots.orElseThrow().longValueExact());
  }

  private NaiveOrder accept(OrderRequest request, NaiveMarket market) {
    boolean waits = mustWait(market);
    long lots =
        request.sizing() == Sizing.LOTS || waits
            ? request.lots()
            : allInNow(request, market).orElseThrow().longValueExact();
    NaiveOrder order =
        new NaiveOrder(
            orders.size() + 1, accountId(request.account()), market, request, lots, tape.now());
    order.status = waits ? OrderStatus.PENDING_NEW : OrderStatus.NEW;
    orders.add(order);
    tape.add(
        new Event.OrderAccepted(
            tape.next(),
            tape.now(),
            order.id,
            order.accountId,
            market.id,
            request.side(),
            request.type(),
            request.timeInForce(),
            request.sizing(),
            order.status,
            lots,
            request.limitTicks(),
            request.clientOrderId()));
    if (waits) {
      market.waiting.add(order);
    } else if (matching == Matching.BARS) {
      trading.tradeAtOpen(market, order);
    } else {
      trading.tradeWithBook(market, order);
    }
    return order;
  }

  private OrderResult cancelByUser(String account, long orderId) {
    tape.begin();
    Optional<Refusal> refusal = Optional.empty();
    if (!accounts.contains(account)) {
      refusal = NaiveRules.unknownAccount(account);
    } else if (orderId < 1 || orderId > orders.size()) {
      refusal =
          NaiveRules.refuse(
              Reason.UNKNOWN_ORDER, 0, orderId, "order " + orderId + " does not exist");
    } else {
      NaiveOrder order = orders.get((int) orderId - 1);
      if (!order.request.account().equals(account)) {
        refusal =
            NaiveRules.refuse(
                Reason.NOT_ORDER_OWNER,
                0,
                orderId,
                "order " + orderId + " does not belong to " + account);
      } else if (order.status.isTerminal()) {
        refusal =
            NaiveRules.refuse(
                Reason.TOO_LATE_TO_CANCEL,
                0,
                orderId,
                "order " + orderId + " is " + order.status + " already");
      } else {
        trading.cancel(markets.get(order.instrumentId - 1), order, Reason.CANCELED_BY_USER);
        return new OrderResult.Accepted(order.word());
      }
    }
    Refusal why = refusal.get();
    tape.add(
        new Event.CancelRejected(
            tape.next(), tape.now(), orderId, accountId(account), why.reason(), why.sentence()));
    return new OrderResult.Rejected(why);
  }

  /// {@return the events since the last call}
  List<Event> takeEvents() {
    return tape.take();
  }

  private Optional<BigInteger> allInNow(OrderRequest request, NaiveMarket market) {
    if (request.type() == OrderType.LIMIT) {
      return trading.allIn(market, request, request.limitTicks());
    }
    long price =
        market.openTicks != 0
            ? market.openTicks
            : market.best(request.side().opposite()).orElseThrow().priceTicks;
    return trading.allIn(market, request, price);
  }

  private Optional<Refusal> overLimit(OrderRequest request, long lots) {
    long held = books.lots(request.account(), request.symbol());
    long after = Math.abs(held + lots * request.side().sign());
    return after <= maxPosition
        ? Optional.empty()
        : Optional.of(FakeGate.overLimit(request.symbol(), maxPosition, after));
  }

  private void rejected(
      long orderId, int accountId, int marketId, OrderRequest request, Refusal refusal) {
    tape.add(
        new Event.OrderRejected(
            tape.next(),
            tape.now(),
            orderId,
            accountId,
            marketId,
            request.side(),
            request.lots(),
            request.clientOrderId(),
            refusal.reason(),
            refusal.limit(),
            refusal.actual(),
            refusal.rule(),
            refusal.sentence()));
  }

  private int currency(String name) {
    if (!currencies.contains(name)) {
      currencies.add(name);
      tape.add(new Event.CurrencyListed(tape.next(), tape.now(), currencies.size(), name));
    }
    return currencies.indexOf(name) + 1;
  }

  private int accountId(String account) {
    return accounts.contains(account) ? accounts.indexOf(account) + 1 : -1;
  }

  private Optional<NaiveMarket> market(String symbol) {
    return markets.stream().filter(m -> m.instrument.symbol().equals(symbol)).findFirst();
  }

  private NaiveMarket requireMarket(String symbol) {
    return market(symbol)
        .orElseThrow(
            () -> NaiveRules.bad(Reason.UNKNOWN_SYMBOL, "symbol " + symbol + " is not listed"));
  }

  private void requireMatching(Matching needed, String what, NaiveMarket market) {
    if (matching != needed) {
      throw NaiveRules.bad(
          Reason.BAD_MARKET_DATA,
          what
              + " of "
              + market.instrument.symbol()
              + " needs an engine that matches on "
              + needed
              + ", this one matches on "
              + matching);
    }
  }
}
