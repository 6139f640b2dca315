package trading.core;

import java.util.Optional;
import trading.api.BadInputException;
import trading.api.OrderResult;

/// Who takes commands: the engine or its naive twin.
interface Door {
  /// {@return the answer}
  Reply take(Command command);

  /// {@return the answer to one order; empty for commands that are about none or many}
  default Optional<OrderResult> takeOne(Command command) {
    return take(command) instanceof Reply.One(var result) ? Optional.of(result) : Optional.empty();
  }

  /// {@return the answer as text, bad input included}
  default String answer(Command command) {
    try {
      return take(command).toString();
    } catch (BadInputException e) {
      return "bad input " + e.reason() + ": " + e.getMessage();
    }
  }
}
