package trading.api.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Appends records in the canonical encoding; grows, and is reused by [#clear].
///
/// One thread. Records are begun, filled (numbers in any order, texts in the layout's order) and
/// ended.
// Hot: engine only; allocates nothing once warm, unless a text is written.
public final class RecordBuffer {
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int MAX_TEXT_BYTES = 2_000;

  private byte[] bytes = new byte[4096];
  private int size;
  private int start;
  private Layout layout = Layout.NONE;
  private int textsWritten;

  /// Creates an empty buffer.
  public RecordBuffer() {}

  /// Begins a record.
  ///
  /// @param newLayout its kind
  /// @param seq its number
  /// @param atNanos its time
  /// @return this
  public RecordBuffer begin(Layout newLayout, long seq, long atNanos) {
    layout = newLayout;
    start = size;
    textsWritten = 0;
    size = start + layout.fixedBytes();
    ensure(size);
    Arrays.fill(bytes, start, size, (byte) 0);
    bytes[start + Layout.CODE_OFFSET] = (byte) layout.code();
    LONG.set(bytes, start + Layout.SEQ_OFFSET, seq);
    LONG.set(bytes, start + Layout.AT_OFFSET, atNanos);
    return this;
  }

  /// Sets a number.
  ///
  /// @param field the field
  /// @param value its value
  /// @return this
  /// @throws IllegalArgumentException when the record lacks the field or the value does not fit its
  ///   width
  @SuppressWarnings("UnnecessaryLongToIntConversion") // What is lost shows that it does not fit.
  public RecordBuffer put(Field field, long value) {
    int place = layout.place(field);
    int at = start + (place >> Layout.WIDTH_BITS);
    switch (place & Layout.WIDTH) {
      case 1 -> bytes[at] = (byte) fitting(field, value, (byte) value);
      case 2 -> SHORT.set(bytes, at, (short) fitting(field, value, (short) value));
      case 4 -> INT.set(bytes, at, (int) fitting(field, value, (int) value));
      default -> LONG.set(bytes, at, value);
    }
    return this;
  }

  /// Appends a text; what exceeds 2,000 bytes is cut at a character.
  ///
  /// @param field the field; texts come in the layout's order
  /// @param value the text
  /// @return this
  public RecordBuffer put(Field field, String value) {
    if (layout.textIndex(field) != textsWritten) {
      throw new IllegalArgumentException(
          "text " + field + " is out of order in record " + layout.code());
    }
    textsWritten++;
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    int length = cut(text);
    ensure(size + 2 + length);
    SHORT.set(bytes, size, (short) length);
    System.arraycopy(text, 0, bytes, size + 2, length);
    size += 2 + length;
    return this;
  }

  /// Ends the record that was begun last.
  ///
  /// @throws IllegalStateException when one of its texts is missing
  public void end() {
    if (textsWritten != layout.texts()) {
      throw new IllegalStateException("record " + layout.code() + " lacks a text");
    }
    INT.set(bytes, start, size - start - Integer.BYTES);
  }

  /// Appends what another buffer holds.
  ///
  /// @param other the other buffer
  public void append(RecordBuffer other) {
    ensure(size + other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
    forgetLast();
  }

  /// {@return where the record begins that was begun last}
  int start() {
    return start;
  }

  /// {@return the kind of the record that was begun last, [Layout#NONE] when there is none}
  Layout layout() {
    return layout;
  }

  /// {@return the number of bytes written}
  public int size() {
    return size;
  }

  /// {@return the bytes, valid up to [#size()] and until the next change}
  public byte[] array() {
    return bytes;
  }

  /// Forgets everything written.
  public void clear() {
    size = 0;
    forgetLast();
  }

  /// From here on no record was begun last.
  private void forgetLast() {
    start = size;
    layout = Layout.NONE;
  }

  private void ensure(int capacity) {
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, bytes.length * 2));
    }
  }

  private static long fitting(Field field, long value, long narrowed) {
    if (narrowed != value) {
      throw new IllegalArgumentException(
          field + " must fit " + field.width() + " bytes, was " + value);
    }
    return value;
  }

  private static int cut(byte[] text) {
    int length = Math.min(text.length, MAX_TEXT_BYTES);
    while (length < text.length && length > 0 && (text[length] & 0xC0) == 0x80) {
      length--;
    }
    return length;
  }
}
