package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
  private static final Instrument ITC = Instrument.of("ITC", "INR", "0.05", "1");
  private static final Instrument ETH = Instrument.of("ETHUSDT", "USDT", "0.01", "0.0001");

  @Test
  void decimalsBecomeExactIntegers() {
    assertEquals(2_025, ITC.ticks("101.25"));
    assertEquals(2_025, ITC.ticks("0101.2500"));
    assertEquals(1, ITC.ticks(".05"));
    assertEquals(20, ITC.ticks("1."));
    assertEquals(10, ITC.lots("10"));
    assertEquals(12_345, ETH.lots("1.2345"));
    assertEquals(50_000, ITC.tickValueMicros());
    assertEquals(1, ETH.tickValueMicros());
  }

  @Test
  void integersBecomeDecimals() {
    assertEquals("101.25", ITC.price(2_025).toPlainString());
    assertEquals("-1.2345", ETH.quantity(-12_345).toPlainString());
  }

  @Test
  void everyPriceAndQuantityOfTheGridComesBack() {
    long seed = 42;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long ticks = 1 + random.nextLong(Instrument.MAX_PRICE_TICKS);
      long lots = 1 + random.nextLong(Instrument.MAX_LOTS);

      String at = "seed " + seed + ", " + ticks + " ticks, " + lots + " lots";
      assertEquals(ticks, ITC.ticks(ITC.price(ticks).toPlainString()), at);
      assertEquals(lots, ETH.lots(ETH.quantity(lots).toPlainString()), at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, PRICE_NOT_POSITIVE",
    "-0, PRICE_NOT_POSITIVE",
    "0.00, PRICE_NOT_POSITIVE",
    "-0.05, PRICE_NOT_POSITIVE",
    "-10000000000000000000, PRICE_NOT_POSITIVE",
    "0.01, PRICE_OFF_TICK",
    "101.26, PRICE_OFF_TICK",
    "101.2500000000000000000000001, PRICE_OFF_TICK",
    "10000000000000000000, PRICE_TOO_LARGE",
    "54975581388.85, PRICE_TOO_LARGE"
  })
  void aPriceThatCannotBeIsRefused(String price, Reason reason) {
    refused(reason, () -> ITC.ticks(price));
  }

  @ParameterizedTest
  @CsvSource({
    "0, QUANTITY_NOT_POSITIVE",
    "-10, QUANTITY_NOT_POSITIVE",
    "0.5, QUANTITY_OFF_LOT",
    "1.0000001, QUANTITY_OFF_LOT",
    "10000000000000000000, QUANTITY_TOO_LARGE",
    "1000000000001, QUANTITY_TOO_LARGE"
  })
  void aQuantityThatCannotBeIsRefused(String quantity, Reason reason) {
    refused(reason, () -> ITC.lots(quantity));
  }

  @Test
  void theLargestPriceAndQuantityPass() {
    assertEquals(Instrument.MAX_PRICE_TICKS, ITC.ticks("54975581388.80"));
    assertEquals(Instrument.MAX_LOTS, ITC.lots("1000000000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e5",
        "1E5",
        "0x10",
        "٣",
        "१०",
        "1,000",
        "1_000",
        "1 000",
        "1\u00a0000",
        " 1",
        "1 ",
        "+1",
        "--1",
        "-",
        ".",
        "1.2.3",
        "1.-2",
        "١٫٥",
        "ten",
        "1d",
        "1\n",
        "11111111111111111111111111111111111111111"
      })
  void textThatIsNoPlainNumberIsRefused(String text) {
    refused(Reason.NOT_A_NUMBER, () -> ITC.ticks(text));
    refused(Reason.NOT_A_NUMBER, () -> ITC.lots(text));
    refused(Reason.NOT_A_NUMBER, () -> Instrument.of("X", "INR", text, "1"));
    refused(Reason.NOT_A_NUMBER, () -> Instrument.of("X", "INR", "1", text));
  }

  @Test
  void theSentenceNamesThingValueAndBound() {
    assertEquals(
        "price of ITC must be a multiple of its tick 0.05, was 101.26",
        refused(Reason.PRICE_OFF_TICK, () -> ITC.ticks("101.26")).getMessage());
    String tooLong = "1".repeat(5_000);
    assertTrue(refused(Reason.NOT_A_NUMBER, () -> ITC.ticks(tooLong)).getMessage().length() < 120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+999999999", "-1E+999999999", "1E-999999999", "-1E-999999999"})
  void absurdDecimalsAreRefusedAtOnce(String text) {
    BigDecimal absurd = new BigDecimal(text);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThrows(BadInputException.class, () -> ITC.ticks(absurd));
          assertThrows(BadInputException.class, () -> ITC.lots(absurd));
          refused(
              Reason.BAD_INSTRUMENT,
              () -> new Instrument("X", "INR", absurd, BigDecimal.ONE, Optional.empty()));
          refused(
              Reason.BAD_INSTRUMENT,
              () -> new Instrument("X", "INR", BigDecimal.ONE, absurd, Optional.empty()));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000001, 1",
    "0.01, 0.00001",
    "0.0000015, 1",
    "0, 1",
    "1, 0",
    "-0.05, 1",
    "1, -1",
    "1099511.627777, 1",
    "10000000000000000000, 1"
  })
  void aTickValueThatIsNoWholeNumberOfMicrosIsRefused(String tick, String lot) {
    refused(Reason.BAD_INSTRUMENT, () -> Instrument.of("X", "INR", tick, lot));
  }

  @Test
  void theSmallestAndTheLargestTickValuePass() {
    assertEquals(1, Instrument.of("X", "INR", "0.000001", "1").tickValueMicros());
    assertEquals(1, Instrument.of("X", "INR", "0.001", "0.001").tickValueMicros());
    assertEquals(1L << 40, Instrument.of("X", "INR", "1099511.627776", "1").tickValueMicros());
  }

  @Test
  void equalStepsAreEqualHoweverTheyAreWritten() {
    assertEquals(ITC, Instrument.of("ITC", "INR", "0.0500", "1.0"));
    assertEquals("100", Instrument.of("X", "INR", "100", "1").tick().toPlainString());
    assertEquals(
        Instrument.of("X", "INR", "100", "1"),
        new Instrument("X", "INR", new BigDecimal("1E+2"), BigDecimal.ONE, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "A B", "A\tB", "₹", "é", "abcdefghijklmnopqrstuvwxyz0123456", "\u007f"})
  void aBadSymbolIsRefused(String symbol) {
    refused(Reason.BAD_NAME, () -> Instrument.of(symbol, "INR", "1", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "IN", "INRINRINR", "IN ", "₹₹₹", "I-R", "$$$"})
  void aBadCurrencyIsRefused(String currency) {
    refused(Reason.BAD_NAME, () -> Instrument.of("ITC", currency, "1", "1"));
  }

  @Test
  void notionalIsPriceTimesQuantityTimesTickValue() {
    assertEquals(2_025L * 10 * 50_000, ITC.notionalMicros(2_025, 10));
    assertEquals(-2_025L * 10 * 50_000, ITC.notionalMicros(2_025, -10));
    assertEquals(0, ITC.notionalMicros(0, 10));
  }

  @Test
  void aNotionalThatDoesNotFitThrows() {
    assertThrows(
        ArithmeticException.class,
        () -> ITC.notionalMicros(Instrument.MAX_PRICE_TICKS, Instrument.MAX_LOTS));
    assertThrows(ArithmeticException.class, () -> ITC.notionalMicros(1 << 24, 10_995_116_277_760L));
    assertThrows(ArithmeticException.class, () -> ITC.notionalMicros(Long.MIN_VALUE, -1));
  }

  @Test
  void anAveragePriceIsExactOrRoundedToTenDecimals() {
    assertEquals("100.25", ITC.averagePrice(300_750_000, 3).toPlainString());
    assertEquals("100.00", ITC.averagePrice(300_000_000, 3).toPlainString());
    assertEquals("100.3333333333", ITC.averagePrice(301_000_000, 3).toPlainString());
    assertEquals("2000.50", ETH.averagePrice(200_050, 1).toPlainString());
  }

  private static BadInputException refused(Reason reason, Executable call) {
    BadInputException error = assertThrows(BadInputException.class, call);
    assertEquals(reason, error.reason(), error.getMessage());
    return error;
  }
}
