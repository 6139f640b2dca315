package trading.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.core.History.Ask;
import trading.core.History.Call;
import trading.core.History.Entry;
import trading.core.History.Teller;

/// Checks that a history is one that a sequential engine could have had (linearizability; Herlihy
/// and Wing, 1990).
///
/// The journal gives the order of the commands, so it need not be searched for: a command takes
/// place where the journal has it, and must stand there after every call that had ended before it
/// began. A question takes place somewhere between two commands; the earliest place that answers it
/// is the best one, since all that others ask of it is not to be late.
final class HistoryChecker {
  private static final int MANY = 10;

  private final History history;
  private final NaiveEngine model;
  private final Teller expected;
  private final List<String> faults = new ArrayList<>();
  private final List<Call> commands = new ArrayList<>();
  private final RecordBuffer bytes = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();

  /// How many commands had ended before each moment: the highest place of one.
  private int[] endedBefore = {};

  /// The lowest place of a command that began after each moment.
  private int[] beganAfter = {};

  private HistoryChecker(History history, NaiveEngine model) {
    this.history = history;
    this.model = model;
    this.expected = Teller.of(model);
  }

  /// {@return what no sequential engine would have done; nothing when all is well}
  static List<String> faults(History history, NaiveEngine model) {
    HistoryChecker checker = new HistoryChecker(history, model);
    checker.matchCallsAndJournal();
    if (checker.faults.isEmpty()) {
      checker.orderRespectsTime();
    }
    if (checker.faults.isEmpty()) {
      checker.answersAreTheModels();
    }
    return checker.faults.subList(0, Math.min(MANY, checker.faults.size()));
  }

  /// The commands of one caller stand in the journal in the order in which it gave them.
  private void matchCallsAndJournal() {
    List<Deque<Call>> given = new ArrayList<>();
    for (int caller = 0; caller < HistoryCallers.CALLERS; caller++) {
      given.add(new ArrayDeque<>());
    }
    history.calls().stream()
        .filter(call -> call.ask() instanceof Ask.Do)
        .sorted(Comparator.comparingInt(Call::began))
        .forEach(call -> given.get(call.caller()).add(call));
    for (Entry entry : history.journal()) {
      Optional<Call> call = Optional.ofNullable(given.get(entry.caller()).poll());
      if (call.isEmpty() || !key(call.get()).equals(entry.key())) {
        faults.add("the journal has " + entry + " where its caller gave " + call);
        return;
      }
      commands.add(call.get());
    }
    given.forEach(left -> left.forEach(call -> faults.add("the journal has nothing of " + call)));
  }

  private static String key(Call call) {
    return call.ask() instanceof Ask.Do(Command command) ? History.key(command) : "";
  }

  private void orderRespectsTime() {
    fillMoments();
    for (int place = 1; place <= commands.size(); place++) {
      Call call = commands.get(place - 1);
      int latest = endedBefore[call.began()];
      if (latest > place) {
        faults.add(commands.get(latest - 1) + " ended before, and comes after " + call);
      }
    }
  }

  private void fillMoments() {
    int last = history.calls().stream().mapToInt(Call::ended).max().orElse(0);
    endedBefore = new int[last + 2];
    beganAfter = new int[last + 2];
    Arrays.fill(beganAfter, commands.size() + 1);
    for (int place = 1; place <= commands.size(); place++) {
      Call call = commands.get(place - 1);
      endedBefore[call.ended()] = place;
      beganAfter[call.began()] = place;
    }
    for (int moment = 1; moment <= last + 1; moment++) {
      endedBefore[moment] = Math.max(endedBefore[moment], endedBefore[moment - 1]);
    }
    for (int moment = last; moment >= 0; moment--) {
      beganAfter[moment] = Math.min(beganAfter[moment], beganAfter[moment + 1]);
    }
  }

  private void answersAreTheModels() {
    List<Call> questions =
        new ArrayList<>(
            history.calls().stream()
                .filter(call -> !(call.ask() instanceof Ask.Do))
                .sorted(Comparator.comparingInt(Call::began))
                .toList());
    for (int place = 0; place <= commands.size() && faults.isEmpty(); place++) {
      if (place > 0) {
        command(commands.get(place - 1), history.journal().get(place - 1));
      }
      questions(questions, place);
    }
  }

  private void command(Call call, Entry entry) {
    model.take(new Command.SetClock(entry.atNanos()));
    String answer = expected.answer(call.ask());
    List<Event> events = model.takeEvents().stream().map(this::encoded).toList();
    if (!answer.equals(call.answer())) {
      faults.add(call + " should have been answered " + answer);
    }
    if (!events.equals(entry.events())) {
      faults.add(entry + " should have caused " + events);
    }
  }

  /// Answers what can be answered between two commands, and notes what was to be answered by now.
  private void questions(List<Call> open, int place) {
    int firstEnd = Integer.MAX_VALUE;
    for (int i = 0; i < open.size(); i++) {
      Call call = open.get(i);
      if (endedBefore[call.began()] > place || firstEnd < call.began()) {
        // Later ones begin later still, or wait for an earlier one.
        return;
      }
      if (expected.answer(call.ask()).equals(call.answer())) {
        open.remove(i);
        i--;
      } else if (beganAfter[call.ended()] <= place + 1) {
        faults.add(
            call + " should have been answered at the latest " + expected.answer(call.ask()));
        return;
      } else {
        firstEnd = Math.min(firstEnd, call.ended());
      }
    }
  }

  /// {@return what is left of an event once its texts have been cut to the encoding's length}
  private Event encoded(Event event) {
    bytes.clear();
    EventCodec.encode(event, bytes);
    cursor.wrap(bytes.array(), 0, bytes.size());
    cursor.next();
    return EventCodec.decode(cursor);
  }
}
