package trading.core;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import trading.api.Amendment;
import trading.api.CancelScope;
import trading.api.Instrument;
import trading.api.LinkedOrders;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;
import trading.api.TriggerPrice;

/// Reads the commands of a golden file, one per line:
///
/// ```
/// at 2024-01-02T09:00:00Z              the clock
/// list ACME USD 0.01 1                 symbol, currency, tick, lot; and: close 15:30 UTC
/// open alice
/// cash alice USD 1000                  micros
/// advance
/// quote ACME 99x5 101x7 last 100       bid and ask, price x size; - for none
/// bar ACME 100                         opens at 100 ticks
/// close ACME 105 95 101                high, low, close
/// place alice ACME BUY 10 MARKET       ALL_IN instead of 10
/// place alice ACME BUY 10 LIMIT 100    and IOC, if not GTC, or other terms, see below
/// cancel alice 3
/// cancel-all                           and: account alice, symbol ACME
/// amend alice 3 lots 5 limit 99        and: stop 98
/// self-trade alice DECREMENT
/// oco ORDER | ORDER                    each as after place
/// oto ENTRY | ORDER | ORDER
/// bracket ENTRY | STOP | TARGET
/// ```
///
/// Terms: `stop 98`, `trail 5`, `trail 50bp`, `on MID`, `show 3`, `post-only`, `reduce-only`,
/// `until 2024-01-02T10:00:00Z`, `client 7`, and a time in force.
final class Script {
  private final Map<String, Instrument> instruments = new TreeMap<>();

  Command parse(String line) {
    List<String> words = Arrays.asList(line.split(" +"));
    return switch (words.getFirst()) {
      case "at" -> new Command.SetClock(Instant.EPOCH.until(Instant.parse(words.get(1))).toNanos());
      case "list" -> list(words);
      case "open" -> new Command.OpenAccount(words.get(1));
      case "cash" -> new Command.MoveCash(words.get(1), words.get(2), number(words.get(3)));
      case "advance" -> new Command.Advance();
      case "quote" -> quote(words);
      case "bar" -> new Command.OpenBar(words.get(1), number(words.get(2)));
      case "close" ->
          new Command.CloseBar(
              words.get(1), number(words.get(2)), number(words.get(3)), number(words.get(4)));
      case "place" -> new Command.Place(request(words.subList(1, words.size())));
      case "cancel" -> new Command.Cancel(words.get(1), number(words.get(2)));
      case "cancel-all" -> new Command.CancelOrders(scope(words));
      case "amend" -> amend(words);
      case "self-trade" ->
          new Command.SetSelfTrade(words.get(1), SelfTradePrevention.valueOf(words.get(2)));
      case "oco", "oto", "bracket" -> new Command.PlaceLinked(linked(words));
      default -> throw new IllegalArgumentException("no command: " + line);
    };
  }

  private Command list(List<String> words) {
    Instrument instrument = Instrument.of(words.get(1), words.get(2), words.get(3), words.get(4));
    if (words.size() > 5) {
      instrument =
          instrument.closingAt(
              new SessionClose(ZoneId.of(words.get(7)), LocalTime.parse(words.get(6))));
    }
    instruments.putIfAbsent(instrument.symbol(), instrument);
    return new Command.ListInstrument(instrument);
  }

  private Command quote(List<String> words) {
    String[] bid = side(words.get(2));
    String[] ask = side(words.get(3));
    Instrument instrument =
        instruments.getOrDefault(words.get(1), Instrument.of(words.get(1), "USD", "0.000001", "1"));
    return new Command.Quote(
        new FakeQuote(
            instrument,
            number(bid[0]),
            number(bid[1]),
            number(ask[0]),
            number(ask[1]),
            number(words.get(5))));
  }

  private static String[] side(String word) {
    return word.equals("-") ? new String[] {"0", "0"} : word.split("x");
  }

  private static OrderRequest request(List<String> words) {
    boolean allIn = words.get(3).equals("ALL_IN");
    OrderRequest request =
        new OrderRequest(
            words.get(0),
            words.get(1),
            Side.valueOf(words.get(2)),
            OrderType.valueOf(words.get(4)),
            TimeInForce.GTC,
            allIn ? Sizing.ALL_IN : Sizing.LOTS,
            allIn ? 0 : number(words.get(3)),
            words.size() > 5 && words.get(5).matches("-?\\d+") ? number(words.get(5)) : 0,
            0);
    Iterator<String> rest = words.listIterator(request.limitTicks() == 0 ? 5 : 6);
    while (rest.hasNext()) {
      request = with(request, rest.next(), rest);
    }
    return request;
  }

  private static OrderRequest with(OrderRequest request, String word, Iterator<String> next) {
    OrderTerms terms = request.terms();
    return switch (word) {
      case "0" -> request;
      case "stop" -> request.with(terms.withStop(number(next.next())));
      case "trail" -> request.with(trail(terms, next.next()));
      case "on" -> request.with(terms.triggeredBy(TriggerPrice.valueOf(next.next())));
      case "show" -> request.with(terms.showing(number(next.next())));
      case "post-only" -> request.with(terms.withFlags(true, terms.reduceOnly()));
      case "reduce-only" -> request.with(terms.withFlags(terms.postOnly(), true));
      case "until" ->
          request.with(terms.expiringAt(Instant.EPOCH.until(Instant.parse(next.next())).toNanos()));
      case "client" -> request.withClientOrderId(number(next.next()));
      default -> request.with(TimeInForce.valueOf(word));
    };
  }

  private static OrderTerms trail(OrderTerms terms, String word) {
    return word.endsWith("bp")
        ? terms.withTrail(terms.trailTicks(), (int) number(word.substring(0, word.length() - 2)))
        : terms.withTrail(number(word), terms.trailBasisPoints());
  }

  private static LinkedOrders linked(List<String> words) {
    List<OrderRequest> orders = new ArrayList<>();
    List<String> rest = words.subList(1, words.size());
    while (rest.contains("|")) {
      orders.add(request(rest.subList(0, rest.indexOf("|"))));
      rest = rest.subList(rest.indexOf("|") + 1, rest.size());
    }
    if (!rest.isEmpty()) {
      orders.add(request(rest));
    }
    return switch (words.getFirst()) {
      case "oco" -> new LinkedOrders.OneCancelsOther(orders.get(0), orders.get(1));
      case "oto" ->
          new LinkedOrders.OneTriggersOthers(orders.getFirst(), orders.subList(1, orders.size()));
      default -> new LinkedOrders.Bracket(orders.get(0), orders.get(1), orders.get(2));
    };
  }

  private static CancelScope scope(List<String> words) {
    return new CancelScope(after(words, "account"), after(words, "symbol"));
  }

  private static Command amend(List<String> words) {
    return new Command.Amend(
        words.get(1),
        number(words.get(2)),
        new Amendment(
            after(words, "lots").map(Script::number).orElse(0L),
            after(words, "limit").map(Script::number).orElse(0L),
            after(words, "stop").map(Script::number).orElse(0L)));
  }

  private static Optional<String> after(List<String> words, String word) {
    int at = words.indexOf(word);
    return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  private static long number(String word) {
    return Long.parseLong(word);
  }
}
