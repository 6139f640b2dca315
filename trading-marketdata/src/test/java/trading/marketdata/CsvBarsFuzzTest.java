package trading.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trading.api.BadInputException;

class CsvBarsFuzzTest {
  private static final int RUNS = 1_500;
  private static final byte[] TELLING =
      "0189.,-\"\n\r \tnul:Z\0".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void mutatedFilesLoadOrAreBadInput() {
    List<String> texts = List.of(CsvText.DAILY, CsvText.MINUTE, CsvText.PLAIN);
    int loaded = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      byte[] bytes = texts.get(random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
      boolean packed = random.nextInt(4) == 0;
      bytes = mutate(random, packed ? CsvText.gzip(bytes) : bytes);
      loaded += load(seed, CsvText.write(folder, "bars.csv", bytes)) ? 1 : 0;
    }
    assertTrue(loaded > RUNS / 50, "only " + loaded + " mutated files loaded");
    assertTrue(loaded < RUNS / 2, loaded + " mutated files loaded");
  }

  private static boolean load(long seed, Path file) {
    try (CsvBars bars = CsvBars.open(file, CsvText.ACME)) {
      List<BarCell> loaded = Recorder.drain(bars).bars;
      assertSound(seed, loaded);
      return true;
    } catch (BadInputException e) {
      assertTrue(e.getMessage().startsWith("bars.csv"), "seed " + seed + ": " + e.getMessage());
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /// What loads is data that the hub takes, bar by bar.
  private static void assertSound(long seed, List<BarCell> loaded) {
    MarketDataHub hub = MarketDataHub.of(ZoneOffset.UTC);
    assertTrue(!loaded.isEmpty(), "seed " + seed);
    loaded.forEach(hub::onBar);
    assertEquals(1, hub.quotes().size(), "seed " + seed);
  }

  private static byte[] mutate(Random random, byte[] bytes) {
    byte[] result = bytes;
    for (int i = random.nextInt(3); i >= 0; i--) {
      result = mutateOnce(random, result);
    }
    return result;
  }

  private static byte[] mutateOnce(Random random, byte[] bytes) {
    int at = random.nextInt(Math.max(1, bytes.length - 1));
    byte[] result = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> result[at] = (byte) random.nextInt(256);
      case 1 -> result[at] = TELLING[random.nextInt(TELLING.length)];
      case 2 -> System.arraycopy(bytes, at + 1, result, at, bytes.length - at - 1);
      default -> result = Arrays.copyOf(bytes, at + 1);
    }
    return result;
  }
}
