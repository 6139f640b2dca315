package trading.api.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where the fields of one kind of record stand: numbers first, then texts, each in the given
/// order.
///
/// Encoding, little-endian: length u32 (of all that follows), code u8, seq i64, atNanos i64, the
/// numbers in their widths, then each text as length u16 and UTF-8 bytes.
public final class Layout {
  static final int CODE_OFFSET = 4;
  static final int SEQ_OFFSET = 5;
  static final int AT_OFFSET = 13;
  static final int HEADER_BYTES = 21;

  static final int WIDTH_BITS = 4;
  static final int WIDTH = (1 << WIDTH_BITS) - 1;

  private static final int ABSENT = -1;

  /// What buffers and cursors have before their first record.
  static final Layout NONE = new Layout(0);

  private final int code;

  /// Per field where it stands, and its width in the lowest bits: one look for both.
  private final int[] places = new int[Field.values().length];

  private final int[] textIndex = new int[Field.values().length];

  /// By offset, the number that begins there.
  private final @Nullable Field[] numbers;

  private final Field[] texts;
  private final int fixedBytes;

  private Layout(int code, Field... fields) {
    this.code = code;
    Arrays.fill(places, ABSENT);
    Arrays.fill(textIndex, ABSENT);
    int offset = HEADER_BYTES;
    int text = 0;
    for (Field field : fields) {
      boolean isText = field.width() == Field.TEXT;
      if (places[field.ordinal()] != ABSENT
          || textIndex[field.ordinal()] != ABSENT
          || (text > 0 && !isText)) {
        throw new IllegalArgumentException(
            "record " + code + " must have numbers before texts, each once, was " + field);
      }
      if (isText) {
        textIndex[field.ordinal()] = text++;
      } else {
        places[field.ordinal()] = offset << WIDTH_BITS | field.width();
        offset += field.width();
      }
    }
    fixedBytes = offset;
    texts = Arrays.copyOfRange(fields, fields.length - text, fields.length);
    numbers = new Field[offset];
    for (Field field : fields) {
      if (field.width() != Field.TEXT) {
        numbers[offset(field)] = field;
      }
    }
  }

  /// {@return the layout of a kind of record}
  ///
  /// @param code its number, 1..127, stable
  /// @param fields its fields; numbers before texts, each once
  /// @throws IllegalArgumentException when number or fields are not so
  public static Layout of(int code, Field... fields) {
    if (code < 1 || code > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("number of a record must be 1..127, was " + code);
    }
    return new Layout(code, fields);
  }

  /// {@return the number of this kind of record}
  public int code() {
    return code;
  }

  /// {@return the number that begins at an offset; null when there is none}
  @Nullable Field number(int offset) {
    return offset < numbers.length ? numbers[offset] : null;
  }

  /// {@return the text at an index; null when there is none}
  @Nullable Field text(int index) {
    return index < texts.length ? texts[index] : null;
  }

  /// {@return where a number stands, shifted by [#WIDTH_BITS], and its width}
  int place(Field field) {
    int place = places[field.ordinal()];
    if (place == ABSENT) {
      throw new IllegalArgumentException("record " + code + " has no number " + field);
    }
    return place;
  }

  /// {@return where a number stands}
  int offset(Field field) {
    return place(field) >> WIDTH_BITS;
  }

  int textIndex(Field field) {
    int index = textIndex[field.ordinal()];
    if (index == ABSENT) {
      throw new IllegalArgumentException("record " + code + " has no text " + field);
    }
    return index;
  }

  int fixedBytes() {
    return fixedBytes;
  }

  int texts() {
    return texts.length;
  }
}
