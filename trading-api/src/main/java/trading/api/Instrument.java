package trading.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/// What can be traded, and the only converter between decimals and exact integers.
///
/// @param symbol 1 to 32 printable ASCII characters without blanks
/// @param currency 3 to 8 letters or digits, the currency of its prices
/// @param tick the smallest price step, positive
/// @param lot the smallest quantity step, positive
/// @param close when its session ends; without one its DAY orders expire when the engine's next
///   trading day begins
public record Instrument(
    String symbol, String currency, BigDecimal tick, BigDecimal lot, Optional<SessionClose> close) {

  /// The highest price that the engine takes, in ticks.
  public static final long MAX_PRICE_TICKS = 1L << 40;

  /// The largest quantity of one order, in lots.
  public static final long MAX_LOTS = 1_000_000_000_000L;

  private static final int MICRO_SCALE = 6;
  private static final int AVERAGE_SCALE = 10;
  private static final int MAX_DIGITS = 40;

  /// So that a step's plain text is always short enough to be read back.
  private static final int MAX_STEP_DIGITS = 18;

  private static final BigInteger MAX_TICK_VALUE = BigInteger.ONE.shiftLeft(40);

  /// Checks the definition.
  ///
  /// @throws BadInputException when a name is malformed or tick × lot is not a whole number of
  ///   micros
  public Instrument {
    requireName("symbol", symbol, 1, 32);
    requireCurrency(currency);
    tick = positive("tick", symbol, tick);
    lot = positive("lot", symbol, lot);
    tickValue(symbol, tick, lot);
    Objects.requireNonNull(close, "close");
  }

  /// {@return an instrument from decimal text}
  ///
  /// @param symbol the symbol
  /// @param currency the currency of its prices
  /// @param tick the price step, for example `0.05`
  /// @param lot the quantity step, for example `1`
  /// @throws BadInputException when the text is no number or the definition is refused
  public static Instrument of(String symbol, String currency, String tick, String lot) {
    return new Instrument(
        symbol, currency, decimal("tick", tick), decimal("lot", lot), Optional.empty());
  }

  /// {@return the same instrument with a session's end of its own}
  ///
  /// @param newClose when its session ends
  public Instrument closingAt(SessionClose newClose) {
    return new Instrument(symbol, currency, tick, lot, Optional.of(newClose));
  }

  /// {@return the value of one tick of one lot, in micros of the currency}
  public long tickValueMicros() {
    return tickValue(symbol, tick, lot);
  }

  /// {@return a price in ticks}
  ///
  /// @param price plain decimal text, for example `101.25`
  /// @throws BadInputException off the grid, not positive, too large, or no number
  public long ticks(String price) {
    return ticks(decimal("price of " + symbol, price));
  }

  /// {@return a price in ticks}
  ///
  /// @param price the decimal price
  /// @throws BadInputException off the grid, not positive or too large
  public long ticks(BigDecimal price) {
    if (price.signum() <= 0) {
      throw bad(
          Reason.PRICE_NOT_POSITIVE,
          "price of " + symbol + " must be positive, was " + text(price));
    }
    BigDecimal[] parts = steps(price, tick);
    if (parts[1].signum() != 0) {
      throw bad(
          Reason.PRICE_OFF_TICK,
          "price of "
              + symbol
              + " must be a multiple of its tick "
              + text(tick)
              + ", was "
              + text(price));
    }
    if (parts[0].compareTo(BigDecimal.valueOf(MAX_PRICE_TICKS)) > 0) {
      throw bad(
          Reason.PRICE_TOO_LARGE,
          "price of "
              + symbol
              + " must be at most "
              + text(price(MAX_PRICE_TICKS))
              + ", was "
              + text(price));
    }
    return parts[0].longValueExact();
  }

  /// {@return the decimal price of a number of ticks}
  ///
  /// @param ticks any number of ticks
  public BigDecimal price(long ticks) {
    return tick.multiply(BigDecimal.valueOf(ticks));
  }

  /// {@return the average price of fills: exact where that takes at most 10 decimals, else rounded}
  ///
  /// Rounding is HALF_EVEN, to 10 decimals or to those of the tick where it has more.
  ///
  /// @param notionalMicros the sum of price × quantity of the fills, in micros
  /// @param lots their quantity, positive
  public BigDecimal averagePrice(long notionalMicros, long lots) {
    BigDecimal price =
        BigDecimal.valueOf(notionalMicros, MICRO_SCALE)
            .divide(quantity(lots), Math.max(AVERAGE_SCALE, tick.scale()), RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return price.scale() < tick.scale() ? price.setScale(tick.scale()) : price;
  }

  /// {@return a quantity in lots}
  ///
  /// @param quantity plain decimal text, for example `10`
  /// @throws BadInputException off the grid, not positive, too large, or no number
  public long lots(String quantity) {
    return lots(decimal("quantity of " + symbol, quantity));
  }

  /// {@return a quantity in lots}
  ///
  /// @param quantity the decimal quantity
  /// @throws BadInputException off the grid, not positive or too large
  public long lots(BigDecimal quantity) {
    if (quantity.signum() <= 0) {
      throw bad(
          Reason.QUANTITY_NOT_POSITIVE,
          "quantity of " + symbol + " must be positive, was " + text(quantity));
    }
    BigDecimal[] parts = steps(quantity, lot);
    if (parts[1].signum() != 0) {
      throw bad(
          Reason.QUANTITY_OFF_LOT,
          "quantity of "
              + symbol
              + " must be a multiple of its lot "
              + text(lot)
              + ", was "
              + text(quantity));
    }
    if (parts[0].compareTo(BigDecimal.valueOf(MAX_LOTS)) > 0) {
      throw bad(
          Reason.QUANTITY_TOO_LARGE,
          "quantity of "
              + symbol
              + " must be at most "
              + text(quantity(MAX_LOTS))
              + ", was "
              + text(quantity));
    }
    return parts[0].longValueExact();
  }

  /// {@return the decimal quantity of a number of lots}
  ///
  /// @param lots any number of lots
  public BigDecimal quantity(long lots) {
    return lot.multiply(BigDecimal.valueOf(lots));
  }

  /// {@return price × quantity in micros of the currency}
  ///
  /// @param priceTicks the price
  /// @param lots the quantity, negative for a short position
  /// @throws ArithmeticException when it does not fit a `long`
  public long notionalMicros(long priceTicks, long lots) {
    return Math.multiplyExact(Math.multiplyExact(priceTicks, lots), tickValueMicros());
  }

  /// {@return plain decimal text as a number}
  ///
  /// @param what the thing, for the error's sentence
  /// @param text for example `101.25`; no exponent, no blanks, no thousands separators
  /// @throws BadInputException when it is no such number, or longer than 40 characters
  public static BigDecimal decimal(String what, String text) {
    if (!isDecimal(text)) {
      throw bad(
          Reason.NOT_A_NUMBER,
          what + " must be a plain decimal number, was \"" + shorten(text) + "\"");
    }
    return new BigDecimal(text);
  }

  private static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int dots = 0;
    int digits = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && dots <= 1 && text.length() <= MAX_DIGITS;
  }

  /// {@return the number of steps and the rest}
  ///
  /// A number of absurd size or fineness is answered without computing with all its digits.
  private static BigDecimal[] steps(BigDecimal value, BigDecimal step) {
    if (wholeDigits(value) > MAX_DIGITS) {
      return new BigDecimal[] {BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.ZERO};
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() > MAX_DIGITS
        ? new BigDecimal[] {BigDecimal.ZERO, plain}
        : plain.divideAndRemainder(step);
  }

  private static long wholeDigits(BigDecimal value) {
    return (long) value.precision() - value.scale();
  }

  private static String shorten(String text) {
    return text.length() <= MAX_DIGITS ? text : text.substring(0, MAX_DIGITS) + "…";
  }

  /// Checks a currency's name.
  ///
  /// @param name 3 to 8 letters or digits
  /// @throws BadInputException when it is none
  public static void requireCurrency(String name) {
    requireName("currency", name, 3, 8);
    if (!name.chars().allMatch(Character::isLetterOrDigit)) {
      throw bad(Reason.BAD_NAME, "currency must be letters or digits, was \"" + name + "\"");
    }
  }

  private static void requireName(String what, String name, int min, int max) {
    Objects.requireNonNull(name, what);
    boolean printable = name.chars().allMatch(c -> c > ' ' && c < 127);
    if (name.length() < min || name.length() > max || !printable) {
      throw bad(
          Reason.BAD_NAME,
          what
              + " must be "
              + min
              + ".."
              + max
              + " printable ASCII characters, was \""
              + shorten(name)
              + "\"");
    }
  }

  private static BigDecimal positive(String what, String symbol, BigDecimal value) {
    if (value.signum() <= 0) {
      throw bad(
          Reason.BAD_INSTRUMENT, what + " of " + symbol + " must be positive, was " + text(value));
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (wholeDigits(plain) > MAX_STEP_DIGITS || plain.scale() > MAX_STEP_DIGITS) {
      throw bad(
          Reason.BAD_INSTRUMENT,
          what
              + " of "
              + symbol
              + " must have at most 18 digits before and after the point, was "
              + text(value));
    }
    return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
  }

  private static long tickValue(String symbol, BigDecimal tick, BigDecimal lot) {
    BigDecimal micros = tick.multiply(lot).movePointRight(MICRO_SCALE).stripTrailingZeros();
    BigInteger whole = micros.scale() > 0 ? BigInteger.ZERO : micros.toBigIntegerExact();
    if (whole.signum() <= 0 || whole.compareTo(MAX_TICK_VALUE) > 0) {
      throw bad(
          Reason.BAD_INSTRUMENT,
          "tick × lot of "
              + symbol
              + " must be 1..2^40 whole micros (0.000001), was "
              + text(tick.multiply(lot)));
    }
    return whole.longValueExact();
  }

  private static String text(BigDecimal value) {
    boolean plain = Math.abs((long) value.scale()) <= MAX_DIGITS;
    return shorten(plain ? value.toPlainString() : value.toString());
  }

  private static BadInputException bad(Reason reason, String sentence) {
    return new BadInputException(reason, sentence);
  }
}
