package trading.bench.compare;

import java.util.Objects;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Side;
import trading.bench.compare.Step.Command;

/// Commands and answers as JSON, by Jackson: the same facts that a method call carries.
///
/// Prices and quantities are whole ticks and lots here too, so that HTTP pays for no decimals.
final class Wire {
  static final String ORDERS = "/orders";
  static final String CANCELLATIONS = "/cancellations";

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final ObjectWriter ORDER_WRITER = MAPPER.writerFor(OrderBody.class);
  private static final ObjectReader ORDER_READER = MAPPER.readerFor(OrderBody.class);
  private static final ObjectWriter CANCEL_WRITER = MAPPER.writerFor(CancelBody.class);
  private static final ObjectReader CANCEL_READER = MAPPER.readerFor(CancelBody.class);
  private static final ObjectWriter REPLY_WRITER = MAPPER.writerFor(Reply.class);
  private static final ObjectReader REPLY_READER = MAPPER.readerFor(Reply.class);

  private Wire() {}

  /// A request's body: a MARKET or LIMIT order.
  record OrderBody(
      String account, String symbol, Side side, OrderType type, long lots, long limitTicks) {

    /// Checks that nothing is missing.
    OrderBody {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(symbol, "symbol");
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(type, "type");
    }

    OrderRequest request() {
      return type == OrderType.MARKET
          ? OrderRequest.market(account, symbol, side, lots)
          : OrderRequest.limit(account, symbol, side, lots, limitTicks);
    }
  }

  /// A request's body: a cancellation.
  record CancelBody(String account, long orderId) {

    /// Checks that nothing is missing.
    CancelBody {
      Objects.requireNonNull(account, "account");
    }
  }

  static byte[] write(Command command) {
    return switch (command) {
      case Step.Place(OrderRequest order) ->
          ORDER_WRITER.writeValueAsBytes(
              new OrderBody(
                  order.account(),
                  order.symbol(),
                  order.side(),
                  order.type(),
                  order.lots(),
                  order.limitTicks()));
      case Step.Cancel(String account, long orderId) ->
          CANCEL_WRITER.writeValueAsBytes(new CancelBody(account, orderId));
    };
  }

  static OrderBody readOrder(byte[] json) {
    return ORDER_READER.readValue(json);
  }

  static CancelBody readCancel(byte[] json) {
    return CANCEL_READER.readValue(json);
  }

  static byte[] write(Reply reply) {
    return REPLY_WRITER.writeValueAsBytes(reply);
  }

  static Reply readReply(byte[] json) {
    return REPLY_READER.readValue(json);
  }
}
