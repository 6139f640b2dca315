package trading.client.replay;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import trading.api.BadInputException;
import trading.api.Side;
import trading.core.OrderBook;

/// Plays the messages of a LOBSTER message file through an order book, order by order.
///
/// Nothing is matched: an execution takes its lots off the order that it names. An order that came
/// before the file has no id here; what is said of it is taken off an order without a name at its
/// price, which the first row of the order book file puts there. A hidden execution changes no
/// order, and a halt none either. Both files may be packed by gzip and may have a header.
public final class LobsterReplay {
  private static final long RESUMED = 1;

  private final ReplayBook kind;
  private final long[] messages = new long[LobsterMessages.Type.values().length];
  private OrderBook book;
  private long strangers;
  private long known;
  private long atBest;
  private long oldest;
  private long first;
  private long whileHalted;
  private boolean halted;

  /// The executions of orders that rested visibly.
  ///
  /// @param all how many
  /// @param known of these, how many of an order that the file has brought
  /// @param atBest of the known, how many at the best price of its side
  /// @param oldest of these, how many of the order with the lowest id there: ids are given out as
  ///   orders arrive, also to those that show themselves later
  /// @param first how many of the order that showed itself first there
  /// @param whileHalted how many between a halt and the resumption
  public record Executions(
      long all, long known, long atBest, long oldest, long first, long whileHalted) {}

  /// How the book compares with the rows of the order book file, without the first one.
  ///
  /// @param levels the levels that were compared, from the best on
  /// @param rows the rows
  /// @param undeterminable of these, how many cannot be told from the row before: a level went, and
  ///   what came into view behind it is not known
  /// @param equal of the others, how many are equal
  /// @param firstDifference where the first one differs, for people
  public record Check(
      int levels, long rows, long undeterminable, long equal, Optional<String> firstDifference) {

    /// {@return the rows that can be told}
    public long determinable() {
      return rows - undeterminable;
    }

    /// {@return whether all rows that can be told are equal}
    public boolean passed() {
      return equal == determinable();
    }
  }

  /// What came of a file.
  ///
  /// @param messages the messages
  /// @param newOrders messages of type 1
  /// @param partialCancels messages of type 2
  /// @param deletions messages of type 3
  /// @param hiddenExecutions messages of type 5, prints only
  /// @param crossTrades messages of type 6, prints only
  /// @param halts messages of type 7: halts and what ends them
  /// @param strangers the messages about an order that is not in the book, with or without a name
  /// @param executions messages of type 4
  /// @param check the comparison, if one was asked for
  public record Result(
      long messages,
      long newOrders,
      long partialCancels,
      long deletions,
      long hiddenExecutions,
      long crossTrades,
      long halts,
      long strangers,
      Executions executions,
      Optional<Check> check) {}

  private LobsterReplay(ReplayBook kind) {
    this.kind = kind;
    this.book = open();
  }

  /// {@return what comes of a message file alone, with an empty book at its start}
  ///
  /// @param messages the message file
  /// @param kind the book to use
  /// @throws BadInputException when the file cannot be read as such messages
  public static Result run(Path messages, ReplayBook kind) {
    LobsterReplay replay = new LobsterReplay(kind);
    try (LobsterMessages from = LobsterMessages.open(messages)) {
      while (from.next()) {
        replay.apply(from);
      }
    }
    return replay.result(Optional.empty());
  }

  /// {@return what comes of a message file whose order book file is compared row by row}
  ///
  /// @param messages the message file
  /// @param depth the order book file, a row after each message
  /// @param levels how many levels to compare; all that the file has when absent
  /// @param oneStep whether the book is filled anew from each row, not from the first one alone
  /// @param kind the book to use
  /// @throws BadInputException when a file cannot be read as such, or has not that many levels
  public static Result check(
      Path messages, Path depth, OptionalInt levels, boolean oneStep, ReplayBook kind) {
    LobsterReplay replay = new LobsterReplay(kind);
    try (LobsterMessages from = LobsterMessages.open(messages);
        LobsterDepth rows = LobsterDepth.open(depth)) {
      return replay.result(Optional.of(replay.compare(from, rows, levels, oneStep)));
    }
  }

