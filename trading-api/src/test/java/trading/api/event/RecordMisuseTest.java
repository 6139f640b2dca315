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
    buffer.begin(PERSON, 10, 11).put(Field.ACCOUNT, 12);
    buffer.put(Field.ACCOUNT_NAME, "another").put(Field.SENTENCE, "").end();
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
    buffer.begin(Layout.of(6, Field.ACCOUNT), 1, 1).end();
    assertThrows(IllegalStateException.class, () -> cursor.wrapLast(buffer));
    buffer.begin(Layout.of(5, Field.ACCOUNT), 1, 1).end();
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
  void numbersThatWereNotSetAreZero() {
    buffer.begin(PERSON, 1, 1).put(Field.ACCOUNT_NAME, "").put(Field.SENTENCE, "").end();
    RecordCursor cursor = cursor();
    cursor.next();

    assertEquals(0, cursor.value(Field.ACCOUNT));
    assertEquals(0, cursor.value(Field.REASON));
  }

  @Test
  void aFieldThatTheRecordLacksIsRefused() {
    buffer.begin(PERSON, 1, 1);

    refused(() -> buffer.put(Field.LOTS, 1));
    refused(() -> buffer.put(Field.RULE, "x"));
  }

  @Test
  void aTextIsNoNumberAndANumberNoText() {
    buffer.begin(PERSON, 1, 1);

    refused(() -> buffer.put(Field.SENTENCE, 1));
    refused(() -> buffer.put(Field.ACCOUNT, "1"));
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
    buffer.begin(PERSON, 1, 1);

    for (long wide : new long[] {128, -129, 1L << 40}) {
      refused(() -> buffer.put(Field.SIDE, wide));
    }
    for (long wide : new long[] {32_768, -32_769, 1L << 40}) {
      refused(() -> buffer.put(Field.REASON, wide));
    }
    for (long wide : new long[] {1L << 31, -(1L << 31) - 1}) {
      refused(() -> buffer.put(Field.ACCOUNT, wide));
    }
  }

  @Test
  void textsOutOfOrderOrTwiceAreRefused() {
    buffer.begin(PERSON, 1, 1);
    refused(() -> buffer.put(Field.SENTENCE, "why"));

    buffer.put(Field.ACCOUNT_NAME, "who");
    refused(() -> buffer.put(Field.ACCOUNT_NAME, "who"));
  }

  @Test
  void aRecordThatLacksATextCannotEnd() {
    buffer.begin(PERSON, 1, 1).put(Field.ACCOUNT_NAME, "who");

    assertThrows(IllegalStateException.class, buffer::end);
  }

  @Test
  void nothingCanBePutBeforeARecordBegins() {
    refused(() -> buffer.put(Field.ACCOUNT, 1));
    refused(() -> buffer.put(Field.SENTENCE, "x"));
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
        buffer.begin(PERSON, i, 1).put(Field.ACCOUNT, i);
        buffer.put(Field.ACCOUNT_NAME, text).put(Field.SENTENCE, "s" + i).end();
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
        .put(Field.REASON, 301)
        .put(Field.ACCOUNT, -7)
        .put(Field.ACCOUNT_NAME, "who")
        .put(Field.SENTENCE, "why")
        .put(Field.SIDE, -1)
        .end();
    return cursor();
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
