package trading.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTest {

  /// Codes are never renumbered or reused: this list only grows.
  private static final String GOLDEN =
      """
      101 QUANTITY_NOT_POSITIVE
      102 QUANTITY_TOO_LARGE
      103 QUANTITY_OFF_LOT
      104 PRICE_NOT_POSITIVE
      105 PRICE_TOO_LARGE
      106 PRICE_OFF_TICK
      107 PRICE_ON_MARKET
      108 NOT_A_NUMBER
      109 NOTIONAL_TOO_LARGE
      110 ALL_IN_TOO_SMALL
      111 LOTS_ON_ALL_IN
      112 STOP_NOT_POSITIVE
      113 STOP_NOT_ALLOWED
      114 BAD_TRAIL
      115 BAD_DISPLAY
      116 BAD_EXPIRY
      117 TERMS_CONTRADICT
      201 UNKNOWN_SYMBOL
      202 UNKNOWN_ACCOUNT
      203 UNKNOWN_ORDER
      204 NOT_ORDER_OWNER
      205 TOO_LATE_TO_CANCEL
      206 NO_LIQUIDITY
      207 NO_PRICE
      208 DUPLICATE_CLIENT_ORDER
      209 POST_ONLY_WOULD_TRADE
      210 REDUCE_ONLY_WOULD_OPEN
      211 TOO_LATE_TO_AMEND
      212 BAD_AMENDMENT
      213 BAD_LINK
      301 RISK_LIMIT
      302 RULE_FAILED
      303 LEDGER_FULL
      304 SELF_TRADE
      401 CANCELED_BY_USER
      402 IMMEDIATE_OR_CANCEL
      403 TIME_EXPIRED
      404 FILL_OR_KILL
      405 LINKED_ORDER
      406 AMENDED_AWAY
      501 BAD_INSTRUMENT
      502 ALREADY_EXISTS
      503 BAD_NAME
      504 BAD_AMOUNT
      505 BAD_MARKET_DATA
      506 BAD_DATA_FILE
      507 BAD_SETTING
      508 UNKNOWN_SETTING
      509 BAD_COMMAND_LINE
      601 UNKNOWN_PLUGIN
      602 DUPLICATE_PLUGIN
      603 PLUGIN_FAILED
      604 NO_GATEWAY
      701 CALLED_FROM_CALLBACK
      702 ENGINE_STOPPED
      """;

  @Test
  void theCodesAreTheGoldenOnes() {
    String actual =
        Stream.of(Reason.values())
            .map(each -> each.code() + " " + each + "\n")
            .collect(Collectors.joining());

    assertEquals(GOLDEN, actual);
  }

  @Test
  void everyCodeIsUniqueAndFitsItsField() {
    long codes = Stream.of(Reason.values()).map(Reason::code).filter(c -> c > 0).distinct().count();

    assertEquals(Reason.values().length, codes);
    for (Reason reason : Reason.values()) {
      assertEquals(reason.code(), (short) reason.code());
      assertEquals(reason, Reason.of(reason.code()));
    }
  }

  @Test
  void aCodeThatNobodyHasIsRefused() {
    for (int code : new int[] {0, -1, 999, Integer.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> Reason.of(code));
    }
  }
}