  private Check compare(
      LobsterMessages from, LobsterDepth rows, OptionalInt wanted, boolean oneStep) {
    if (!from.next() || !rows.next()) {
      throw rows.bad("both files must have a first row");
    }
    count(from);
    int levels = wanted.orElse(rows.levels());
    if (levels < 1 || levels > rows.levels()) {
      throw rows.bad("levels must be 1.." + rows.levels() + ", was " + levels);
    }
    LobsterComparison comparison = new LobsterComparison(levels, oneStep);
    seed(rows);
    comparison.seeded(rows);
    while (from.next()) {
      apply(from);
      if (!rows.next()) {
        throw from.bad("the order book file has no row of this message");
      }
      comparison.compare(book, rows);
      if (oneStep) {
        book = open();
        seed(rows);
        comparison.seeded(rows);
      }
    }
    if (rows.next()) {
      throw rows.bad("the message file has no message of this row");
    }
    return comparison.result();
  }

  private OrderBook open() {
    return kind.open((_, _, _) -> {});
  }

  private void seed(LobsterDepth row) {
    for (Side side : Side.values()) {
      for (int level = 0; level < row.levels(side); level++) {
        long price = row.price(side, level);
        book.rest(side, nameless(side, price), 0, price, row.lots(side, level));
      }
    }
  }

  /// {@return the id of the order without a name at a price; orders with one have positive ids}
  private static long nameless(Side side, long price) {
    return -(2 * price + side.ordinal());
  }

  private void count(LobsterMessages message) {
    messages[message.type().ordinal()]++;
  }

  private void apply(LobsterMessages message) {
    count(message);
    try {
      switch (message.type()) {
        case NEW ->
            book.rest(message.side(), message.orderId(), 0, message.price(), message.size());
        case PARTIAL_CANCEL, DELETION -> reduce(message);
        case EXECUTION -> execute(message);
        case HIDDEN_EXECUTION, CROSS_TRADE -> {}
        case HALT -> halted = message.price() != RESUMED;
      }
    } catch (BadInputException e) {
      throw message.bad(Objects.requireNonNull(e.getMessage()));
    }
  }

  private void execute(LobsterMessages message) {
    long orderId = message.orderId();
    whileHalted += halted ? 1 : 0;
    if (book.lots(orderId) > 0) {
      known++;
      if (book.priceTicks(orderId) == book.bestTicks(message.side())) {
        atBest++;
        first += book.isFirst(orderId) ? 1 : 0;
        oldest += isOldest(message) ? 1 : 0;
      }
    }
    reduce(message);
  }

  private boolean isOldest(LobsterMessages message) {
    boolean[] older = {false};
    book.queue(message.side(), message.price(), (id, _, _) -> older[0] |= id < message.orderId());
    return !older[0];
  }

  private void reduce(LobsterMessages message) {
    if (book.reduce(message.orderId(), message.size()) == 0
        && book.reduce(nameless(message.side(), message.price()), message.size()) == 0) {
      strangers++;
    }
  }

  private Result result(Optional<Check> check) {
    long all = 0;
    for (long count : messages) {
      all += count;
    }
    return new Result(
        all,
        messages(LobsterMessages.Type.NEW),
        messages(LobsterMessages.Type.PARTIAL_CANCEL),
        messages(LobsterMessages.Type.DELETION),
        messages(LobsterMessages.Type.HIDDEN_EXECUTION),
        messages(LobsterMessages.Type.CROSS_TRADE),
        messages(LobsterMessages.Type.HALT),
        strangers,
        new Executions(
            messages(LobsterMessages.Type.EXECUTION), known, atBest, oldest, first, whileHalted),
        check);
  }

  private long messages(LobsterMessages.Type type) {
    return messages[type.ordinal()];
  }
}
