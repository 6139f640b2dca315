package trading.core;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.event.Event;

/// The engine once more: plain collections, big integers, linear searches, one event list.
final class NaiveEngine implements Door {
  final List<NaiveOrder> orders = new ArrayList<>();
  final NaiveBooks books;
  private final List<String> accounts = new ArrayList<>();
  private final List<String> currencies = new ArrayList<>();
  private final List<NaiveMarket> markets = new ArrayList<>();
  private final Matching matching;
  private final NaiveTape tape;
  private final NaiveDoor door;
  private final NaiveTrading trading;
  private final NaiveChanges changes;
  private final NaiveWatch watch;
  private final NaiveIntake intake;
  private final NaiveAmending amending;

  NaiveEngine(Matching matching, ZoneId zone, long feeHundredths, long maxPosition) {
    this.matching = matching;
    tape = new NaiveTape(zone);
    books = new NaiveBooks(feeHundredths);
    NaiveNews news = new NaiveNews(tape);
    door = new NaiveDoor(books, maxPosition);
    changes = new NaiveChanges(news, books);
    trading = new NaiveTrading(changes, books);
    NaiveLinks links = new NaiveLinks(news, changes, door::gate);
    watch = new NaiveWatch(news, trading, links);
    intake = new NaiveIntake(tape, news, orders, door, changes, watch);
    amending = new NaiveAmending(news, changes, door, trading, watch);
  }

  @Override
  public Reply take(Command command) {
    switch (command) {
      case Command.SetClock c -> tape.clock(c.nanos());
      case Command.ListInstrument c -> list(c.instrument());
      case Command.OpenAccount c -> openAccount(c.account());
      case Command.MoveCash c -> moveCash(c.account(), c.currency(), c.amountMicros());
      case Command.Advance _ -> begin();
      case Command.Quote c -> quote(c.quote());
      case Command.OpenBar c -> openBar(c.symbol(), c.openTicks());
      case Command.CloseBar c -> closeBar(c);
      case Command.SetSelfTrade c -> setSelfTrade(c.account(), c.mode());
      case Command.Place c -> {
        return new Reply.One(place(c.request()));
      }
      case Command.PlaceLinked c -> {
        begin();
        return new Reply.Linked(intake.placeLinked(c.orders(), this::accountId, this::market));
      }
      case Command.Cancel c -> {
        return new Reply.One(cancelByUser(c.account(), c.orderId()));
      }
      case Command.Amend c -> {
        return new Reply.One(amend(c));
      }
      case Command.CancelOrders c -> {
        return new Reply.Canceled(cancelAll(c.scope()));
      }
    }
    return new Reply.Done();
  }

  Order order(long orderId) {
    return orders.get((int) orderId - 1).word();
  }

  /// {@return what the gate was shown since the last call}
  List<Shown> takeShown() {
    return door.takeShown();
  }

  /// {@return the events since the last call}
  List<Event> takeEvents() {
    return tape.take();
  }

  /// A command has begun: a new day, then what has expired, then a look at who lost an order.
  private void begin() {
    tape.begin();
    List<NaiveMarket> lost = new ArrayList<>();
    Optional<NaiveOrder> expired = nextExpired(tape.now());
    while (expired.isPresent()) {
      lost.add(expired.get().market);
      changes.cancel(expired.get(), Reason.TIME_EXPIRED);
      expired = nextExpired(tape.now());
    }
    markets.stream().filter(lost::contains).forEach(watch::look);
  }

  private Optional<NaiveOrder> nextExpired(long now) {
    return markets.stream()
        .flatMap(market -> market.open.stream())
        .filter(order -> order.expireNanos != 0 && order.expireNanos <= now)
        .min(
            Comparator.comparingLong((NaiveOrder order) -> order.expireNanos)
                .thenComparingLong(order -> order.id));
  }

  private void list(Instrument instrument) {
    String symbol = instrument.symbol();
    if (market(symbol).isPresent()) {
      throw NaiveRules.bad(Reason.ALREADY_EXISTS, "symbol " + symbol + " is listed already");
    }
    begin();
    int currencyId = currency(instrument.currency());
    NaiveMarket market = new NaiveMarket(markets.size() + 1, instrument, matching);
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
    if (instrument.close().isPresent()) {
      tape.add(
          new Event.SessionCloseSet(
              tape.next(),
              tape.now(),
              market.id,
              instrument.close().get().time().toNanoOfDay(),
              instrument.close().get().zone().getId()));
    }
  }

  private void openAccount(String account) {
    NaiveRules.checkAccount(account);
    if (accounts.contains(account)) {
      throw NaiveRules.bad(Reason.ALREADY_EXISTS, "account " + account + " is open already");
    }
    begin();
    accounts.add(account);
    tape.add(new Event.AccountOpened(tape.next(), tape.now(), accounts.size(), account));
  }

  private void moveCash(String account, String currency, long micros) {
    if (nextExpired(tape.nextNow()).isPresent()) {
      begin();
    }
    requireAccount(account);
    NaiveRules.checkCurrency(currency);
    if (micros == 0 || !books.holds(account, currency, BigInteger.valueOf(micros))) {
      throw NaiveRules.bad(
          Reason.BAD_AMOUNT,
          "amount for "
              + account
              + " must not be 0 and must keep its cash and deposits within ±(2^62 - 1) micros, was "
              + micros);
    }
    begin();
    int currencyId = currency(currency);
    books.moveCash(account, currency, BigInteger.valueOf(micros));
    tape.add(new Event.CashMoved(tape.next(), tape.now(), accountId(account), currencyId, micros));
  }

