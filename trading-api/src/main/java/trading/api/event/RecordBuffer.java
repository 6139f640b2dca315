package trading.api.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Appends records in the canonical encoding; grows, and is reused by [#clear].
///
/// One thread. Records are begun, filled in the layout's order, and ended.
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
    ensure(start + layout.fixedBytes());
    size = start + Layout.HEADER_BYTES;
    bytes[start + Layout.CODE_OFFSET] = (byte) layout.code();
    LONG.set(bytes, start + Layout.SEQ_OFFSET, seq);
    LONG.set(bytes, start + Layout.AT_OFFSET, atNanos);
    return this;
  }

  /// Appends a number of 8 bytes.
  ///
  /// @param field the record's next field
  /// @param value its value
  /// @return this
  /// @throws IllegalArgumentException when the record's next field is another one, or wider or
  ///   narrower
  public RecordBuffer putLong(Field field, long value) {
    LONG.set(bytes, next(field, Long.BYTES), value);
    return this;
  }

  /// Appends a number of 4 bytes.
  ///
  /// @param field the record's next field
  /// @param value its value
  /// @return this
  /// @throws IllegalArgumentException when the record's next field is another one, or wider or
  ///   narrower
  public RecordBuffer putInt(Field field, int value) {
    INT.set(bytes, next(field, Integer.BYTES), value);
    return this;
  }

  /// Appends a number of 2 bytes.
  ///
  /// @param field the record's next field
  /// @param value its value
  /// @return this
  /// @throws IllegalArgumentException when the record's next field is another one, or wider or
  ///   narrower, or the value does not fit
  public RecordBuffer putShort(Field field, int value) {
    int at = next(field, Short.BYTES);
    SHORT.set(bytes, at, (short) fitting(field, value, (short) value));
    return this;
  }

  /// Appends a number of 1 byte.
  ///
  /// @param field the record's next field
  /// @param value its value
  /// @return this
  /// @throws IllegalArgumentException when the record's next field is another one, or wider or
  ///   narrower, or the value does not fit
  public RecordBuffer putByte(Field field, int value) {
    int at = next(field, Byte.BYTES);
    bytes[at] = (byte) fitting(field, value, (byte) value);
    return this;
  }

  /// Appends a text; what exceeds 2,000 bytes is cut at a character.
  ///
  /// @param field the record's next field
  /// @param value the text
  /// @return this
  /// @throws IllegalArgumentException when the record's next field is another one, or a number
  public RecordBuffer putText(Field field, String value) {
    if (lacksNumbers() || layout.text(textsWritten) != field) {
      throw misplaced(field, Field.TEXT);
    }
    textsWritten++;
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    int length = cut(text);
    ensure(size + Short.BYTES + length);
    SHORT.set(bytes, size, (short) length);
    System.arraycopy(text, 0, bytes, size + Short.BYTES, length);
    size += Short.BYTES + length;
    return this;
  }

  /// Ends the record that was begun last.
  ///
  /// @throws IllegalStateException when it lacks a field
  public void end() {
    if (textsWritten != layout.texts() || lacksNumbers()) {
      throw new IllegalStateException("record " + layout.code() + " lacks a field");
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

  /// Takes the place of the record's next number.
  private int next(Field field, int width) {
    int at = size;
    if (layout.number(at - start) != field || field.width() != width) {
      throw misplaced(field, width);
    }
    size = at + width;
    return at;
  }

  private boolean lacksNumbers() {
    return textsWritten == 0 && size - start != layout.fixedBytes();
  }

  private IllegalArgumentException misplaced(Field field, int width) {
    return new IllegalArgumentException(
        "field "
            + field
            + (width == Field.TEXT ? " as a text" : " in " + width + " bytes")
            + " is not the next one of record "
            + layout.code());
  }

  private static int fitting(Field field, int value, int narrowed) {
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
