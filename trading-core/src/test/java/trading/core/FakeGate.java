package trading.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.Reason;
import trading.api.Refusal;
import trading.api.event.EventType;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.LedgerView;
import trading.api.spi.OrderView;
import trading.api.spi.RiskGate;
import trading.api.spi.StateReader;
import trading.api.spi.StateWriter;

/// A gate with one exchangeable check, and one counter per account as its state.
final class FakeGate implements RiskGate {

  /// What is asked before an order is accepted.
  @FunctionalInterface
  interface Check {
    Optional<Refusal> check(OrderView order, LedgerView ledger);
  }

  private final Map<Long, Long> acceptedByAccount = new TreeMap<>();
  private Check check = (_, _) -> Optional.empty();

  void checks(Check newCheck) {
    check = newCheck;
  }

  /// {@return the check of one limit: the position after the order, in lots, long or short}
  static Check maxPosition(long limit) {
    return (order, ledger) -> {
      long held = ledger.netLots(order.accountId(), order.instrumentId());
      long after = Math.abs(held + order.side().sign() * order.lots());
      return after <= limit
          ? Optional.empty()
          : Optional.of(overLimit(order.instrument().symbol(), limit, after));
    };
  }

  static Refusal overLimit(String symbol, long limit, long after) {
    return new Refusal(
        Reason.RISK_LIMIT,
        "max_position",
        limit,
        after,
        "position in " + symbol + " must be at most " + limit + " lots, would be " + after,
        Optional.empty());
  }

  @Override
  public Optional<Refusal> check(OrderView order, LedgerView ledger) {
    return check.check(order, ledger);
  }

  @Override
  public void apply(EventView event, LedgerView ledger) {
    if (event.type() == EventType.ORDER_ACCEPTED) {
      acceptedByAccount.merge(event.value(Field.ACCOUNT), 1L, Long::sum);
    }
  }

  @Override
  public void write(StateWriter out) {
    acceptedByAccount.forEach((account, orders) -> {
      out.putLong(account);
      out.putLong(orders);
    });
  }

  @Override
  public void read(StateReader in) {
    throw new UnsupportedOperationException("no test reads a snapshot");
  }
}
