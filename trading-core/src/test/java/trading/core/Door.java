package trading.core;

import java.util.Optional;
import trading.api.BadInputException;
import trading.api.OrderResult;

/// Who takes commands: the engine or its naive twin.
interface Door {
  /// {@return the answer to an order or a cancel; empty for every other command}
  Optional<OrderResult> take(Command command);

  /// {@return the answer as text, bad input included}
  default String answer(Command command) {
    try {
      return take(command).map(OrderResult::toString).orElse("done");
    } catch (BadInputException e) {
      return "bad input " + e.reason() + ": " + e.getMessage();
    }
  }
}
