package trading.bench;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolPositionRecord;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.MarginTradingMode;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.RiskProcessingMode;
import exchange.core2.core.common.config.ReportsQueriesConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// exchange-core 0.5.3 on one thread: for each command what its three stages do, one after the
/// other.
///
/// The risk engine checks the account's margin and holds it, the book matches, the risk engine
/// releases and books the trades. The stages' own threads, rings and journal are left out.
final class PeerEngine implements BenchEngine {
  private static final int CURRENCY = 2;
  private static final long MARGIN = 1;
  private static final CoreSymbolSpecification FUTURE =
      CoreSymbolSpecification.builder()
          .symbolId(1)
          .type(SymbolType.FUTURES_CONTRACT)
          .baseCurrency(1)
          .quoteCurrency(CURRENCY)
          .baseScaleK(1)
          .quoteScaleK(1)
          .marginBuy(MARGIN)
          .marginSell(MARGIN)
          .build();

  private final int accounts;
  private final Tape tape = new Tape();
  private final OrderCommand command = new OrderCommand();
  private final RiskEngine risk =
      new RiskEngine(
          0,
          1,
          DummySerializationProcessor.INSTANCE,
          SharedPool.createTestSharedPool(),
          configuration());
  private final IOrderBook book =
      new OrderBookDirectImpl(
          FUTURE,
          ObjectsPool.createDefaultTestPool(),
          PeerBook.events(),
          LoggingConfiguration.DEFAULT);

  PeerEngine(int accounts) {
    this.accounts = accounts;
    command.symbol = FUTURE.symbolId;
    risk.getSymbolSpecificationProvider().addSymbol(FUTURE);
    for (int account = 1; account <= accounts; account++) {
      risk.getUserProfileService().addEmptyUserProfile(account);
      risk.getUserProfileService().balanceAdjustment(account, CURRENCY, DEPOSIT, 1);
    }
  }

  private static ExchangeConfiguration configuration() {
    return ExchangeConfiguration.builder()
        .ordersProcessingCfg(
            OrdersProcessingConfiguration.builder()
                .riskProcessingMode(RiskProcessingMode.FULL_PER_CURRENCY)
                .marginTradingMode(MarginTradingMode.MARGIN_TRADING_ENABLED)
                .build())
        .initStateCfg(InitialStateConfiguration.CLEAN_TEST)
        .loggingCfg(LoggingConfiguration.DEFAULT)
        .reportsQueriesCfg(ReportsQueriesConfiguration.DEFAULT)
        .build();
  }

  @Override
  public void apply(OrderFlow flow, int i) {
    read(flow, i);
    risk.preProcessCommand(i, command);
    command.resultCode = IOrderBook.processCommand(book, command);
    risk.handlerRiskRelease(i, command);
    if (command.resultCode != CommandResultCode.SUCCESS) {
      throw new IllegalStateException("command " + i + " of the flow: " + command.resultCode);
    }
    for (MatcherTradeEvent at = command.matcherEvent; at != null; at = at.nextEvent) {
      if (at.eventType == MatcherEventType.TRADE) {
        tape.add(at.matchedOrderId, at.price, at.size);
      }
    }
  }

  private void read(OrderFlow flow, int i) {
    command.matcherEvent = null;
    command.resultCode = CommandResultCode.NEW;
    command.orderId = flow.ids[i];
    command.uid = flow.users[i];
    command.timestamp = i;
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT -> place(flow, i, OrderType.GTC);
      case OrderFlow.IMMEDIATE -> place(flow, i, OrderType.IOC);
      case OrderFlow.CANCEL -> command.command = OrderCommandType.CANCEL_ORDER;
      case OrderFlow.REDUCE -> {
        command.command = OrderCommandType.REDUCE_ORDER;
        command.size = flow.sizes[i];
      }
      default -> {
        command.command = OrderCommandType.MOVE_ORDER;
        command.price = flow.prices[i];
      }
    }
  }

  private void place(OrderFlow flow, int i, OrderType type) {
    command.command = OrderCommandType.PLACE_ORDER;
    command.orderType = type;
    command.action = PeerBook.ACTIONS[flow.sides[i]];
    command.price = flow.prices[i];
    command.reserveBidPrice = PeerBook.NO_RESERVE;
    command.size = flow.sizes[i];
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    return Stream.concat(book.bidOrdersStream(true), book.askOrdersStream(true))
        .map(PeerBook::resting)
        .sorted(Comparator.comparingLong(Resting::id))
        .toList();
  }

  @Override
  public long[] positions() {
    long[] lots = new long[accounts];
    for (int account = 1; account <= accounts; account++) {
      SymbolPositionRecord position =
          risk.getUserProfileService().getUserProfile(account).positions.get(FUTURE.symbolId);
      lots[account - 1] =
          position == null ? 0 : position.direction.getMultiplier() * position.openVolume;
    }
    return lots;
  }
}
