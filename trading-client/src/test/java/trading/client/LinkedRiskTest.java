package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.Amendment;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.LinkedResult;
import trading.api.OrderRequest;
import trading.api.OrderResult;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.Parameter;
import trading.api.Reason;
import trading.api.Settings;
import trading.api.Side;
import trading.api.spi.QuoteView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
import trading.api.spi.Verdict;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.portfolio.AverageCostLedger;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// What rules are shown of orders that are linked, by the engine with its books and its gate.
class LinkedRiskTest {
  private static final String TRADER = "trader_001";
  private static final long MILLION = 1_000_000;
  private static final Instrument ACME = Instrument.of("ACME", "INR", "1", "1");
  private static final OrderTerms REDUCING = OrderTerms.NONE.withFlags(false, true);

  private final Probe probe = new Probe();
  private final AverageCostLedger ledger = AverageCostLedger.create();

  private RuleGate gate;
  private Engine engine;

  private void open(RiskConfig config) {
    List<RiskRuleProvider> providers = new ArrayList<>(BuiltInRules.providers());
    providers.add(probe);
    gate = RuleGate.open(providers, config.withRule(probe.id(), Map.of()));
    engine = Engine.open(EngineConfig.of(ledger, gate, () -> 0));
    engine.listInstrument(ACME);
    engine.openAccount(TRADER);
    engine.moveCash(TRADER, "INR", 10_000 * MILLION);
    quote(5);
  }

  private void open(String rule, String limit) {
    open(RiskConfig.none().withRule(rule, Map.of("limit", limit)));
  }

  @Test
  void bothExitsOfABracketAreOrdersOfTheDay() {
    open("max_orders_per_day", "2");

    placed(bracket(5, order(Side.SELL, 5, 120)));

    assertEquals(OrderStatus.NEW, status(2));
    assertEquals(OrderStatus.REJECTED, status(3));
    assertEquals(Reason.RISK_LIMIT, engine.order(3).orElseThrow().reason().orElseThrow());
    assertEquals(2, gate.summary(TRADER, ledger).ordersToday());
  }

