package trading.risk;

import static trading.api.event.EventType.CASH_MOVED;
import static trading.api.event.EventType.DAY_STARTED;
import static trading.api.event.EventType.ORDER_ACCEPTED;
import static trading.api.event.EventType.ORDER_ACTIVATED;
import static trading.api.event.EventType.ORDER_AMENDED;
import static trading.api.event.EventType.ORDER_CANCELED;
import static trading.api.event.EventType.ORDER_FILLED;
import static trading.api.event.EventType.ORDER_REDUCED;
import static trading.api.event.EventType.ORDER_REJECTED;
import static trading.api.event.EventType.QUOTED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trading.api.OrderStatus;
import trading.api.Refusal;
import trading.api.Side;
import trading.risk.World.Feed;

/// A rule's smallest scenario: events until its limit is reached, and one step beyond.
///
/// Each is written down in docs/risk.md, with the same numbers in rupees: 20 ticks are one rupee.
///
/// @param rule the rule's id
/// @param setting its limit, as set
/// @param toTheLimit events after which a buy of ITC with `lots` is at the limit
/// @param lots the lots of that buy
/// @param beyond events that, or nothing and one lot more, lead beyond it
/// @param lotsBeyond the lots of the buy that is refused
/// @param limit the limit in the refusal
/// @param actual the actual value in the refusal
/// @param feeds what the rule hangs on
record RuleScenario(
    String rule,
    String setting,
    Consumer<World> toTheLimit,
    long lots,
    Consumer<World> beyond,
    long lotsBeyond,
    long limit,
    long actual,
    List<Feed> feeds) {

  private static final long RUPEE = 1_000_000;

  /// {@return the scenarios of all built-in rules}
  static List<RuleScenario> all() {
    return List.of(
        concentration(),
        maxDailyLoss(),
        maxDrawdown(),
        maxLeverage(),
        maxOrdersPerDay(),
        maxPositionSize(),
        minCapital());
  }

  /// {@return what came of it: the answers at the limit and beyond it, or the failure}
  String play(Consumer<World> prepared) {
    RiskConfig config = RiskConfig.none().withRule(rule, Map.of("limit", setting));
    World world = World.of(RuleGate.open(BuiltInRules.providers(), config));
    prepared.accept(world);
    try {
      toTheLimit.accept(world);
      Optional<Refusal> atTheLimit = world.ask(World.ITC, Side.BUY, lots);
      beyond.accept(world);
      return said(atTheLimit) + ", then " + said(world.ask(World.ITC, Side.BUY, lotsBeyond));
    } catch (IllegalStateException stopped) {
      return "stopped: " + stopped.getMessage();
    }
  }

  /// {@return what comes of it when every feed is there}
  String expected() {
    return "passes, then RISK_LIMIT of " + rule + " " + limit + " " + actual;
  }

  private static String said(Optional<Refusal> answer) {
    return answer
        .map(no -> no.reason() + " of " + no.rule() + " " + no.limit() + " " + no.actual())
        .orElse("passes");
  }

  @Override
  public String toString() {
    return rule;
  }

  private static RuleScenario concentration() {
    return new RuleScenario(
        "concentration",
        "25",
        world -> {
          world.deposit(1, World.INR, 9_500 * RUPEE);
          world.hold(World.ITC, 100, 100);
          world.mark(World.ITC, 200);
          world.accept(1, 1, World.ITC, Side.BUY, 70);
          world.cancel(1, 1, World.ITC, Side.BUY, 70);
          world.accept(2, 1, World.ITC, Side.BUY, 50);
        },
        100,
        _ -> {},
        101,
        25_000_000,
        25_100_000,
        List.of(
            Feed.ledger(CASH_MOVED),
            Feed.ledger(QUOTED),
            Feed.ledger(ORDER_FILLED),
            Feed.gate(ORDER_ACCEPTED),
            Feed.gate(ORDER_FILLED),
            Feed.gate(ORDER_CANCELED)));
  }

  private static RuleScenario maxDailyLoss() {
    return new RuleScenario(
        "max_daily_loss",
        "1000",
        world -> {
          world.hold(World.ITC, 100, 2_000);
          world.mark(World.ITC, 1_900);
          world.day(1);
          world.deposit(1, World.INR, 20_000 * RUPEE);
          world.mark(World.ITC, 1_700);
        },
        1,
        world -> world.mark(World.ITC, 1_699),
        1,
        1_000 * RUPEE,
        1_005 * RUPEE,
        List.of(
            Feed.ledger(CASH_MOVED),
            Feed.ledger(QUOTED),
            Feed.ledger(ORDER_FILLED),
            Feed.gate(CASH_MOVED),
            Feed.gate(DAY_STARTED)));
  }

  private static RuleScenario maxDrawdown() {
    return new RuleScenario(
        "max_drawdown",
        "20",
        world -> {
          world.deposit(1, World.INR, 10_000 * RUPEE);
          world.hold(World.ITC, 100, 2_000);
          world.mark(World.ITC, 2_400);
          world.mark(World.ITC, 1_920);
        },
        1,
        world -> world.mark(World.ITC, 1_919),
        1,
        20_000_000,
        20_041_667,
        List.of(
            Feed.ledger(CASH_MOVED),
            Feed.ledger(QUOTED),
            Feed.ledger(ORDER_FILLED),
            Feed.gate(QUOTED),
            Feed.gate(ORDER_FILLED)));
  }

  private static RuleScenario maxLeverage() {
    return new RuleScenario(
        "max_leverage",
        "2",
        world -> {
          world.deposit(1, World.INR, 10_000 * RUPEE);
          world.mark(World.SBIN, 1_000);
          world.hold(World.ITC, 100, 2_000);
          world.accept(1, 1, World.SBIN, Side.SELL, 30);
          world.cancel(1, 1, World.SBIN, Side.SELL, 30);
          world.accept(2, 1, World.SBIN, Side.SELL, 100);
        },
        50,
        _ -> {},
        51,
        2_000_000,
        2_010_000,
        List.of(
            Feed.ledger(CASH_MOVED),
            Feed.ledger(QUOTED),
            Feed.ledger(ORDER_FILLED),
            Feed.gate(ORDER_ACCEPTED),
            Feed.gate(ORDER_FILLED),
            Feed.gate(ORDER_CANCELED)));
  }

  private static RuleScenario maxOrdersPerDay() {
    return new RuleScenario(
        "max_orders_per_day",
        "3",
        world -> {
          world.accept(1, 1, World.SBIN, Side.BUY, 10);
          world.day(1);
          world.accept(2, 1, World.SBIN, Side.BUY, 10);
          world.accept(3, 1, World.SBIN, Side.BUY, 0, OrderStatus.PENDING_NEW);
          world.activate(3, 1, World.SBIN, Side.BUY, 10);
        },
        1,
        world -> world.accept(4, 1, World.SBIN, Side.BUY, 10),
        1,
        3,
        4,
        List.of(Feed.gate(DAY_STARTED), Feed.gate(ORDER_ACCEPTED), Feed.gate(ORDER_ACTIVATED)));
  }

  private static RuleScenario maxPositionSize() {
    return new RuleScenario(
        "max_position_size",
        "100",
        world -> {
          world.hold(World.ITC, 40, 2_000);
          world.accept(1, 1, World.ITC, Side.BUY, 30);
          world.cancel(1, 1, World.ITC, Side.BUY, 30);
          world.accept(2, 1, World.ITC, Side.BUY, 5, OrderStatus.PENDING_NEW);
          world.reject(2, 1, World.ITC, Side.BUY, 5);
          world.accept(3, 1, World.ITC, Side.BUY, 0, OrderStatus.PENDING_NEW);
          world.activate(3, 1, World.ITC, Side.BUY, 9);
          world.amend(3, 1, World.ITC, Side.BUY, 6);
          world.accept(4, 1, World.ITC, Side.BUY, 9);
          world.reduce(4, 1, World.ITC, Side.BUY, 5, 4);
        },
        50,
        _ -> {},
        51,
        100,
        101,
        List.of(
            Feed.ledger(ORDER_FILLED),
            Feed.gate(ORDER_ACCEPTED),
            Feed.gate(ORDER_ACTIVATED),
            Feed.gate(ORDER_AMENDED),
            Feed.gate(ORDER_REDUCED),
            Feed.gate(ORDER_FILLED),
            Feed.gate(ORDER_CANCELED),
            Feed.gate(ORDER_REJECTED)));
  }

  private static RuleScenario minCapital() {
    return new RuleScenario(
        "min_capital",
        "1000",
        world -> {
          world.deposit(1, World.INR, 3_000 * RUPEE);
          world.hold(World.ITC, 100, 2_000);
          world.mark(World.ITC, 1_600);
        },
        1,
        world -> world.mark(World.ITC, 1_599),
        1,
        1_000 * RUPEE,
        995 * RUPEE,
        List.of(Feed.ledger(CASH_MOVED), Feed.ledger(QUOTED), Feed.ledger(ORDER_FILLED)));
  }
}
