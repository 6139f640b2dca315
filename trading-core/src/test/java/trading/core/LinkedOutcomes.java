package trading.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import trading.api.Order;
import trading.api.SelfTradePrevention;

/// Lets small scenes happen in the language of the golden files, and says how orders end in them.
final class LinkedOutcomes {
  private static final String ENTRY = "alice ACME BUY 10 LIMIT 100";
  private static final String STOP = "alice ACME SELL 10 STOP stop 95";
  private static final String TARGET = "alice ACME SELL 10 LIMIT 110";
  private static final String PAIR = "oco " + STOP + " | " + TARGET;
  private static final String FOLLOWED = "oto " + ENTRY + " | " + TARGET;
  private static final String BRACKET = "bracket " + ENTRY + " | " + STOP + " | " + TARGET;
  private static final String LOW = "quote ACME 94x50 96x50 last 95";

  private LinkedOutcomes() {}

  /// {@return a table of what became of linked orders}
  static List<String> linked() {
    List<String> lines = new ArrayList<>();
    lines.add("| links | what happens | first | second | third |");
    lines.add("| --- | --- | --- | --- | --- |");
    String pair = "one cancels other";
    lines.add(scene(pair, "the target trades 4 of 10", PAIR, buy(4, 110)));
    lines.add(scene(pair, "the target trades whole", PAIR, buy(10, 110)));
    lines.add(scene(pair, "the stop is met and trades", PAIR, LOW));
    lines.add(scene(pair, "the stop is canceled", PAIR, "cancel alice 1"));
    String followed = "one triggers others";
    lines.add(scene(followed, "the entry rests", FOLLOWED));
    lines.add(scene(followed, "the entry trades 4 of 10", FOLLOWED, sell(4)));
    lines.add(scene(followed, "the entry trades whole", FOLLOWED, sell(10)));
    lines.add(scene(followed, "the entry is canceled", FOLLOWED, "cancel alice 1"));
    lines.add(scene(followed, "the same after a fill of 4", FOLLOWED, sell(4), "cancel alice 1"));
    String bracket = "bracket";
    lines.add(scene(bracket, "the entry rests", BRACKET));
    lines.add(scene(bracket, "the entry trades 4 of 10", BRACKET, sell(4)));
    lines.add(scene(bracket, "the entry trades whole", BRACKET, sell(10)));
    lines.add(scene(bracket, "then the target trades", BRACKET, sell(10), buy(10, 110)));
    lines.add(scene(bracket, "then the stop is met and trades", BRACKET, sell(10), LOW));
    lines.add(
        scene(bracket, "after a fill of 4 the target trades 3", BRACKET, sell(4), buy(3, 110)));
    lines.add(scene(bracket, "the entry is canceled", BRACKET, "cancel alice 1"));
    return lines;
  }

  /// {@return a table of what becomes of two orders of one account that would trade}
  static List<String> selfTrade() {
    List<String> lines = new ArrayList<>();
    lines.add("| mode | a sell of 5 that rests | a buy of 8 that comes in |");
    lines.add("| --- | --- | --- |");
    for (SelfTradePrevention mode : SelfTradePrevention.values()) {
      lines.add(
          CapabilityMatrix.row(
              Stream.concat(
                  Stream.of(mode.name()),
                  play(
                      "self-trade alice " + mode,
                      "place alice ACME SELL 5 LIMIT 100",
                      "place alice ACME BUY 8 LIMIT 100")
                      .stream())));
    }
    return lines;
  }

  private static String buy(long lots, long limit) {
    return "place bob ACME BUY " + lots + " LIMIT " + limit + " IOC";
  }

  private static String sell(long lots) {
    return "place bob ACME SELL " + lots + " LIMIT 100 IOC";
  }

  private static String scene(String links, String happens, String... commands) {
    List<String> ends = play(commands);
    Stream<String> cells = IntStream.range(0, 3).mapToObj(i -> i < ends.size() ? ends.get(i) : "–");
    return CapabilityMatrix.row(Stream.concat(Stream.of(links, happens), cells));
  }

  /// {@return how the orders of alice stand at the end}
  private static List<String> play(String... commands) {
    World world = World.onQuotes();
    Script script = new Script();
    script.parse("list ACME USD 0.000001 1");
    for (String command : commands) {
      world.door.take(script.parse(command));
    }
    return world.engine.orders("alice").stream().map(LinkedOutcomes::end).toList();
  }

  private static String end(Order order) {
    String left = order.status().isTerminal() ? "" : ", " + order.remainingLots() + " left";
    return order.status() + left + order.reason().map(reason -> ": `" + reason + "`").orElse("");
  }
}
