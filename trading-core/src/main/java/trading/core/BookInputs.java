package trading.core;

import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Reason;

/// What a book takes, and the sentences about the rest.
final class BookInputs {
  private BookInputs() {}

  static void requirePrice(long ticks) {
    if (ticks < 1 || ticks > Instrument.MAX_PRICE_TICKS) {
      throw new BadInputException(
          ticks < 1 ? Reason.PRICE_NOT_POSITIVE : Reason.PRICE_TOO_LARGE,
          "price must be 1.." + Instrument.MAX_PRICE_TICKS + " ticks, was " + ticks);
    }
  }

  static void requireLots(long lots) {
    if (lots < 1 || lots > Instrument.MAX_LOTS) {
      throw new BadInputException(
          lots < 1 ? Reason.QUANTITY_NOT_POSITIVE : Reason.QUANTITY_TOO_LARGE,
          "lots must be 1.." + Instrument.MAX_LOTS + ", was " + lots);
    }
  }

  static BadInputException taken(long orderId) {
    return new BadInputException(
        Reason.ALREADY_EXISTS, "order " + orderId + " stands in the book already");
  }
}
