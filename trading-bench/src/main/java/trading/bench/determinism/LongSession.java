package trading.bench.determinism;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import trading.api.spi.EventListener;
import trading.core.EventDigest;
import trading.core.Matching;

/// A seeded session of any length: two engines, one on quotes, one on bars, that take turns.
///
/// A shorter session is how a longer one of the same seed begins.
final class LongSession {

  /// What is left of a session; equal for equal commands, wherever it ran.
  ///
  /// @param commands how many commands there were, the opening apart
  /// @param events how many events they caused
  /// @param digest the SHA-256 of the events, see [EventDigest]
  /// @param state the SHA-256 of both engines' state hashes
  /// @param answers the SHA-256 of what the callers were answered, as text
  /// @param accounts the SHA-256 of what people read of the accounts, as text
  record Outcome(
      long commands, long events, String digest, String state, String answers, String accounts) {
    /// {@return one line}
    String line() {
      return "commands %s events %s digest %s state %s answers %s accounts %s"
          .formatted(
              Long.toString(commands), Long.toString(events), digest, state, answers, accounts);
    }
  }

  private final EventDigest digest = new EventDigest();
  private final MessageDigest answers = sha256();
  private final List<Floor> floors;
  private long commands;
  private long events;

  /// @param listener is told every event, too
  LongSession(long seed, Fault fault, EventListener listener) {
    List<EventListener> listeners = List.of(digest, _ -> events++, listener);
    floors =
        List.of(
            new Floor(seed, Matching.QUOTES, ZoneId.of("Asia/Kolkata"), listeners),
            new Floor(seed + 1, Matching.BARS, ZoneId.of("America/New_York"), listeners));
    if (fault != Fault.NONE) {
      floors.getFirst().engine.openAccount(fault.account());
    }
  }

  /// Sends commands until there were so many.
  ///
  /// @param total how many commands, those of former calls included
  Outcome runTo(long total) {
    while (commands < total) {
      Floor floor = floors.get((int) (commands % floors.size()));
      answers.update(floor.flow.next().getBytes(StandardCharsets.UTF_8));
      commands++;
    }
    StringBuilder states = new StringBuilder();
    StringBuilder accounts = new StringBuilder();
    for (Floor floor : floors) {
      states.append(floor.engine.stateHash());
      accounts.append(floor.accounts());
    }
    return new Outcome(
        commands,
        events,
        digest.hex(),
        hex(states.toString()),
        HexFormat.of().formatHex(copy(answers).digest()),
        hex(accounts.toString()));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest copy(MessageDigest sha) {
    try {
      return (MessageDigest) sha.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
