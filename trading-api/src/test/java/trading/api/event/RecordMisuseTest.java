package trading.api.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordMisuseTest {
  private static final Layout PERSON =
      Layout.of(5, Field.ACCOUNT, Field.SIDE, Field.REASON, Field.ACCOUNT_NAME, Field.SENTENCE);

  private final RecordBuffer buffer = new RecordBuffer();

  @Test
  void aRecordIsReadAsItWasWritten() {
    RecordCursor cursor = written();

    assertTrue(cursor.next());
    assertEquals(PERSON.code(), cursor.layout().code());
    assertEquals(8, cursor.seq());
    assertEquals(9, cursor.atNanos());
    assertEquals(-7, cursor.value(Field.ACCOUNT));
    assertEquals(-1, cursor.value(Field.SIDE));
    assertEquals(301, cursor.value(Field.REASON));
    assertEquals("who", cursor.text(Field.ACCOUNT_NAME));
    assertEquals("why", cursor.text(Field.SENTENCE));
    assertFalse(cursor.next());
  }

  @Test
  void theRecordThatWasEndedLastIsReadAlone() {
    written();
    begun().putText(Field.ACCOUNT_NAME, "another").putText(Field.SENTENCE, "").end();
    RecordCursor cursor = new RecordCursor(List.of(PERSON));

    cursor.wrapLast(buffer);

    assertEquals(10, cursor.seq());
    assertEquals(12, cursor.value(Field.ACCOUNT));
    assertEquals("another", cursor.text(Field.ACCOUNT_NAME));
    assertEquals(buffer.size(), cursor.start() + cursor.length());
    assertFalse(cursor.next());
  }

  @Test
  void aRecordOfAnotherKindOrNoneIsNotRead() {
    RecordCursor cursor = new RecordCursor(List.of(PERSON));
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(buffer));
    buffer.begin(Layout.of(6, Field.ACCOUNT), 1, 1).putInt(Field.ACCOUNT, 1).end();
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(buffer));
    buffer.begin(Layout.of(5, Field.ACCOUNT), 1, 1).putInt(Field.ACCOUNT, 1).end();
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(buffer));

    written();
    cursor.wrapLast(buffer);
    RecordBuffer more = new RecordBuffer();
    more.append(buffer);
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(more));
    buffer.clear();
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(buffer));
  }

  @Test
  void onlyTheNextFieldIsTaken() {
    buffer.begin(PERSON, 1, 1);
    refused(() -> buffer.putLong(Field.LOTS, 1));
    refused(() -> buffer.putByte(Field.SIDE, 1));
    refused(() -> buffer.putText(Field.ACCOUNT_NAME, "who"));

    buffer.putInt(Field.ACCOUNT, 1);
    refused(() -> buffer.putInt(Field.ACCOUNT, 1));
    refused(() -> buffer.putShort(Field.REASON, 1));
    buffer.putByte(Field.SIDE, 1).putShort(Field.REASON, 1);
    refused(() -> buffer.putText(Field.SENTENCE, "why"));

    buffer.putText(Field.ACCOUNT_NAME, "who").putText(Field.SENTENCE, "why");
    refused(() -> buffer.putText(Field.SENTENCE, "why"));
    buffer.end();
  }

  @Test
  void aFieldIsTakenInItsWidthOnly() {
    buffer.begin(PERSON, 1, 1);
    refused(() -> buffer.putLong(Field.ACCOUNT, 1));
    refused(() -> buffer.putShort(Field.ACCOUNT, 1));
    refused(() -> buffer.putByte(Field.ACCOUNT, 1));
    refused(() -> buffer.putText(Field.ACCOUNT, "1"));

    buffer.putInt(Field.ACCOUNT, 1).putByte(Field.SIDE, 1).putShort(Field.REASON, 1);
    refused(() -> buffer.putInt(Field.ACCOUNT_NAME, 1));
  }

  @Test
  void readingAFieldThatTheRecordLacksIsRefused() {
    RecordCursor cursor = written();
    cursor.next();

    refused(() -> cursor.value(Field.LOTS));
    refused(() -> cursor.value(Field.SENTENCE));
    refused(() -> cursor.text(Field.RULE));
    refused(() -> cursor.text(Field.ACCOUNT));
  }

  @Test
  void aNumberThatDoesNotFitItsWidthIsRefused() {
    for (int wide : new int[] {128, -129, 1 << 30}) {
      buffer.begin(PERSON, 1, 1).putInt(Field.ACCOUNT, 1);
      refused(() -> buffer.putByte(Field.SIDE, wide));
    }
    for (int wide : new int[] {32_768, -32_769, 1 << 30}) {
      buffer.begin(PERSON, 1, 1).putInt(Field.ACCOUNT, 1).putByte(Field.SIDE, 1);
      refused(() -> buffer.putShort(Field.REASON, wide));
    }
  }

  @Test
  void aRecordThatLacksAFieldCannotEnd() {
    assertThrows(IllegalStateException.class, () -> buffer.begin(PERSON, 1, 1).end());
    assertThrows(IllegalStateException.class, () -> begun().end());
    assertThrows(
        IllegalStateException.class, () -> begun().putText(Field.ACCOUNT_NAME, "who").end());
  }

  @Test
  void nothingCanBePutBeforeARecordBegins() {
    refused(() -> buffer.putInt(Field.ACCOUNT, 1));
    refused(() -> buffer.putText(Field.SENTENCE, "x"));
  }

  @Test
  void nothingCanBeReadBeforeTheFirstRecord() {
    refused(() -> written().value(Field.ACCOUNT));
    refused(() -> written().text(Field.SENTENCE));
  }

  @Test
  void aLayoutOutsideItsBoundsIsRefused() {
    refused(() -> Layout.of(0, Field.ACCOUNT));
    refused(() -> Layout.of(128, Field.ACCOUNT));
    refused(() -> Layout.of(-1, Field.ACCOUNT));
    refused(() -> Layout.of(1, Field.ACCOUNT, Field.ACCOUNT));
    refused(() -> Layout.of(1, Field.SENTENCE, Field.SENTENCE));
    refused(() -> Layout.of(1, Field.SENTENCE, Field.ACCOUNT));
  }

  @Test
  void aBufferGrowsAndIsReused() {
    String text = "y".repeat(1_500);
    for (int round = 0; round < 3; round++) {
      buffer.clear();
      for (int i = 0; i < 100; i++) {
        buffer.begin(PERSON, i, 1).putInt(Field.ACCOUNT, i);
        buffer.putByte(Field.SIDE, 0).putShort(Field.REASON, 0);
        buffer.putText(Field.ACCOUNT_NAME, text).putText(Field.SENTENCE, "s" + i).end();
      }
      RecordCursor cursor = cursor();
      for (int i = 0; i < 100; i++) {
        assertTrue(cursor.next());
        assertEquals(i, cursor.value(Field.ACCOUNT));
        assertEquals("s" + i, cursor.text(Field.SENTENCE));
      }
      assertFalse(cursor.next());
    }
  }

  private RecordCursor written() {
    buffer.clear();
    buffer
        .begin(PERSON, 8, 9)
        .putInt(Field.ACCOUNT, -7)
        .putByte(Field.SIDE, -1)
        .putShort(Field.REASON, 301)
        .putText(Field.ACCOUNT_NAME, "who")
        .putText(Field.SENTENCE, "why")
        .end();
    return cursor();
  }

  /// Begins a record that lacks its texts.
  private RecordBuffer begun() {
    return buffer
        .begin(PERSON, 10, 11)
        .putInt(Field.ACCOUNT, 12)
        .putByte(Field.SIDE, 0)
        .putShort(Field.REASON, 0);
  }

  private RecordCursor cursor() {
    RecordCursor cursor = new RecordCursor(List.of(PERSON));
    cursor.wrap(buffer.array(), 0, buffer.size());
    return cursor;
  }

  private static void refused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }
}
