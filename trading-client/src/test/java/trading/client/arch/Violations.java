package trading.client.arch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/// Code that breaks one rule each: proof that the rules can fail.
final class Violations {
  private Violations() {}

  record CallsNanoTime() {
    long now() {
      return System.nanoTime();
    }
  }

  record RefersToCurrentTimeMillis() {
    LongSupplier clock() {
      return System::currentTimeMillis;
    }
  }

  record AsksInstantNow() {
    Instant now() {
      return Instant.now();
    }
  }

  record AsksLocalDateNow() {
    LocalDate today() {
      return LocalDate.now();
    }
  }

  record TakesTheSystemClock() {
    Object clock() {
      return java.time.Clock.systemUTC();
    }
  }

  record KeepsRandom(Random random) {}

  record AsksThreadLocalRandom() {
    long draw() {
      return ThreadLocalRandom.current().nextLong();
    }
  }

  record AsksRandomUuid() {
    UUID id() {
      return UUID.randomUUID();
    }
  }

  record Shuffles() {
    void shuffle(List<String> list) {
      Collections.shuffle(list);
    }
  }

  record MakesHashMap() {
    Map<String, String> map() {
      return new HashMap<>();
    }
  }

  record MakesIdentityHashMap() {
    Object map() {
      return new IdentityHashMap<String, String>();
    }
  }

  record KeepsConcurrentHashMap(ConcurrentHashMap<String, String> map) {}

  record AsksIdentityHash() {
    int hash() {
      return System.identityHashCode(this);
    }
  }

  record MakesSetOf() {
    Set<String> set() {
      return Set.of("a", "b");
    }
  }

  record FormatsByDefaultLocale() {
    String format(long value) {
      return String.format("%d", value);
    }
  }

  record LowersByDefaultLocale() {
    String lower(String text) {
      return text.toLowerCase();
    }
  }

  record KeepsDouble(double value) {}

  record TakesFloatArray() {
    int size(float[] values) {
      return values.length;
    }
  }

  record CallsMathFloor() {
    long floor(long a) {
      return (long) Math.floor(a);
    }
  }

  record ComputesWithLocalDouble() {
    long half(long a) {
      return (long) (a * 0.5);
    }
  }

  record CallsMathExp() {
    double grow(double a) {
      return Math.exp(a);
    }
  }

  record LoadsServices() {
    Object services() {
      return ServiceLoader.load(Runnable.class);
    }
  }

  record PrintsToStandardOutput() {
    void print() {
      System.out.println();
    }
  }
}
