package trading.api.event;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import trading.api.Reason;

/// Seeded random events of every kind, made from the records' own components.
final class RandomEvents {
  private static final int MAX_TEXT_BYTES = 2_000;

  private final Random random;

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  /// {@return the record class of every kind of event, in the order of the sealed interface}
  static List<Class<?>> kinds() {
    return Arrays.asList(Event.class.getPermittedSubclasses());
  }

  Event any() {
    return of(kinds().get(random.nextInt(kinds().size())));
  }

  Event of(Class<?> kind) {
    return (Event) record(kind);
  }

  private Object record(Class<?> kind) {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(types[i]);
    }
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(kind + " cannot be made", e);
    }
  }

  private Object value(Class<?> type) {
    if (type == long.class) {
      return number(Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong());
    }
    if (type == int.class) {
      return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt());
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type == String.class) {
      return text();
    }
    if (type == Reason.class) {
      return Reason.values()[random.nextInt(Reason.values().length)];
    }
    Object[] constants = type.getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  private long number(long min, long max, long middle) {
    return switch (random.nextInt(5)) {
      case 0 -> min;
      case 1 -> max;
      case 2 -> 0;
      case 3 -> random.nextInt(-1_000, 1_000);
      default -> middle;
    };
  }

  private String text() {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "x".repeat(MAX_TEXT_BYTES);
      case 2 -> "ठ".repeat(random.nextInt(MAX_TEXT_BYTES / 3));
      case 3 -> "😀₹é".repeat(random.nextInt(20));
      default -> "trader_" + random.nextInt(1_000);
    };
  }
}
