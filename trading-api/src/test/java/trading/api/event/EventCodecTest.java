package trading.api.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trading.api.Reason;

class EventCodecTest {
  private static final long SEED = 20_260_101;

  static Stream<Class<?>> kinds() {
    return RandomEvents.kinds().stream();
  }

  @Test
  void everyKindOfEventHasARecordAndANumber() {
    List<String> records =
        kinds()
            .map(each -> each == Event.OrderTermed.class ? "OrderTerms" : each.getSimpleName())
            .map(each -> each.replaceAll("(?<=.)([A-Z])", "_$1"))
            .toList();

    assertEquals(
        Stream.of(EventType.values()).map(EventType::name).toList(),
        records.stream().map(each -> each.toUpperCase(java.util.Locale.ROOT)).toList());
    assertEquals(
        EventType.values().length,
        Stream.of(EventType.values()).map(each -> each.layout().code()).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindComesBackAsItWas(Class<?> kind) {
    RandomEvents events = new RandomEvents(SEED);
    for (int i = 0; i < 2_000; i++) {
      Event event = events.of(kind);

      List<Event> decoded = decode(encode(event));

      assertEquals(List.of(event), decoded, "seed " + SEED + ", event " + i);
    }
  }

  @Test
  void manyEventsShareABuffer() {
    RandomEvents random = new RandomEvents(SEED);
    List<Event> events = Stream.generate(random::any).limit(5_000).toList();

    assertEquals(events, decode(encode(events)), "seed " + SEED);
  }

  @Test
  void appendedBuffersAreOneBuffer() {
    RandomEvents random = new RandomEvents(SEED);
    List<Event> events = Stream.generate(random::any).limit(100).toList();
    RecordBuffer whole = new RecordBuffer();
    RecordBuffer part = new RecordBuffer();
    for (Event event : events) {
      part.clear();
      EventCodec.encode(event, part);
      whole.append(part);
    }

    assertArrayEquals(encode(events), Arrays.copyOf(whole.array(), whole.size()));
  }

  @Test
  void theViewTellsWhereItsBytesAre() {
    RandomEvents random = new RandomEvents(SEED);
    List<Event> events = Stream.generate(random::any).limit(200).toList();
    byte[] bytes = encode(events);
    EventCursor cursor = new EventCursor().wrap(bytes, 0, bytes.length);

    for (Event event : events) {
      assertTrue(cursor.next());
      assertEquals(event.seq(), cursor.seq());
      assertEquals(event.atNanos(), cursor.atNanos());
      int end = cursor.start() + cursor.length();
      assertArrayEquals(encode(event), Arrays.copyOfRange(cursor.array(), cursor.start(), end));
    }
    assertFalse(cursor.next());
  }

  @Test
  void longTextIsCutAtACharacter() {
    String sentence = "x".repeat(1_999) + "₹ and more";

    Event decoded =
        decode(encode(new Event.CancelRejected(1, 2, 3, 4, Reason.UNKNOWN_ORDER, sentence)))
            .getFirst();

    assertEquals(
        new Event.CancelRejected(1, 2, 3, 4, Reason.UNKNOWN_ORDER, "x".repeat(1_999)), decoded);
  }

  @Test
  void bytesThatEndAnywhereAreRefused() {
    RandomEvents random = new RandomEvents(SEED);
    for (Class<?> kind : RandomEvents.kinds()) {
      Event first = random.of(kind);
      Event second = random.of(kind);
      byte[] bytes = encode(List.of(first, second));
      int boundary = encode(first).length;
      for (int length = 1; length < bytes.length; length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        if (length == boundary) {
          assertEquals(List.of(first), decode(cut));
        } else {
          assertDamaged(cut, kind + " cut at " + length);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unknownKindsAreRefused(Class<?> kind) {
    byte[] bytes = encode(new RandomEvents(SEED).of(kind));
    for (int code : new int[] {0, EventType.values().length + 1, 127, -1, -128}) {
      bytes[Layout.CODE_OFFSET] = (byte) code;

      assertDamaged(bytes, kind + " with code " + code);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aWrongLengthIsRefused(Class<?> kind) {
    RandomEvents random = new RandomEvents(SEED);
    byte[] bytes = encode(List.of(random.of(kind), random.of(kind)));
    int length = (int) RecordBuffer.INT.get(bytes, 0);
    for (int wrong :
        new int[] {
          0, -1, 1, length - 1, length + 1, length + 4, bytes.length, Integer.MAX_VALUE, 1 << 31
        }) {
      RecordBuffer.INT.set(bytes, 0, wrong);

      assertDamaged(bytes, kind + " with length " + wrong + " instead of " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bytesBehindTheLastFieldAreRefused(Class<?> kind) {
    byte[] bytes = encode(new RandomEvents(SEED).of(kind));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 3);
    RecordBuffer.INT.set(longer, 0, longer.length - Integer.BYTES);

    assertDamaged(longer, kind + " with three bytes more");
  }

  @Test
  void flippedBitsGiveAnotherEventOrARefusal() {
    RandomEvents random = new RandomEvents(SEED);
    Random flips = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = encode(random.of(RandomEvents.kinds().get(i % RandomEvents.kinds().size())));
      int at = flips.nextInt(Math.min(bytes.length, 100));
      bytes[at] ^= (byte) (1 << flips.nextInt(8));
      try {
        assertEquals(1, decode(bytes).size());
      } catch (IllegalStateException _) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + SEED + ", event " + i + ", byte " + at, e);
      }
    }
    assertTrue(refused > 5_000, "refused " + refused);
  }

  @Test
  void aDamagedRecordStaysDamaged() {
    byte[] bytes = encode(new RandomEvents(SEED).of(Event.AccountOpened.class));
    bytes[Layout.CODE_OFFSET] = 0;
    EventCursor cursor = new EventCursor().wrap(bytes, 0, bytes.length);

    assertThrows(IllegalStateException.class, cursor::next);
    assertThrows(IllegalStateException.class, cursor::next);
  }

  @Test
  void aFlagThatIsNeitherIsRefused() {
    for (Field flag : List.of(Field.POST_ONLY, Field.REDUCE_ONLY)) {
      byte[] bytes = encode(new RandomEvents(SEED).of(Event.OrderTermed.class));
      bytes[EventType.ORDER_TERMS.layout().offset(flag)] = 2;

      assertDamaged(bytes, flag + " of 2");
    }
  }

  private static void assertDamaged(byte[] bytes, String what) {
    assertThrows(IllegalStateException.class, () -> decode(bytes), what);
  }

  static byte[] encode(Event event) {
    return encode(List.of(event));
  }

  static byte[] encode(List<Event> events) {
    RecordBuffer buffer = new RecordBuffer();
    events.forEach(each -> EventCodec.encode(each, buffer));
    return Arrays.copyOf(buffer.array(), buffer.size());
  }

  static List<Event> decode(byte[] bytes) {
    EventCursor cursor = new EventCursor().wrap(bytes, 0, bytes.length);
    List<Event> events = new ArrayList<>();
    while (cursor.next()) {
      events.add(EventCodec.decode(cursor));
    }
    return events;
  }
}
