package trading.bench.compare;

import java.nio.charset.StandardCharsets;

/// The answers of [OrderServer] that a sender expects.
final class HttpStatus {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int BAD_METHOD = 405;

  /// Understood, and refused by the engine.
  static final int REFUSED = 422;

  private HttpStatus() {}

  /// {@return the answer to a command}
  ///
  /// @param status 200 or 422
  /// @param body its JSON
  /// @throws IllegalStateException for any other status
  static Reply require(int status, byte[] body) {
    if (status != OK && status != REFUSED) {
      throw new IllegalStateException(
          "an answer must be 200 or 422, was "
              + status
              + " "
              + new String(body, StandardCharsets.UTF_8));
    }
    return Wire.readReply(body);
  }
}
