package trading.risk.rule;

import java.util.List;
import java.util.Optional;
import trading.api.Parameter;
import trading.api.Settings;
import trading.api.spi.OrderView;
import trading.api.spi.RiskRule;
import trading.api.spi.RiskRuleProvider;
import trading.api.spi.RiskView;
import trading.api.spi.Usage;
import trading.api.spi.Verdict;

/// Limits how many orders an account may have accepted in one day.
///
/// Feed: orders accepted this day, counted from events; an all-in order that waits for the next
/// open passes the gate there, and counts from then on. Formula: that count + 1; at most `limit`.
/// It holds for every order, also for one that reduces a position; an order that is amended, or
/// grows with its entry, is no further one. Known from the maximum messages limits of MiFID II RTS
/// 6 (Regulation (EU) 2017/589), article 15.
public final class MaxOrdersPerDay implements RiskRuleProvider {
  private static final Parameter.Whole LIMIT =
      new Parameter.Whole("limit", 10_000, 0, 1_000_000_000_000L, "most orders of a day");

  /// Creates the provider.
  public MaxOrdersPerDay() {}

  @Override
  public String id() {
    return "max_orders_per_day";
  }

  @Override
  public String doc() {
    return "Refuses orders beyond a number of accepted orders per day.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LIMIT);
  }

  @Override
  public RiskRule create(Settings settings) {
    return new Rule(settings.read(LIMIT));
  }

  private record Rule(long limitOrders) implements RiskRule {

    @Override
    public Verdict check(OrderView order, RiskView risk) {
      if (order.worksAlready()) {
        return Verdict.Pass.PASS;
      }
      long orders = risk.ordersToday() + 1;
      return orders > limitOrders ? refuse(order, orders) : Verdict.Pass.PASS;
    }

    @Override
    public Usage.Scope scope() {
      return Usage.Scope.ACCOUNT;
    }

    @Override
    public Optional<Usage> usage(RiskView risk) {
      return Optional.of(Usage.atMost(Usage.Unit.NUMBER, limitOrders, risk.ordersToday()));
    }

    private Verdict refuse(OrderView order, long orders) {
      return new Verdict.Refuse(
          limitOrders,
          orders,
          "orders of "
              + order.account()
              + " this day must be at most "
              + limitOrders
              + ", would be "
              + orders
              + " (max_orders_per_day)");
    }
  }
}
