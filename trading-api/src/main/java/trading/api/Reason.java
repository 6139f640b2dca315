package trading.api;

/// Why something was refused, canceled or stopped: stable codes, never renumbered or reused.
public enum Reason {
  /// A quantity below one lot.
  QUANTITY_NOT_POSITIVE(101),
  /// A quantity above the largest that an order may have.
  QUANTITY_TOO_LARGE(102),
  /// A quantity that is not a whole number of lots.
  QUANTITY_OFF_LOT(103),
  /// A price below one tick.
  PRICE_NOT_POSITIVE(104),
  /// A price above the largest that the engine takes.
  PRICE_TOO_LARGE(105),
  /// A price that is not a whole number of ticks.
  PRICE_OFF_TICK(106),
  /// A MARKET order that carries a price.
  PRICE_ON_MARKET(107),
  /// Text that is not a plain decimal number.
  NOT_A_NUMBER(108),
  /// Price times quantity exceeds what the ledger can hold exactly.
  NOTIONAL_TOO_LARGE(109),
  /// An all-in order whose cash does not buy one lot.
  ALL_IN_TOO_SMALL(110),
  /// An all-in order that also names lots.
  LOTS_ON_ALL_IN(111),
  /// A stop below one tick.
  STOP_NOT_POSITIVE(112),
  /// A stop on an order whose type has none.
  STOP_NOT_ALLOWED(113),
  /// The distance of a trailing stop: missing, out of range, given twice, or on another type.
  BAD_TRAIL(114),
  /// A display quantity that is not below the order's quantity, or negative.
  BAD_DISPLAY(115),
  /// An expiry that is missing, has passed, or stands on an order that is not GTD.
  BAD_EXPIRY(116),
  /// A type, time in force, sizing and flags that contradict each other.
  TERMS_CONTRADICT(117),

  /// A symbol that is not listed.
  UNKNOWN_SYMBOL(201),
  /// An account that is not open.
  UNKNOWN_ACCOUNT(202),
  /// An order id that was never given out.
  UNKNOWN_ORDER(203),
  /// An order of somebody else.
  NOT_ORDER_OWNER(204),
  /// An order that is already filled, canceled, rejected or expired.
  TOO_LATE_TO_CANCEL(205),
  /// A MARKET order that met an empty side of the book.
  NO_LIQUIDITY(206),
  /// A check that needs a price of an instrument that has none yet.
  NO_PRICE(207),
  /// A client order id that the account has used already.
  DUPLICATE_CLIENT_ORDER(208),
  /// A post-only order that would have taken liquidity.
  POST_ONLY_WOULD_TRADE(209),
  /// A reduce-only order that would have opened or turned a position.
  REDUCE_ONLY_WOULD_OPEN(210),
  /// An order that is already filled, canceled, rejected or expired.
  TOO_LATE_TO_AMEND(211),
  /// An amendment that changes nothing, or a number that the order does not have.
  BAD_AMENDMENT(212),
  /// Linked orders that do not fit together.
  BAD_LINK(213),

  /// A risk rule's limit.
  RISK_LIMIT(301),
  /// A risk rule that threw instead of answering.
  RULE_FAILED(302),
  /// A fill that the ledger could not book exactly.
  LEDGER_FULL(303),
  /// An order that would have traded with another order of its own account.
  SELF_TRADE(304),

  /// The owner's request.
  CANCELED_BY_USER(401),
  /// The part of an immediate order that did not trade at once.
  IMMEDIATE_OR_CANCEL(402),
  /// A DAY or GTD order whose time was over.
  TIME_EXPIRED(403),
  /// A fill-or-kill order that could not trade all of it at once.
  FILL_OR_KILL(404),
  /// A linked order, because of what the other traded or how it ended.
  LINKED_ORDER(405),
  /// An amendment to no more than what had traded.
  AMENDED_AWAY(406),

  /// An instrument definition that cannot be traded exactly.
  BAD_INSTRUMENT(501),
  /// A symbol, account or currency that exists already.
  ALREADY_EXISTS(502),
  /// A name that is empty, too long or not printable ASCII.
  BAD_NAME(503),
  /// An amount of money that is zero or too large.
  BAD_AMOUNT(504),
  /// A quote or bar whose numbers contradict each other.
  BAD_MARKET_DATA(505),
  /// A data file that cannot be read as what it says it is.
  BAD_DATA_FILE(506),
  /// A value outside a setting's type or range.
  BAD_SETTING(507),
  /// A setting that nobody reads.
  UNKNOWN_SETTING(508),
  /// A command line that the program does not understand.
  BAD_COMMAND_LINE(509),

  /// A plug-in id that nobody provides.
  UNKNOWN_PLUGIN(601),
  /// Two plug-ins with one id.
  DUPLICATE_PLUGIN(602),
  /// A plug-in that cannot be loaded or that threw.
  PLUGIN_FAILED(603),
  /// A mode that needs a gateway plug-in, and there is none.
  NO_GATEWAY(604),

  /// A call into the engine from inside one of its callbacks.
  CALLED_FROM_CALLBACK(701),
  /// The engine stopped after a failure; the first failure is in the message.
  ENGINE_STOPPED(702);

  private static final Reason[] ALL = values();

  private final int code;

  Reason(int code) {
    this.code = code;
  }

  /// {@return the stable number, as it stands in events}
  public int code() {
    return code;
  }

  /// {@return the reason with a code}
  ///
  /// @param code the stable number
  /// @throws IllegalArgumentException when no reason has it
  public static Reason of(int code) {
    for (Reason reason : ALL) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no reason has code " + code);
  }
}
