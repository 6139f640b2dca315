package trading.api.event;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Walks over encoded records and reads their fields in place.
///
/// One thread.
// Hot: engine and listeners; allocates nothing, unless a text is read.
public final class RecordCursor {
  private final Layout[] layouts;
  private byte[] bytes = new byte[0];
  private int position;
  private int end;
  private int start;
  private Layout layout = Layout.NONE;

  /// Creates a cursor over nothing.
  ///
  /// @param known the kinds of record that it may meet
  public RecordCursor(List<Layout> known) {
    int highest = known.stream().mapToInt(Layout::code).max().orElse(0);
    layouts = new Layout[highest + 1];
    known.forEach(each -> layouts[each.code()] = each);
  }

  /// Points it before the first record of some bytes.
  ///
  /// @param newBytes the bytes, not copied
  /// @param from where the first record begins
  /// @param to where the last record ends
  public void wrap(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    position = from;
    end = to;
  }

  /// Points it at the record that a buffer has ended last; there is none behind it.
  ///
  /// @param buffer the buffer, not copied
  /// @throws IllegalStateException when that is of no known kind
  public void wrapLast(RecordBuffer buffer) {
    wrap(buffer.array(), buffer.start(), buffer.size());
    start = position;
    layout = buffer.layout();
    if (layout.code() >= layouts.length || layouts[layout.code()] != layout) {
      throw damaged();
    }
    position = end;
  }

  /// Moves to the next record.
  ///
  /// @return false when there is none
  /// @throws IllegalStateException when the bytes are no such records
  public boolean next() {
    if (position == end) {
      return false;
    }
    start = position;
    if (start + Layout.HEADER_BYTES > end) {
      throw damaged();
    }
    int length = (int) RecordBuffer.INT.get(bytes, start);
    int code = bytes[start + Layout.CODE_OFFSET];
    if (code <= 0 || code >= layouts.length || layouts[code] == null) {
      throw damaged();
    }
    layout = layouts[code];
    if (length < layout.fixedBytes() - Integer.BYTES || length > end - start - Integer.BYTES) {
      throw damaged();
    }
    int next = start + Integer.BYTES + length;
    requireFilled(next);
    position = next;
    return true;
  }

  /// {@return the kind of the record it is on}
  public Layout layout() {
    return layout;
  }

  /// {@return its number}
  public long seq() {
    return (long) RecordBuffer.LONG.get(bytes, start + Layout.SEQ_OFFSET);
  }

  /// {@return its time}
  public long atNanos() {
    return (long) RecordBuffer.LONG.get(bytes, start + Layout.AT_OFFSET);
  }

  /// {@return a number}
  ///
  /// @param field the field
  /// @throws IllegalArgumentException when the record lacks it
  public long value(Field field) {
    int place = layout.place(field);
    int at = start + (place >> Layout.WIDTH_BITS);
    return switch (place & Layout.WIDTH) {
      case 1 -> bytes[at];
      case 2 -> (short) RecordBuffer.SHORT.get(bytes, at);
      case 4 -> (int) RecordBuffer.INT.get(bytes, at);
      default -> (long) RecordBuffer.LONG.get(bytes, at);
    };
  }

  /// {@return a text}
  ///
  /// @param field the field
  /// @throws IllegalArgumentException when the record lacks it
  public String text(Field field) {
    int at = start + layout.fixedBytes();
    for (int skip = layout.textIndex(field); skip > 0; skip--) {
      at += Short.BYTES + textLength(at);
    }
    return new String(bytes, at + Short.BYTES, textLength(at), StandardCharsets.UTF_8);
  }

  /// {@return the bytes that it walks over}
  public byte[] array() {
    return bytes;
  }

  /// {@return where the record begins}
  public int start() {
    return start;
  }

  /// {@return the record's length in bytes, header included}
  public int length() {
    return position - start;
  }

  /// Checks that the numbers and texts of the record end where the record does.
  private void requireFilled(int recordEnd) {
    int at = start + layout.fixedBytes();
    for (int left = layout.texts(); left > 0; left--) {
      if (at + Short.BYTES > recordEnd) {
        throw damaged();
      }
      at += Short.BYTES + textLength(at);
    }
    if (at != recordEnd) {
      throw damaged();
    }
  }

  private int textLength(int at) {
    return (short) RecordBuffer.SHORT.get(bytes, at) & 0xFFFF;
  }

  private IllegalStateException damaged() {
    return new IllegalStateException("bytes at offset " + start + " are no known record");
  }
}
