package trading.core;

import java.security.MessageDigest;
import java.util.HexFormat;
import trading.api.event.EventView;
import trading.api.spi.EventListener;

/// The digest of a session: SHA-256 over the canonical bytes of its events, in order.
///
/// Add it to an engine before the first command. Same commands, same digest: in any process, on any
/// collector, in any locale and time zone. Safe for one telling and many reading threads.
public final class EventDigest implements EventListener {
  private final MessageDigest sha = Sha256.create();

  /// Creates the digest of no events.
  public EventDigest() {}

  @Override
  public synchronized void onEvent(EventView event) {
    sha.update(event.array(), event.start(), event.length());
  }

  /// {@return the digest so far, as 64 hexadecimal digits}
  public synchronized String hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sha.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be copied", e);
    }
  }
}