  @Test
  void anExitThatGrowsOrIsAmendedIsNoFurtherOrderOfTheDay() {
    open("max_orders_per_day", "3");
    placed(bracket(10, order(Side.SELL, 10, 120)));

    quote(5);
    assertEquals(10, engine.order(3).orElseThrow().lots());
    amended(3, Amendment.limit(121));

    assertEquals(3, gate.summary(TRADER, ledger).ordersToday());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theOtherExitIsLeftOutWithItsOwnFlag(boolean stopReduces) {
    open(RiskConfig.none());
    OrderRequest stop = reducing(OrderRequest.stop(TRADER, "ACME", Side.SELL, 10, 90), stopReduces);
    OrderRequest target = reducing(order(Side.SELL, 10, 120), !stopReduces);

    placed(new LinkedOrders.Bracket(order(Side.BUY, 10, 100), stop, target));

    Seen alone = new Seen(5, 5, 0, 0, 0, 0, 1_000 * MILLION);
    assertEquals(alone.withOrders(1), probe.seen(1), "the stop comes on the market");
    assertEquals(alone.withOrders(2), probe.seen(2), "the target does");

    quote(5);
    Seen grown = new Seen(10, 0, 0, 0, 0, 3, 1_000 * MILLION);
    assertEquals(grown, probe.seen(3), "the stop grows");
    assertEquals(grown, probe.seen(4), "the target does");

    amended(3, Amendment.limit(121));
    assertEquals(grown, probe.seen(5));
    amended(2, new Amendment(0, 0, 89));
    assertEquals(grown, probe.seen(6));
  }

  @Test
  void bothOrdersOfAPairAreOrdersOfTheDay() {
    open("max_orders_per_day", "1");

    LinkedResult.Rejected rejected =
        refused(new LinkedOrders.OneCancelsOther(buy(1, 90), order(Side.SELL, 1, 110)));

    assertEquals(1, rejected.index());
    assertEquals(2, rejected.refusal().actual());
    assertEquals(List.of(), engine.orders(TRADER));
    assertEquals(0, gate.summary(TRADER, ledger).ordersToday());
    assertInstanceOf(OrderResult.Accepted.class, engine.placeOrder(buy(1, 90)));
  }

  @Test
  void bothOrdersOfAPairCountInFull() {
    open("max_position_size", "10");
    OrderRequest stop = OrderRequest.stop(TRADER, "ACME", Side.BUY, 10, 110);

    LinkedResult.Rejected rejected = refused(new LinkedOrders.OneCancelsOther(buy(10, 90), stop));

    assertEquals(1, rejected.index());
    assertEquals(20, rejected.refusal().actual());
    assertEquals(List.of(), gate.summary(TRADER, ledger).violations());
    placed(new LinkedOrders.OneCancelsOther(buy(10, 90), order(Side.SELL, 10, 110)));
  }

  @Test
  void theFirstOfAPairIsSeenAsIfItWorked() {
    open(RiskConfig.none());

    placed(new LinkedOrders.OneCancelsOther(buy(10, 90), order(Side.SELL, 10, 110)));
    assertEquals(new Seen(0, 0, 0, 0, 0, 0, 0), probe.seen(0));
    assertEquals(new Seen(0, 10, 0, 0, 0, 1, 1_000 * MILLION), probe.seen(1));

    placed(new LinkedOrders.OneCancelsOther(buy(3, 90), buy(3, 91)));
    assertEquals(new Seen(0, 10, 10, 0, 0, 2, 1_000 * MILLION), probe.seen(2));
    assertEquals(new Seen(0, 13, 10, 0, 0, 3, 1_300 * MILLION), probe.seen(3));
  }

  @Test
  void theFirstOfAPairIsSeenWithItsFlag() {
    open(RiskConfig.none());
    placed(new LinkedOrders.OneTriggersOthers(order(Side.BUY, 4, 100), List.of(buy(1, 80))));
    int before = probe.all.size();

    placed(
        new LinkedOrders.OneCancelsOther(
            reducing(order(Side.SELL, 4, 110), true), order(Side.SELL, 4, 120)));

    assertEquals(new Seen(4, 1, 0, 0, 0, 2, 500 * MILLION), probe.seen(before));
    assertEquals(new Seen(4, 1, 4, 0, 4, 3, 500 * MILLION), probe.seen(before + 1));
  }

  @Test
  void anAmendedOrderOfAPairStandsBesideTheOther() {
    open(RiskConfig.none());
    placed(new LinkedOrders.OneCancelsOther(buy(10, 90), buy(10, 80)));

    amended(1, Amendment.limit(91));

    assertEquals(new Seen(0, 10, 0, 0, 0, 2, 1_000 * MILLION), probe.seen(2));
  }

  @Test
  void exitsGrowAndChangeWhileARuleIsBrokenThatHoldsForNewPositions() {
    open("min_capital", "1000");
    placed(bracket(10, order(Side.SELL, 10, 120)));
    engine.moveCash(TRADER, "INR", -9_500 * MILLION);

    quote(5);

    assertEquals(10, engine.netLots(TRADER, "ACME"));
    assertEquals(10, engine.order(2).orElseThrow().lots());
    assertEquals(10, engine.order(3).orElseThrow().lots());
    amended(2, new Amendment(0, 0, 95));
    amended(3, Amendment.limit(115));
  }

  private void quote(long askLots) {
    engine.onQuote(new AtHundred(askLots));
  }

  private static LinkedOrders bracket(long lots, OrderRequest target) {
    return new LinkedOrders.Bracket(
        order(Side.BUY, lots, 100), OrderRequest.stop(TRADER, "ACME", Side.SELL, lots, 90), target);
  }

  private static OrderRequest buy(long lots, long limitTicks) {
    return order(Side.BUY, lots, limitTicks);
  }

  private static OrderRequest order(Side side, long lots, long limitTicks) {
    return OrderRequest.limit(TRADER, "ACME", side, lots, limitTicks);
  }

  private static OrderRequest reducing(OrderRequest order, boolean reduces) {
    long stop = order.terms().stopTicks();
    return reduces ? order.with(REDUCING.withStop(stop)) : order;
  }

  private void placed(LinkedOrders orders) {
    LinkedResult result = engine.placeLinked(orders);
    assertInstanceOf(LinkedResult.Accepted.class, result, result::toString);
  }

  private LinkedResult.Rejected refused(LinkedOrders orders) {
    LinkedResult result = engine.placeLinked(orders);
    return assertInstanceOf(LinkedResult.Rejected.class, result, result::toString);
  }

  private void amended(long orderId, Amendment amendment) {
    OrderResult result = engine.amendOrder(TRADER, orderId, amendment);
    assertInstanceOf(OrderResult.Accepted.class, result, result::toString);
  }

  private OrderStatus status(long orderId) {
    return engine.order(orderId).orElseThrow().status();
  }

  /// What a rule sees of the account.
  private record Seen(
      long net,
      long buys,
      long sells,
      long reducingBuys,
      long reducingSells,
      long ordersToday,
      long grossMicros) {
    static Seen of(RiskView risk) {
      return new Seen(
          risk.netLots(),
          risk.workingBuyLots(),
          risk.workingSellLots(),
          risk.workingReduceOnlyLots(Side.BUY),
          risk.workingReduceOnlyLots(Side.SELL),
          risk.ordersToday(),
          risk.grossExposureMicros());
    }

    Seen withOrders(long newOrdersToday) {
      return new Seen(net, buys, sells, reducingBuys, reducingSells, newOrdersToday, grossMicros);
    }
  }

  /// A rule that lets everything pass and keeps what it was shown.
  private static final class Probe implements RiskRuleProvider {
    private final List<Seen> all = new ArrayList<>();

    Seen seen(int check) {
      return all.get(check);
    }

    @Override
    public String id() {
      return "probe";
    }

    @Override
    public String doc() {
      return "Lets everything pass.";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public RiskRule create(Settings settings) {
      return (_, risk) -> {
        all.add(Seen.of(risk));
        return Verdict.Pass.PASS;
      };
    }
  }

  /// A quote of 99 and 100.
  private record AtHundred(long askLots) implements QuoteView {
    @Override
    public Instrument instrument() {
      return ACME;
    }

    @Override
    public long atNanos() {
      return 0;
    }

    @Override
    public long bidTicks() {
      return 99;
    }

    @Override
    public long bidLots() {
      return 5;
    }

    @Override
    public long askTicks() {
      return 100;
    }

    @Override
    public long lastTicks() {
      return 100;
    }

    @Override
    public long tradedLots() {
      return 0;
    }
  }
}
