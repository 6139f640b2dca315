package trading.bench.compare;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import trading.bench.compare.Step.Command;
import trading.client.TradingClient;

/// A session on its way through one engine by one way; it can be started again and again.
///
/// For one thread.
final class Lane implements AutoCloseable {
  private final Session session;
  private final Caller caller;
  private TradingClient client;
  private @Nullable Command command;
  private int nextStep;

  private Lane(Session session, Way way, UnaryOperator<Desk> fault) {
    this.session = session;
    this.client = Session.open(session.seed());
    this.caller = way.open(client, fault);
  }

  /// {@return a lane at the session's start, with an engine of its own}
  ///
  /// @param session what to send
  /// @param way how
  static Lane open(Session session, Way way) {
    return new Lane(session, way, UnaryOperator.identity());
  }

  /// {@return a lane with a fault on the HTTP side}
  ///
  /// @param session what to send
  /// @param way how
  /// @param fault what stands between server and engine
  static Lane open(Session session, Way way, UnaryOperator<Desk> fault) {
    return new Lane(session, way, fault);
  }

  /// Lets the market move where it is due, and finds the next command.
  ///
  /// @return whether there is one; false at the session's end
  boolean next() {
    while (nextStep < session.steps().size()) {
      switch (session.steps().get(nextStep++)) {
        case Command found -> {
          command = found;
          return true;
        }
        case Step.Play(var duration) -> client.play(duration);
      }
    }
    command = null;
    return false;
  }

  /// {@return the answer to the command that [#next] found}
  Object send() {
    return caller.send(Objects.requireNonNull(command, "call next() first"));
  }

  /// {@return how the engine stands now}
  Ending ending() {
    return Ending.of(client);
  }

  /// Begins the session anew, with a fresh engine.
  void restart() {
    client.close();
    client = Session.open(session.seed());
    caller.connect(client);
    nextStep = 0;
  }

  @Override
  public void close() {
    caller.close();
    client.close();
  }
}
