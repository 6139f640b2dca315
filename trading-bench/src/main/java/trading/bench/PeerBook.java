package trading.bench;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.IOrder;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import exchange.core2.core.orderbook.OrderBookNaiveImpl;
import java.util.List;
import java.util.stream.Stream;

/// A book of exchange-core 0.5.3, called as its matching engine calls it.
final class PeerBook implements BenchBook {
  static final long NO_RESERVE = Integer.MAX_VALUE;
  static final OrderAction[] ACTIONS = {OrderAction.BID, OrderAction.ASK};
  private static final CoreSymbolSpecification SYMBOL =
      CoreSymbolSpecification.builder()
          .symbolId(1)
          .type(SymbolType.FUTURES_CONTRACT)
          .baseCurrency(1)
          .quoteCurrency(2)
          .baseScaleK(1)
          .quoteScaleK(1)
          .build();

  private final Tape tape = new Tape();
  private final OrderCommand command = new OrderCommand();
  private final IOrderBook book;

  private PeerBook(IOrderBook book) {
    this.book = book;
    command.symbol = SYMBOL.symbolId;
  }

  static PeerBook direct() {
    return new PeerBook(
        new OrderBookDirectImpl(
            SYMBOL, ObjectsPool.createDefaultTestPool(), events(), LoggingConfiguration.DEFAULT));
  }

  static PeerBook naive() {
    return new PeerBook(
        new OrderBookNaiveImpl(
            SYMBOL, ObjectsPool.createDefaultTestPool(), events(), LoggingConfiguration.DEFAULT));
  }

  static OrderBookEventsHelper events() {
    return new OrderBookEventsHelper(MatcherTradeEvent::new);
  }

  @Override
  public void apply(OrderFlow flow, int i) {
    command.matcherEvent = null;
    command.orderId = flow.ids[i];
    command.uid = flow.users[i];
    command.timestamp = i;
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT -> place(flow, i, OrderType.GTC);
      case OrderFlow.IMMEDIATE -> place(flow, i, OrderType.IOC);
      case OrderFlow.CANCEL -> {
        command.command = OrderCommandType.CANCEL_ORDER;
        book.cancelOrder(command);
      }
      case OrderFlow.REDUCE -> {
        command.command = OrderCommandType.REDUCE_ORDER;
        command.size = flow.sizes[i];
        book.reduceOrder(command);
      }
      default -> {
        command.command = OrderCommandType.MOVE_ORDER;
        command.price = flow.prices[i];
        book.moveOrder(command);
      }
    }
    for (MatcherTradeEvent at = command.matcherEvent; at != null; at = at.nextEvent) {
      if (at.eventType == MatcherEventType.TRADE) {
        tape.add(at.matchedOrderId, at.price, at.size);
      }
    }
  }

  private void place(OrderFlow flow, int i, OrderType type) {
    command.command = OrderCommandType.PLACE_ORDER;
    command.orderType = type;
    command.action = ACTIONS[flow.sides[i]];
    command.price = flow.prices[i];
    command.reserveBidPrice = NO_RESERVE;
    command.size = flow.sizes[i];
    book.newOrder(command);
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    return Stream.concat(book.bidOrdersStream(true), book.askOrdersStream(true))
        .map(PeerBook::resting)
        .toList();
  }

  static Resting resting(IOrder order) {
    return new Resting(order.getOrderId(), order.getPrice(), order.getSize() - order.getFilled());
  }
}
