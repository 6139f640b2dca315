package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trading.api.event.Event;
import trading.core.History.Ask;
import trading.core.History.Call;
import trading.core.History.Entry;
import trading.core.History.Teller;

/// What eight callers at once are answered is what one after the other would have been answered.
@Timeout(120)
class HistoryTest {
  private static final long SEED = 61;

  /// A door that does what no door may.
  private enum BrokenDoor {
    /// An order is read from the engine once, and remembered from then on.
    STALE_READ {
      @Override
      Teller before(Teller teller) {
        Map<Ask, String> remembered = new HashMap<>();
        return ask ->
            ask instanceof Ask.OrderOf
                ? remembered.computeIfAbsent(ask, teller::answer)
                : teller.answer(ask);
      }
    },
    /// What was answered to a command before is answered now.
    LAST_ANSWER {
      @Override
      Teller before(Teller teller) {
        Deque<String> last = new ArrayDeque<>();
        return ask -> {
          String answer = teller.answer(ask);
          last.add(answer);
          return ask instanceof Ask.Do && last.size() > 500 ? last.poll() : answer;
        };
      }
    },
    /// A command is handed on with the next one, after it.
    REORDERED {
      @Override
      Teller before(Teller teller) {
        Deque<Ask> held = new ArrayDeque<>();
        return ask -> {
          if (!(ask instanceof Ask.Do(Command command))) {
            return teller.answer(ask);
          }
          if (held.isEmpty() && command instanceof Command.Place) {
            held.add(ask);
            return "done";
          }
          String answer = teller.answer(ask);
          while (!held.isEmpty()) {
            teller.answer(held.poll());
          }
          return answer;
        };
      }
    },
    /// A cancel is answered from a look at the order, and never handed on.
    NOT_HANDED_ON {
      @Override
      Teller before(Teller teller) {
        return ask ->
            ask instanceof Ask.Do(Command.Cancel cancel)
                ? teller.answer(new Ask.OrderOf(cancel.orderId()))
                : teller.answer(ask);
      }
    },
    /// A cancel is handed on twice.
    TWICE {
      @Override
      Teller before(Teller teller) {
        return ask -> {
          String answer = teller.answer(ask);
          if (ask instanceof Ask.Do(Command.Cancel _)) {
            teller.answer(ask);
          }
          return answer;
        };
      }
    };

    abstract Teller before(Teller teller);
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64})
  void eightCallersAtOnceAreAnsweredAsOneAfterTheOther(long seed) throws Exception {
    HistoryCallers callers = new HistoryCallers(seed, UnaryOperator.identity());

    History history = callers.run();

    List<String> faults = HistoryChecker.faults(history, HistoryCallers.model());
    assertEquals(List.of(), faults, () -> "seed " + seed);
    List<Event> journaled = history.journal().stream().flatMap(e -> e.events().stream()).toList();
    assertEquals(journaled, callers.told().take(), () -> "seed " + seed);
    assertTrue(overlapping(history) > HistoryCallers.CALLERS, "the callers came one by one");
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenDoorIsFound(BrokenDoor broken) throws Exception {
    History history = new HistoryCallers(SEED, broken::before).run();

    assertTrue(isFaulty(history), () -> broken + ", seed " + SEED);
  }

  @Test
  void aJournalInAnotherOrderThanTimeIsFound() throws Exception {
    History history = sound();
    int swap = firstPairInRealTime(history);
    List<Entry> swapped = new ArrayList<>(history.journal());
    Collections.swap(swapped, swap, swap + 1);

    List<String> faults =
        HistoryChecker.faults(new History(history.calls(), swapped), HistoryCallers.model());

    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().contains(" ended before, and comes after "), faults::toString);
  }

  @Test
  void aLostCommandAndALostEventAreFound() throws Exception {
    History history = sound();
    List<Entry> shorter = new ArrayList<>(history.journal());
    shorter.removeLast();
    List<Entry> poorer = new ArrayList<>(history.journal());
    poorer.replaceAll(entry ->
        entry.events().size() < 3
            ? entry
            : new Entry(
                entry.caller(),
                entry.key(),
                entry.atNanos(),
                entry.events().subList(1, entry.events().size())));

    assertTrue(isFaulty(new History(history.calls(), shorter)));
    assertTrue(isFaulty(new History(history.calls(), poorer)));
  }

  /// A question that is answered as it was once, in a history of one caller after the other.
  @Test
  void anAnswerThatComesTooLateOrTooEarlyIsFound() {
    Ask lots = new Ask.LotsOf("caller0", "ACME");
    Command move = new Command.MoveCash("caller0", "USD", 5);
    Ask cash = new Ask.CashOf("caller0", "USD");
    HistoryCallers callers = new HistoryCallers(SEED, UnaryOperator.identity());
    Entry entry = callers.entryOf(move);
    Call moved = new Call(0, new Ask.Do(move), 3, 6, "Done[]");

    assertEquals(List.of(), faults(entry, moved, new Call(1, lots, 1, 2, "0")));
    assertEquals(List.of(), faults(entry, moved, new Call(1, cash, 1, 2, "0")));
    assertEquals(List.of(), faults(entry, moved, new Call(1, cash, 4, 5, "0")));
    assertEquals(List.of(), faults(entry, moved, new Call(1, cash, 4, 5, "5")));
    assertEquals(List.of(), faults(entry, moved, new Call(1, cash, 7, 8, "5")));
    assertEquals(1, faults(entry, moved, new Call(1, cash, 1, 2, "5")).size());
    assertEquals(1, faults(entry, moved, new Call(1, cash, 7, 8, "0")).size());
    Call[] backwards = {new Call(1, cash, 1, 4, "5"), new Call(2, cash, 5, 7, "0")};
    assertEquals(1, faults(entry, moved, backwards).size());
  }

  private static List<String> faults(Entry entry, Call command, Call... questions) {
    List<Call> calls = new ArrayList<>(List.of(questions));
    calls.add(command);
    return HistoryChecker.faults(new History(calls, List.of(entry)), HistoryCallers.model());
  }

  private static boolean isFaulty(History history) {
    return !HistoryChecker.faults(history, HistoryCallers.model()).isEmpty();
  }

  private static History sound() throws Exception {
    return new HistoryCallers(SEED, UnaryOperator.identity()).run();
  }

  /// {@return where in the journal stand two callers' commands, one after the other also in time}
  private static int firstPairInRealTime(History history) {
    Map<Integer, Deque<Call>> given = new HashMap<>();
    history.calls().stream()
        .filter(call -> call.ask() instanceof Ask.Do)
        .forEach(call -> given.computeIfAbsent(call.caller(), _ -> new ArrayDeque<>()).add(call));
    List<Call> ordered =
        history.journal().stream().map(entry -> given.get(entry.caller()).poll()).toList();
    for (int i = 0; i + 1 < ordered.size(); i++) {
      Call one = ordered.get(i);
      Call next = ordered.get(i + 1);
      if (one.caller() != next.caller() && one.ended() < next.began()) {
        return i;
      }
    }
    throw new AssertionError("all neighbours overlap");
  }

  /// {@return how many calls began while a call of another caller was under way}
  private static long overlapping(History history) {
    List<Call> calls = new ArrayList<>(history.calls());
    calls.sort((a, b) -> Integer.compare(a.began(), b.began()));
    int latestEnd = 0;
    long overlapping = 0;
    for (Call call : calls) {
      overlapping += call.began() < latestEnd ? 1 : 0;
      latestEnd = Math.max(latestEnd, call.ended());
    }
    return overlapping;
  }
}
