package trading.api.event;

/// A field of an encoded record: one meaning, one unit, one width, in every record that has it.
public enum Field {
  /// Account id, from 1; 0 is the market, -1 an account that is not open.
  ACCOUNT(4),
  /// Instrument id, from 1; -1 a symbol that is not listed.
  INSTRUMENT(4),
  /// Currency id, from 1.
  CURRENCY(4),
  /// Order id, from 1; 0 for a request that never became an order.
  ORDER(8),
  /// Trade id, from 1; the fills of one trade share it.
  TRADE(8),
  /// The caller's own number for an order; 0 for none.
  CLIENT_ORDER(8),
  /// Ordinal of [trading.api.Side].
  SIDE(1),
  /// Ordinal of [trading.api.OrderType].
  ORDER_TYPE(1),
  /// Ordinal of [trading.api.TimeInForce].
  TIME_IN_FORCE(1),
  /// Ordinal of [trading.api.Sizing].
  SIZING(1),
  /// Ordinal of [trading.api.OrderStatus].
  STATUS(1),
  /// Ordinal of [trading.api.Liquidity].
  LIQUIDITY(1),
  /// Code of [trading.api.Reason].
  REASON(2),
  /// Quantity in lots.
  LOTS(8),
  /// What is still to trade after this event, in lots.
  REMAINING_LOTS(8),
  /// An order's limit in ticks; 0 for none.
  LIMIT_TICKS(8),
  /// A trade's price in ticks.
  PRICE_TICKS(8),
  /// Best bid in ticks; 0 for none.
  BID_TICKS(8),
  /// Size of the best bid in lots.
  BID_LOTS(8),
  /// Best ask in ticks; 0 for none.
  ASK_TICKS(8),
  /// Size of the best ask in lots.
  ASK_LOTS(8),
  /// The last price known, in ticks.
  MARK_TICKS(8),
  /// A bar's highest price in ticks.
  HIGH_TICKS(8),
  /// A bar's lowest price in ticks.
  LOW_TICKS(8),
  /// A fee in micros.
  FEE_MICROS(8),
  /// An amount in micros; negative for a withdrawal.
  AMOUNT_MICROS(8),
  /// The value of one tick of one lot, in micros.
  TICK_VALUE_MICROS(8),
  /// A trading day, in days since 1970-01-01.
  DAY(4),
  /// The bound that was broken, in the unit that the sentence names.
  BOUND(8),
  /// The value that broke it.
  ACTUAL(8),
  /// The price that an order waits for, in ticks; 0 for none.
  STOP_TICKS(8),
  /// The distance of a trailing stop in ticks; 0 for none.
  TRAIL_TICKS(8),
  /// The distance of a trailing stop in hundredths of a percent; 0 for none.
  TRAIL_BASIS_POINTS(4),
  /// Ordinal of [trading.api.TriggerPrice].
  TRIGGER_PRICE(1),
  /// What an iceberg order shows at a time, in lots; 0 for all of it.
  DISPLAY_LOTS(8),
  /// 1 for an order that must not take liquidity.
  POST_ONLY(1),
  /// 1 for an order that may only bring the position nearer to 0.
  REDUCE_ONLY(1),
  /// When an order expires, nanoseconds since the epoch; 0 for never.
  EXPIRE_NANOS(8),
  /// The order on whose fills an order depends; 0 for none.
  ENTRY_ORDER(8),
  /// The order of which one cancels the other; 0 for none.
  SIBLING_ORDER(8),
  /// Ordinal of [trading.api.SelfTradePrevention].
  SELF_TRADE(1),
  /// A time of day, in nanoseconds.
  TIME_OF_DAY(8),
  /// How linked orders depend on each other: 1 one cancels the other, 2 one triggers others, 3
  /// bracket.
  LINK(1),
  /// How many records follow that belong to this one.
  COUNT(4),
  /// An account's name.
  ACCOUNT_NAME(Field.TEXT),
  /// An instrument's symbol.
  SYMBOL(Field.TEXT),
  /// A currency's name.
  CURRENCY_NAME(Field.TEXT),
  /// A price step as plain decimal text.
  TICK(Field.TEXT),
  /// A quantity step as plain decimal text.
  LOT(Field.TEXT),
  /// The id of a time zone.
  ZONE(Field.TEXT),
  /// The id of a risk rule, or empty.
  RULE(Field.TEXT),
  /// A sentence for people.
  SENTENCE(Field.TEXT);

  static final int TEXT = 0;

  private final int width;

  Field(int width) {
    this.width = width;
  }

  /// {@return its width in bytes; 0 for text}
  int width() {
    return width;
  }
}
