package trading.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trading.api.BadInputException;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.event.Event;
import trading.api.spi.QuoteView;

/// What can be read from an engine, by name.
class ReadingTest {
  /// A quote whose ask is another one at every look.
  private static final class MovingQuote implements QuoteView {
    int reads;

    @Override
    public Instrument instrument() {
      return World.ACME;
    }

    @Override
    public long atNanos() {
      return 0;
    }

    @Override
    public long bidTicks() {
      return 99;
    }

    @Override
    public long bidLots() {
      return 5;
    }

    @Override
    public long askTicks() {
      return 101 - 100L * reads++;
    }

    @Override
    public long askLots() {
      return 5;
    }

    @Override
    public long lastTicks() {
      return 100;
    }

    @Override
    public long tradedLots() {
      return 0;
    }
  }

  private final World world = World.peopled(config -> config.with(new BasisPointFees(10_000)));

  @Test
  void anOrderTellsEverythingThatHappenedToIt() {
    world.clock.set(7);
    world.quote(99, 5, 101, 5);
    world.accepted(OrderRequest.limit("alice", "ACME", Side.BUY, 10, 101).withClientOrderId(-3));
    world.clock.set(9);
    world.quote(99, 5, 101, 2);
    world.engine.cancelOrder("alice", 1);

    Order expected =
        new Order(
            1,
            "alice",
            World.ACME,
            Side.BUY,
            OrderType.LIMIT,
            TimeInForce.GTC,
            Sizing.LOTS,
            OrderStatus.CANCELED,
            10,
            7,
            707,
            9,
            101,
            -3,
            7,
            9,
            OrderTerms.NONE,
            false,
            0,
            0,
            Optional.of(Reason.CANCELED_BY_USER));
    assertEquals(expected, world.order(1));
    assertEquals(List.of(expected), world.engine.orders("alice"));
    assertEquals(List.of(), world.engine.orders("bob"));
    assertEquals(7, world.engine.netLots("alice", "ACME"));
    assertEquals(1_000_000 - 707 - 9, world.engine.cashMicros("alice", "USD"));
  }

  @Test
  void bothSidesOfATradeShareItsNumberAndItsPrice() {
    world.accepted(OrderRequest.limit("alice", "ACME", Side.SELL, 5, 100));
    world.accepted(OrderRequest.limit("bob", "ACME", Side.BUY, 5, 120));

    List<Event.OrderFilled> fills = world.told(Event.OrderFilled.class);

    assertEquals(List.of(1L, 1L), fills.stream().map(Event.OrderFilled::tradeId).toList());
    assertEquals(List.of(100L, 100L), fills.stream().map(Event.OrderFilled::priceTicks).toList());
    assertEquals(
        List.of(Liquidity.MAKER, Liquidity.TAKER),
        fills.stream().map(Event.OrderFilled::liquidity).toList());
    assertEquals(0, world.engine.netLots("alice", "ACME") + world.engine.netLots("bob", "ACME"));
  }

  @Test
  void namesThatAreUnknownHaveNothing() {
    assertEquals(0, world.engine.netLots("mallory", "ACME"));
    assertEquals(0, world.engine.netLots("alice", "NONE"));
    assertEquals(0, world.engine.cashMicros("mallory", "USD"));
    assertEquals(0, world.engine.cashMicros("alice", "EUR"));
    assertEquals(Optional.empty(), world.engine.order(0));
    assertEquals(Optional.empty(), world.engine.order(1));
    assertEquals(Optional.empty(), world.engine.order(-1));
    assertEquals(Optional.empty(), world.engine.order(Long.MAX_VALUE));
  }

  @Test
  void theOrdersOfAnUnknownAccountAreBadInput() {
    BadInputException thrown =
        assertThrows(BadInputException.class, () -> world.engine.orders("mallory"));

    assertEquals(Reason.UNKNOWN_ACCOUNT, thrown.reason());
  }

  @Test
  void aQuoteIsReadOnceThoughItsViewMayChange() {
    MovingQuote moving = new MovingQuote();

    world.engine.onQuote(moving);

    assertEquals(1, moving.reads);
    assertEquals(101, world.told(Event.Quoted.class).getFirst().askTicks());
  }

  @Test
  void theBooksAreReadWhileNothingChangesThem() {
    world.quote(99, 5, 101, 5);
    world.accepted(OrderRequest.market("alice", "ACME", Side.BUY, 5));

    List<Long> read =
        world.engine.read(
            books -> List.of(books.netLots(1, 1), books.cashMicros(1, 1), books.markTicks(1)));

    assertEquals(List.of(5L, 1_000_000L - 505 - 6, 100L), read);
  }
}
