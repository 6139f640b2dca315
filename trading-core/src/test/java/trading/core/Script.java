package trading.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import trading.api.Instrument;
import trading.api.OrderRequest;
import trading.api.OrderType;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// Reads the commands of a golden file, one per line:
///
/// ```
/// at 2024-01-02T09:00:00Z              the clock
/// list ACME USD 0.01 1                 symbol, currency, tick, lot
/// open alice
/// cash alice USD 1000                  micros
/// advance
/// quote ACME 99x5 101x7 last 100       bid and ask, price x size; - for none
/// bar ACME 100                         opens at 100 ticks
/// close ACME 105 95 101                high, low, close
/// place alice ACME BUY 10 MARKET       ALL_IN instead of 10
/// place alice ACME BUY 10 LIMIT 100    and IOC, if not GTC
/// cancel alice 3
/// ```
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
      case "place" -> new Command.Place(request(words));
      case "cancel" -> new Command.Cancel(words.get(1), number(words.get(2)));
      default -> throw new IllegalArgumentException("no command: " + line);
    };
  }

  private Command list(List<String> words) {
    Instrument instrument = Instrument.of(words.get(1), words.get(2), words.get(3), words.get(4));
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
    boolean allIn = words.get(4).equals("ALL_IN");
    boolean ioc = words.getLast().equals("IOC");
    boolean priced = words.size() > 6 && !words.get(6).equals("IOC");
    return new OrderRequest(
        words.get(1),
        words.get(2),
        Side.valueOf(words.get(3)),
        OrderType.valueOf(words.get(5)),
        ioc ? TimeInForce.IOC : TimeInForce.GTC,
        allIn ? Sizing.ALL_IN : Sizing.LOTS,
        allIn ? 0 : number(words.get(4)),
        priced ? number(words.get(6)) : 0,
        0);
  }

  private static long number(String word) {
    return Long.parseLong(word);
  }
}
