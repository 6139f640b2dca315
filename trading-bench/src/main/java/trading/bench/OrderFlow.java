package trading.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A recorded flow of commands in flat columns, read before anything is timed.
///
/// The layout of the file stands at [trading.client.FlowReplay].
final class OrderFlow {
  static final int LIMIT = 0;
  static final int IMMEDIATE = 1;
  static final int CANCEL = 2;
  static final int REDUCE = 3;

  private static final int RECORD_BYTES = 20;

  final byte[] operations;
  final byte[] sides;
  final int[] users;
  final int[] ids;
  final int[] prices;
  final int[] sizes;
  final int fill;

  /// The flows beside the project, each with what fills the book before it is measured.
  enum Kind {
    /// 2,100 orders on 340 levels near the touch.
    C_EQUITY(3_000),
    /// 98,000 orders on 25,600 levels.
    B_DEEP(100_000),
    /// 980 orders, seven in ten commands move one.
    M_MOVES(1_000);

    private final int fill;

    Kind(int fill) {
      this.fill = fill;
    }

    /// {@return the flow's file in `shared/data/flows` above the working folder, if it is there}
    Optional<Path> file() {
      for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
        Path file = at.resolve("shared/data/flows").resolve(fileName());
        if (Files.exists(file)) {
          return Optional.of(file);
        }
      }
      return Optional.empty();
    }

    /// Stops a command whose flows are not there.
    static void requireAll(PeerCommand command) {
      for (Kind kind : values()) {
        if (kind.file().isEmpty()) {
          throw command.bad(
              "the flow shared/data/flows/"
                  + kind.fileName()
                  + " must lie in the working folder or above it, "
                  + Path.of("").toAbsolutePath());
        }
      }
    }

    private String fileName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".bin.gz";
    }

    OrderFlow read() {
      Path file =
          file()
              .orElseThrow(() ->
                  new IllegalStateException("the flow " + this + " is not beside the project"));
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        return new OrderFlow(in.readAllBytes(), fill);
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
  }

  OrderFlow(byte[] file, int fill) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = file.length / RECORD_BYTES;
    this.fill = fill;
    operations = new byte[count];
    sides = new byte[count];
    users = new int[count];
    ids = new int[count];
    prices = new int[count];
    sizes = new int[count];
    for (int i = 0; i < count; i++) {
      int at = i * RECORD_BYTES;
      operations[i] = in.get(at);
      sides[i] = in.get(at + 1);
      users[i] = Short.toUnsignedInt(in.getShort(at + 2));
      ids[i] = in.getInt(at + 4);
      prices[i] = in.getInt(at + 8);
      sizes[i] = in.getInt(at + 12);
    }
  }

  private OrderFlow(OrderFlow from, int[] users, int[] commands, int fill) {
    this.fill = fill;
    this.users = users;
    int count = commands.length;
    operations = new byte[count];
    sides = new byte[count];
    ids = new int[count];
    prices = new int[count];
    sizes = new int[count];
    for (int i = 0; i < count; i++) {
      operations[i] = from.operations[commands[i]];
      sides[i] = from.sides[commands[i]];
      ids[i] = from.ids[commands[i]];
      prices[i] = from.prices[commands[i]];
      sizes[i] = from.sizes[commands[i]];
    }
  }

  /// {@return some of the commands}
  ///
  /// @param commands their numbers, ascending
  /// @param newFill how many of them fill the book
  OrderFlow only(int[] commands, int newFill) {
    int[] kept = Arrays.stream(commands).map(i -> users[i]).toArray();
    return new OrderFlow(this, kept, commands, newFill);
  }

  /// {@return the same commands of other users}
  OrderFlow with(int[] newUsers) {
    return new OrderFlow(this, newUsers, IntStream.range(0, count()).toArray(), fill);
  }

  /// {@return the number of the last user; they count from 1}
  int accounts() {
    return Arrays.stream(users).max().orElse(0);
  }

  /// {@return one more than the highest number of an order}
  int orders() {
    return Arrays.stream(ids).max().orElse(-1) + 1;
  }

  int count() {
    return operations.length;
  }
}
