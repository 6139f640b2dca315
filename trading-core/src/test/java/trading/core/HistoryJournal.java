package trading.core;

import java.util.ArrayList;
import java.util.List;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.Field;
import trading.api.event.RecordBuffer;
import trading.api.event.RecordCursor;

/// A journal that says of each command whose it was.
final class HistoryJournal implements Journal {
  private final List<History.Entry> entries = new ArrayList<>();
  private final RecordCursor cursor = new RecordCursor(CommandType.layouts());

  @Override
  public void append(RecordBuffer command, RecordBuffer events) {
    cursor.wrap(command.array(), 0, command.size());
    cursor.next();
    CommandType type = CommandType.of(cursor.layout());
    entries.add(new History.Entry(caller(type), key(type), cursor.atNanos(), decoded(events)));
  }

  /// {@return the commands since the last call}
  List<History.Entry> take() {
    List<History.Entry> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }

  private int caller(CommandType type) {
    return switch (type) {
      case PLACE_ORDER, CANCEL_ORDER, MOVE_CASH -> (int) cursor.value(Field.ACCOUNT) - 1;
      case QUOTE -> (int) cursor.value(Field.INSTRUMENT) - 1;
      case PLACE_UNKNOWN, CANCEL_UNKNOWN -> {
        String name = cursor.text(Field.ACCOUNT_NAME);
        yield name.charAt(name.length() - 1) - '0';
      }
      default -> -1;
    };
  }

  private String key(CommandType type) {
    return switch (type) {
      case PLACE_ORDER, PLACE_UNKNOWN -> "place " + cursor.value(Field.CLIENT_ORDER);
      case CANCEL_ORDER, CANCEL_UNKNOWN -> "cancel " + cursor.value(Field.ORDER);
      case MOVE_CASH -> "move " + cursor.value(Field.AMOUNT_MICROS);
      case QUOTE -> "quote " + cursor.value(Field.BID_TICKS);
      default -> type.toString();
    };
  }

  private static List<Event> decoded(RecordBuffer events) {
    List<Event> list = new ArrayList<>();
    EventCursor each = new EventCursor().wrap(events.array(), 0, events.size());
    while (each.next()) {
      list.add(EventCodec.decode(each));
    }
    return list;
  }
}
