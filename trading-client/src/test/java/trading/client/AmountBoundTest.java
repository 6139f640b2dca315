package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;
import trading.core.Engine;
import trading.core.EngineConfig;
import trading.portfolio.AverageCostLedger;
import trading.risk.BuiltInRules;
import trading.risk.RiskConfig;
import trading.risk.RuleGate;

/// The engine and the ledger agree on the largest amount: none passes one and fails the other.
class AmountBoundTest {
  private static final long BOUND = 1L << 62;

  private final Engine engine =
      Engine.open(
          EngineConfig.of(
              AverageCostLedger.create(),
              RuleGate.open(BuiltInRules.providers(), RiskConfig.defaults()),
              () -> 0));

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "-1, false", "-1, true"})
  void anAmountOfTheBoundIsRefusedAndOneLessIsTaken(int sign, boolean listed) {
    engine.openAccount("alice");
    if (listed) {
      engine.listInstrument(Instrument.of("ACME", "USD", "0.01", "1"));
    }

    BadInputException thrown =
        assertThrows(BadInputException.class, () -> engine.moveCash("alice", "USD", sign * BOUND));

    assertEquals(Reason.BAD_AMOUNT, thrown.reason());
    engine.moveCash("alice", "USD", sign * (BOUND - 1));
    assertEquals(sign * (BOUND - 1), engine.cashMicros("alice", "USD"));
  }
}
