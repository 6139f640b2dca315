package trading.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import trading.api.BadInputException;
import trading.api.Reason;

/// Collects what is wrong with a configuration, so that all of it is told at once.
final class ConfigProblems {
  private final List<BadInputException> problems = new ArrayList<>();

  void add(Reason reason, String sentence) {
    problems.add(new BadInputException(reason, sentence));
  }

  /// Adds what a check says.
  ///
  /// @param from the start of the sentence: where the value came from, or empty
  void add(String from, BadInputException cause) {
    problems.add(new BadInputException(cause.reason(), from + cause.getMessage(), cause));
  }

  /// Refuses the configuration if anything is wrong, with the code of the first problem.
  void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    BadInputException first = problems.getFirst();
    if (problems.size() == 1) {
      throw first;
    }
    String all =
        problems.stream()
            .map(problem -> "\n  " + problem.reason() + ": " + problem.getMessage())
            .collect(Collectors.joining());
    throw new BadInputException(
        first.reason(), "the configuration has " + problems.size() + " problems" + all, first);
  }
}
