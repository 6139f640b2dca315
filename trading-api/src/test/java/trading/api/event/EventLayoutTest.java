package trading.api.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trading.api.Liquidity;
import trading.api.OrderStatus;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// Pins the encoding byte by byte: journals and digests depend on it.
class EventLayoutTest {
  private static final List<Event> ONE_OF_EACH =
      List.of(
          new Event.CurrencyListed(1, 1_001, 1, "INR"),
          new Event.InstrumentListed(2, 1_002, 3, 1, 50_000, "ITC", "INR", "0.05", "1"),
          new Event.AccountOpened(3, 1_003, 7, "trader_001"),
          new Event.CashMoved(4, 1_004, 7, 1, -2_500_000),
          new Event.DayStarted(5, 1_005, 20_454),
          new Event.Quoted(6, 1_006, 3, 4_000, 10, 4_001, 20, 4_002),
          new Event.BarOpened(7, 1_007, 3, 4_003),
          new Event.BarClosed(8, 1_008, 3, 4_010, 3_990, 4_004),
          new Event.OrderAccepted(
              9,
              1_009,
              11,
              7,
              3,
              Side.SELL,
              OrderType.LIMIT,
              TimeInForce.IOC,
              Sizing.ALL_IN,
              OrderStatus.NEW,
              25,
              4_005,
              -12),
          new Event.OrderActivated(10, 1_010, 11, 7, 3, Side.BUY, 25),
          new Event.OrderRejected(
              11,
              1_011,
              0,
              -1,
              -1,
              Side.BUY,
              26,
              13,
              Reason.RISK_LIMIT,
              100,
              101,
              "max_position_size",
              "zu groß"),
          new Event.OrderFilled(
              12, 1_012, 11, 14, 7, 3, Side.SELL, 4_006, 5, 20, 77, Liquidity.AUCTION),
          new Event.OrderCanceled(13, 1_013, 11, 7, 3, Side.SELL, 20, Reason.CANCELED_BY_USER),
          new Event.CancelRejected(14, 1_014, 15, 7, Reason.UNKNOWN_ORDER, "no order 15"),
          new Event.OrderTermed(
              15,
              1_015,
              11,
              7,
              3,
              Side.SELL,
              new OrderTerms(4_007, 21, 22, TriggerPrice.MID, 23, true, false, 1_700_000_000_000L),
              31,
              32),
          new Event.OrderTriggered(16, 1_016, 11, 7, 3, Side.SELL, 4_008),
          new Event.StopMoved(17, 1_017, 11, 7, 3, Side.BUY, 4_009),
          new Event.OrderAmended(18, 1_018, 11, 7, 3, Side.SELL, 30, 25, 4_010, 4_011),
          new Event.OrderReduced(19, 1_019, 11, 7, 3, Side.SELL, 4, 21, Reason.LINKED_ORDER),
          new Event.SelfTradeSet(20, 1_020, 7, SelfTradePrevention.DECREMENT),
          new Event.SessionCloseSet(21, 1_021, 3, 55_800_000_000_000L, "Asia/Kolkata"));

  @Test
  void theEncodingIsTheGoldenOne() throws IOException {
    String actual =
        ONE_OF_EACH.stream()
            .map(each -> each.getClass().getSimpleName() + " " + hex(each) + "\n")
            .collect(Collectors.joining());

    assertEquals(golden("events.golden.txt"), actual);
  }

  @Test
  void everyFieldStandsWhereTheGoldenLayoutHasIt() throws IOException {
    String actual =
        Stream.of(EventType.values())
            .map(each -> each.layout().code() + " " + each + fields(each.layout()) + "\n")
            .collect(Collectors.joining());

    assertEquals(golden("layouts.golden.txt"), actual);
  }

  @Test
  void constantsKeepTheirOrdinals() {
    assertEquals("[BUY, SELL]", Arrays.toString(Side.values()));
    assertEquals(
        "[MARKET, LIMIT, STOP, STOP_LIMIT, TRAILING_STOP, MARKET_TO_LIMIT, MARKET_IF_TOUCHED,"
            + " LIMIT_IF_TOUCHED]",
        Arrays.toString(OrderType.values()));
    assertEquals("[GTC, IOC, DAY, GTD, FOK]", Arrays.toString(TimeInForce.values()));
    assertEquals("[LOTS, ALL_IN]", Arrays.toString(Sizing.values()));
    assertEquals("[MAKER, TAKER, AUCTION]", Arrays.toString(Liquidity.values()));
    assertEquals(
        "[PENDING_NEW, NEW, PARTIALLY_FILLED, FILLED, CANCELED, REJECTED, EXPIRED, SUSPENDED,"
            + " PENDING_CANCEL]",
        Arrays.toString(OrderStatus.values()));
    assertEquals("[LAST, BID_ASK, MID]", Arrays.toString(TriggerPrice.values()));
    assertEquals(
        "[CANCEL_NEWEST, CANCEL_OLDEST, CANCEL_BOTH, DECREMENT]",
        Arrays.toString(SelfTradePrevention.values()));
  }

  @Test
  void theGoldenEncodingIsDecoded() throws IOException {
    List<Event> decoded =
        golden("events.golden.txt")
            .lines()
            .map(line -> HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1)))
            .flatMap(bytes -> EventCodecTest.decode(bytes).stream())
            .toList();

    assertEquals(ONE_OF_EACH, decoded);
  }

  private static String hex(Event event) {
    return HexFormat.of().formatHex(EventCodecTest.encode(event));
  }

  /// {@return the fields of a layout: numbers by offset and width, then texts by position}
  private static String fields(Layout layout) {
    StringBuilder fields = new StringBuilder();
    for (int at = Layout.HEADER_BYTES; at < layout.fixedBytes(); ) {
      int offset = at;
      Field field = only(each -> each.width() > 0 && layout.offset(each) == offset);
      fields.append(" %s@%d/%d".formatted(field, at, field.width()));
      at += field.width();
    }
    for (int i = 0; i < layout.texts(); i++) {
      int index = i;
      fields
          .append(" ")
          .append(only(each -> layout.textIndex(each) == index))
          .append("#")
          .append(i);
    }
    return fields.toString();
  }

  private static Field only(Predicate<Field> where) {
    return Stream.of(Field.values()).filter(each -> has(each, where)).findAny().orElseThrow();
  }

  private static boolean has(Field field, Predicate<Field> where) {
    try {
      return where.test(field);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = EventLayoutTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
