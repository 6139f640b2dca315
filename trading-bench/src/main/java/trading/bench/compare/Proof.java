package trading.bench.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// One untimed pass of a session by every way, to show that all engines do the same.
///
/// @param passes what came of each way
record Proof(Map<Way, Pass> passes) {

  /// How one engine ended, and all it answered.
  ///
  /// @param ending how it ended
  /// @param replies its answers, in order
  record Pass(Ending ending, List<Reply> replies) {}

  /// {@return the proof, or what speaks against it}
  ///
  /// @param session what to send
  /// @param fault what stands between the HTTP server and its engine; `identity()` for nothing
  static Proof of(Session session, UnaryOperator<Desk> fault) {
    Map<Way, Pass> passes = new EnumMap<>(Way.class);
    for (Way way : Way.TO_AN_ENGINE) {
      try (Lane lane = Lane.open(session, way, fault)) {
        passes.put(way, pass(lane));
      }
    }
    return new Proof(passes);
  }

  /// {@return how all engines must end: as the one that is called directly}
  Ending ending() {
    return passOf(Way.IN_PROCESS).ending();
  }

  /// {@return what the engine that is called directly answered}
  List<Reply> replies() {
    return passOf(Way.IN_PROCESS).replies();
  }

  /// {@return what differs, for people; empty when all engines did the same}
  List<String> differences() {
    List<String> found = new ArrayList<>();
    for (Way way : passes.keySet()) {
      Pass pass = passOf(way);
      compare("state hash", way, pass.ending().stateHash(), ending().stateHash(), found);
      compare("digest of all events", way, pass.ending().digest(), ending().digest(), found);
      for (int i = 0; i < replies().size(); i++) {
        Reply expected = replies().get(i);
        if (!pass.replies().get(i).equals(expected)) {
          compare("answer " + (i + 1), way, pass.replies().get(i), expected, found);
          break;
        }
      }
    }
    return found;
  }

  private static void compare(
      String what, Way way, Object actual, Object expected, List<String> found) {
    if (!actual.equals(expected)) {
      found.add(
          what + " by " + way.label() + " is " + actual + ", by method call it is " + expected);
    }
  }

  private Pass passOf(Way way) {
    return Objects.requireNonNull(passes.get(way));
  }

  private static Pass pass(Lane lane) {
    List<Reply> replies = new ArrayList<>();
    while (lane.next()) {
      replies.add(Caller.reply(lane.send()));
    }
    return new Pass(lane.ending(), replies);
  }
}
