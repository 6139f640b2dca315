package trading.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import trading.api.Reason;
import trading.api.event.EventView;
import trading.api.event.Field;
import trading.api.spi.EventListener;

/// Counts fills, and why orders were refused or canceled, so that none goes under. Safe for one
/// telling and many reading threads.
final class OrderOutcomes implements EventListener {
  /// The account id of the market itself.
  private static final int MARKET = 0;

  /// Why orders are canceled as somebody asked for.
  private static final Set<Reason> WANTED =
      EnumSet.of(Reason.CANCELED_BY_USER, Reason.AMENDED_AWAY, Reason.LINKED_ORDER);

  /// Why changes are refused that came after the order's end.
  private static final Set<Reason> LATE =
      EnumSet.of(Reason.TOO_LATE_TO_CANCEL, Reason.TOO_LATE_TO_AMEND);

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, String> first = new TreeMap<>();
  private final AtomicLong fills = new AtomicLong();
  private final AtomicLong canceled = new AtomicLong();

  @Override
  public void onEvent(EventView event) {
    switch (event.type()) {
      case ORDER_REJECTED -> {
        String rule = event.text(Field.RULE);
        String by = rule.isEmpty() ? "" : " (" + rule + ")";
        count("refused: " + reason(event) + by, event.text(Field.SENTENCE));
      }
      case ORDER_FILLED -> {
        if (event.id(Field.ACCOUNT) != MARKET) {
          increment(fills);
        }
      }
      case ORDER_CANCELED -> {
        increment(canceled);
        if (!WANTED.contains(reason(event))) {
          count("canceled: " + reason(event), "");
        }
      }
      case CANCEL_REJECTED -> {
        if (!LATE.contains(reason(event))) {
          count("not changed: " + reason(event), event.text(Field.SENTENCE));
        }
      }
      default -> {
        // Only what keeps an order from trading counts.
      }
    }
  }

  /// {@return executions of accounts; a trade between two of them is two}
  long fills() {
    return fills.get();
  }

  /// {@return orders that ended before they were filled}
  long canceled() {
    return canceled.get();
  }

  /// {@return one line per outcome, with its count and the first sentence}
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((outcome, count) -> {
      String sentence = first.getOrDefault(outcome, "");
      lines.add(
          count
              + (count == 1 ? " order " : " orders ")
              + outcome
              + (sentence.isEmpty() ? "" : ", first: " + sentence));
    });
    return lines;
  }

  /// Events are told by one thread at a time, so nobody comes between reading and writing.
  private static void increment(AtomicLong counter) {
    counter.setRelease(counter.getPlain() + 1);
  }

  private synchronized void count(String outcome, String sentence) {
    counts.merge(outcome, 1L, Long::sum);
    first.putIfAbsent(outcome, sentence);
  }

  private static Reason reason(EventView event) {
    return Reason.of(event.id(Field.REASON));
  }
}