  private void quote(FakeQuote quote) {
    NaiveMarket market = requireMarket(quote.instrument().symbol());
    requireMatching(Matching.QUOTES, "a quote", market);
    NaiveRules.checkQuote(quote);
    begin();
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
    market.price(quote.lastTicks());
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
    watch.look(market);
  }

  private void openBar(String symbol, long openTicks) {
    NaiveMarket market = requireMarket(symbol);
    requireMatching(Matching.BARS, "a bar", market);
    NaiveRules.checkPrice("open", symbol, openTicks);
    NaiveRules.checkClosed(symbol, market.openTicks);
    begin();
    tape.add(new Event.BarOpened(tape.next(), tape.now(), market.id, openTicks));
    market.openTicks = openTicks;
    market.lastTicks = openTicks;
    market.onlyLastPrice();
    trading.tradeResting(market, openTicks, openTicks, Optional.of(openTicks));
    List<NaiveOrder> waited = List.copyOf(market.waiting);
    market.waiting.clear();
    waited.stream().filter(NaiveOrder::isOpen).forEach(intake::wake);
    watch.look(market);
  }

  private void closeBar(Command.CloseBar bar) {
    NaiveMarket market = requireMarket(bar.symbol());
    NaiveRules.checkBar(bar, market.openTicks);
    begin();
    List<NaiveOrder> met = watch.withinBar(market, bar.lowTicks(), bar.highTicks());
    market.openTicks = 0;
    trading.tradeResting(market, bar.lowTicks(), bar.highTicks(), Optional.empty());
    met.stream().filter(NaiveOrder::isOpen).forEach(trading::restOrCancel);
    tape.add(
        new Event.BarClosed(
            tape.next(), tape.now(), market.id, bar.highTicks(), bar.lowTicks(), bar.closeTicks()));
    watch.afterBar(market, bar.closeTicks());
  }

  private OrderResult place(OrderRequest request) {
    begin();
    return intake.place(request, accountId(request.account()), market(request.symbol()));
  }

  private OrderResult cancelByUser(String account, long orderId) {
    begin();
    Optional<Refusal> refusal = notOpen(account, orderId, Reason.TOO_LATE_TO_CANCEL);
    if (refusal.isPresent()) {
      return cancelRejected(account, orderId, refusal.get());
    }
    NaiveOrder order = orders.get((int) orderId - 1);
    changes.cancel(order, Reason.CANCELED_BY_USER);
    watch.look(order.market);
    return new OrderResult.Accepted(order.word());
  }

  private OrderResult amend(Command.Amend command) {
    begin();
    String account = command.account();
    long orderId = command.orderId();
    Optional<Refusal> refusal = notOpen(account, orderId, Reason.TOO_LATE_TO_AMEND);
    if (refusal.isEmpty()) {
      refusal = amending.amend(orders.get((int) orderId - 1), command.amendment());
    }
    if (refusal.isPresent()) {
      return cancelRejected(account, orderId, refusal.get());
    }
    NaiveOrder order = orders.get((int) orderId - 1);
    watch.look(order.market);
    return new OrderResult.Accepted(order.word());
  }

  private OrderResult cancelRejected(String account, long orderId, Refusal why) {
    tape.add(
        new Event.CancelRejected(
            tape.next(), tape.now(), orderId, accountId(account), why.reason(), why.sentence()));
    return new OrderResult.Rejected(why);
  }

  private Optional<Refusal> notOpen(String account, long orderId, Reason tooLate) {
    if (!accounts.contains(account)) {
      return NaiveRules.unknownAccount(account);
    }
    if (orderId < 1 || orderId > orders.size()) {
      return NaiveRules.refuse(
          Reason.UNKNOWN_ORDER, 0, orderId, "order " + orderId + " does not exist");
    }
    NaiveOrder order = orders.get((int) orderId - 1);
    if (!order.request.account().equals(account)) {
      return NaiveRules.refuse(
          Reason.NOT_ORDER_OWNER,
          0,
          orderId,
          "order " + orderId + " does not belong to " + account);
    }
    return order.isOpen()
        ? Optional.empty()
        : NaiveRules.refuse(
            tooLate, 0, orderId, "order " + orderId + " is " + order.status + " already");
  }

  private int cancelAll(CancelScope scope) {
    scope.account().ifPresent(this::requireAccount);
    scope.symbol().ifPresent(this::requireMarket);
    begin();
    List<NaiveOrder> openBefore = orders.stream().filter(NaiveOrder::isOpen).toList();
    openBefore.stream()
        .filter(order -> scope.account().map(order.request.account()::equals).orElse(true))
        .filter(order -> scope.symbol().map(order.request.symbol()::equals).orElse(true))
        .filter(NaiveOrder::isOpen)
        .forEach(order -> changes.cancel(order, Reason.CANCELED_BY_USER));
    List<NaiveOrder> canceled = openBefore.stream().filter(order -> !order.isOpen()).toList();
    markets.stream()
        .filter(market -> canceled.stream().anyMatch(order -> order.market == market))
        .forEach(watch::look);
    return canceled.size();
  }

  private void setSelfTrade(String account, SelfTradePrevention mode) {
    requireAccount(account);
    begin();
    trading.selfTrade.put(accountId(account), mode);
    tape.add(new Event.SelfTradeSet(tape.next(), tape.now(), accountId(account), mode));
  }

  private void requireAccount(String account) {
    if (!accounts.contains(account)) {
      throw NaiveRules.bad(NaiveRules.unknownAccount(account));
    }
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
    return market(symbol).orElseThrow(() -> NaiveRules.bad(NaiveRules.unknownSymbol(symbol)));
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
