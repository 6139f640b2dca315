package trading.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void aVerdictFromABusyMachineIsNotToBeReliedOn() {
    assertTrue(with(1.01).caveat().contains("not to be relied on"));
    assertEquals("", with(1.0).caveat());
  }

  @Test
  void whereTheLoadIsUnknownNothingIsSaid() {
    assertEquals("", with(-1).caveat());
  }

  @Test
  void thisMachineIsNamed() {
    Machine here = Machine.here();

    assertFalse(here.processor().isEmpty());
    assertFalse(here.collectors().isEmpty());
    assertTrue(here.line().contains(here.jdk()), here::line);
  }

  private static Machine with(double load) {
    return new Machine("a processor", 2, "a system", "a jdk", List.of("G1"), load);
  }
}
