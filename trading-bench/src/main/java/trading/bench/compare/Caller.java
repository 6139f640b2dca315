package trading.bench.compare;

import trading.api.OrderEntry;
import trading.api.OrderResult;
import trading.bench.compare.Step.Command;

/// One way to send a command to an engine and to wait for its answer.
///
/// For one thread. Every answer is an object that its sender can read at once.
interface Caller extends AutoCloseable {
  /// Lets commands go to another engine from now on.
  ///
  /// @param engine the engine
  void connect(OrderEntry engine);

  /// {@return the answer: an [OrderResult] or a [Reply]}
  ///
  /// @param command what to send
  Object send(Command command);

  @Override
  void close();

  /// {@return an answer in the words that all ways share}
  ///
  /// @param answer what [#send] returned
  static Reply reply(Object answer) {
    return answer instanceof OrderResult result ? Reply.of(result) : (Reply) answer;
  }
}
