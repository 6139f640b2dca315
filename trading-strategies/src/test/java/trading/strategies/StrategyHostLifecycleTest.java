package trading.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import trading.api.AccountReader;
import trading.api.OrderEntry;
import trading.strategies.StrategyStatus.State;

class StrategyHostLifecycleTest extends StrategiesContract {

  @Override
  Strategies open(OrderEntry door, AccountReader reader) {
    return StrategyHost.inline(door, reader);
  }

  @Test
  void nothingIsChangedFromInsideACallback() {
    List<Runnable> calls =
        List.of(
            () -> strategies.enable(ONE),
            () -> strategies.disable(TWO),
            () -> strategies.reconfigure(TWO, recipe(_ -> {})),
            strategies::close);
    for (Runnable call : calls) {
      made.getLast().atBar = (_, _) -> call.run();

      showBar();

      assertEquals(List.of(State.STOPPED, State.RUNNING), states());
      strategies.enable(ONE);
    }
  }

  @Test
  void whatTheDoorThrowsReachesWhoDisablesAndTheHostStaysUsable() {
    orderOnce(made.getFirst());
    engine.failNext(new IllegalStateException("ENGINE_STOPPED"));

    assertThrows(IllegalStateException.class, () -> strategies.disable(ONE));

    assertEquals(State.DISABLED, one().state());
    strategies.enable(ONE);
    assertEquals(List.of("acc_1 1"), engine.canceled);
  }
}
