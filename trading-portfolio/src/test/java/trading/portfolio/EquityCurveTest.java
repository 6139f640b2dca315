package trading.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EquityCurveTest {
  private final EquityCurve curve = new EquityCurve();

  @Test
  void keepsAllPointsWhileItGrows() {
    for (int i = 0; i < 10_000; i++) {
      curve.append(i / 2, -7L * i, i % 3 == 0);
    }

    assertEquals(10_000, curve.size());
    for (int i = 0; i < 10_000; i++) {
      assertEquals(i / 2, curve.atNanos(i));
      assertEquals(-7L * i, curve.equityMicros(i));
      assertEquals(i % 3 == 0, curve.inMarket(i));
    }
  }

  @Test
  void refusesAPointBeforeTheLast() {
    curve.append(10, 1, false);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> curve.append(9, 2, false));
    assertEquals("time of an equity point must be at least 10, was 9", refusal.getMessage());
    assertEquals(1, curve.size());
  }

  @Test
  void refusesAPlaceWithoutAPoint() {
    curve.append(10, 1, true);

    assertThrows(IndexOutOfBoundsException.class, () -> curve.atNanos(1));
    assertThrows(IndexOutOfBoundsException.class, () -> curve.equityMicros(1));
    assertThrows(IndexOutOfBoundsException.class, () -> curve.equityMicros(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> curve.inMarket(1));
  }
}
