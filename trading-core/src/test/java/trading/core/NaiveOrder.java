package trading.core;

import java.util.Optional;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.OrderRequest;
import trading.api.OrderStatus;
import trading.api.Reason;

/// An order of the naive twin: plain fields.
final class NaiveOrder {
  final long id;
  final int accountId;
  final int instrumentId;
  final Instrument instrument;
  final OrderRequest request;
  final long createdNanos;
  OrderStatus status;
  long lots;
  long filledLots;
  long filledMicros;
  long feesMicros;
  long updatedNanos;
  Optional<Reason> reason = Optional.empty();

  NaiveOrder(
      long id, int accountId, NaiveMarket market, OrderRequest request, long lots, long nowNanos) {
    this.id = id;
    this.accountId = accountId;
    this.instrumentId = market.id;
    this.instrument = market.instrument;
    this.request = request;
    this.lots = lots;
    this.status = OrderStatus.NEW;
    this.createdNanos = nowNanos;
    this.updatedNanos = nowNanos;
  }

  long left() {
    return lots - filledLots;
  }

  /// {@return whether the order may trade at a price}
  boolean takes(long priceTicks) {
    return switch (request.type()) {
      case MARKET -> true;
      case LIMIT ->
          switch (request.side()) {
            case BUY -> priceTicks <= request.limitTicks();
            case SELL -> priceTicks >= request.limitTicks();
          };
    };
  }

  Order word() {
    return new Order(
        id,
        request.account(),
        instrument,
        request.side(),
        request.type(),
        request.timeInForce(),
        request.sizing(),
        status,
        lots,
        filledLots,
        filledMicros,
        feesMicros,
        request.limitTicks(),
        request.clientOrderId(),
        createdNanos,
        updatedNanos,
        reason);
  }
}
