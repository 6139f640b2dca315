package trading.bench;

import java.util.ArrayList;
import java.util.List;
import trading.api.Side;
import trading.core.OrderBook;

/// Our book.
final class OurBook implements BenchBook {
  private static final Side[] SIDES = Side.values();

  private final Tape tape;
  private final OrderBook book;

  private OurBook(Tape tape, OrderBook book) {
    this.tape = tape;
    this.book = book;
  }

  static OurBook fast() {
    Tape tape = new Tape();
    return new OurBook(tape, OrderBook.open(tape::add));
  }

  static OurBook naive() {
    Tape tape = new Tape();
    return new OurBook(tape, OrderBook.naive(tape::add));
  }

  /// {@return a player of a book whose trades go elsewhere}
  static OurBook playing(OrderBook book) {
    return new OurBook(new Tape(), book);
  }

  @Override
  public void apply(OrderFlow flow, int i) {
    int id = flow.ids[i];
    switch (flow.operations[i]) {
      case OrderFlow.LIMIT ->
          book.place(SIDES[flow.sides[i]], id, flow.users[i], flow.prices[i], flow.sizes[i]);
      case OrderFlow.IMMEDIATE -> book.take(SIDES[flow.sides[i]], flow.prices[i], flow.sizes[i]);
      case OrderFlow.CANCEL -> book.cancel(id);
      case OrderFlow.REDUCE -> book.reduce(id, flow.sizes[i]);
      default -> book.move(id, flow.prices[i]);
    }
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public List<Resting> orders() {
    List<Resting> orders = new ArrayList<>();
    for (Side side : SIDES) {
      book.depth(
          side,
          Integer.MAX_VALUE,
          (price, _) ->
              book.queue(side, price, (id, _, lots) -> orders.add(new Resting(id, price, lots))));
    }
    return orders;
  }
}
