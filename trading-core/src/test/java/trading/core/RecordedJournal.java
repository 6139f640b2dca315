package trading.core;

import java.security.MessageDigest;
import java.util.HexFormat;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;

/// A journal in memory.
final class RecordedJournal implements Journal {
  private final RecordBuffer commands = new RecordBuffer();
  private final RecordBuffer events = new RecordBuffer();

  @Override
  public void append(RecordBuffer command, RecordBuffer commandEvents) {
    commands.append(command);
    events.append(commandEvents);
  }

  /// {@return the digest of the events that it holds}
  String digest() {
    EventDigest digest = new EventDigest();
    EventCursor cursor = new EventCursor().wrap(events.array(), 0, events.size());
    while (cursor.next()) {
      digest.onEvent(cursor);
    }
    return digest.hex();
  }

  /// {@return the digest of the commands that it holds}
  String commandDigest() {
    MessageDigest sha = Sha256.create();
    sha.update(commands.array(), 0, commands.size());
    return HexFormat.of().formatHex(sha.digest());
  }

  /// Runs its commands into an engine whose clock the replay is.
  void replay(CommandReplay replay, Engine engine) {
    replay.run(engine, commands.array(), 0, commands.size());
  }
}
