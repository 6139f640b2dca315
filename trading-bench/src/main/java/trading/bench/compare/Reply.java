package trading.bench.compare;

import java.util.Objects;
import trading.api.Order;
import trading.api.OrderResult;
import trading.api.Reason;
import trading.api.Refusal;

/// What the sender of a command is told; over HTTP, the answer's JSON.
///
/// @param orderId the engine's number; 0 when refused
/// @param status where the order stands, or `REJECTED`
/// @param filledLots what has traded
/// @param filledMicros price × quantity of its fills, in micros
/// @param reason why it was refused or canceled, a stable code; empty where there is none
/// @param sentence why it was refused, for people; empty where it was not
record Reply(
    long orderId,
    String status,
    long filledLots,
    long filledMicros,
    String reason,
    String sentence) {
  static final String REJECTED = "REJECTED";

  /// Checks that nothing is missing.
  Reply {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(sentence, "sentence");
  }

  static Reply of(OrderResult result) {
    return switch (result) {
      case OrderResult.Accepted(Order order) ->
          new Reply(
              order.id(),
              order.status().name(),
              order.filledLots(),
              order.filledMicros(),
              order.reason().map(Reason::name).orElse(""),
              "");
      case OrderResult.Rejected(Refusal refusal) ->
          refused(refusal.reason().name(), refusal.sentence());
    };
  }

  static Reply refused(String reason, String sentence) {
    return new Reply(0, REJECTED, 0, 0, reason, sentence);
  }

  boolean isRefusal() {
    return status.equals(REJECTED);
  }
}
