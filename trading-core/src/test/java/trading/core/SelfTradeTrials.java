package trading.core;

import static trading.core.Stage.ACME;
import static trading.core.Stage.ALICE;
import static trading.core.Stage.BOB;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import trading.api.OrderRequest;
import trading.api.SelfTradePrevention;
import trading.api.Side;
import trading.api.TimeInForce;

/// Tries what happens to two orders of one account that would trade with each other.
record SelfTradeTrials(Function<Matching, Stage> stages) {
  private static final List<Long> INCOMING = List.of(3L, 5L, 8L);

  /// {@return mode × quantity of the order that comes in}
  ///
  /// Alice rests with 5 lots at 101, bob behind her with 10.
  MarkdownTable modes() {
    MarkdownTable table =
        new MarkdownTable(
            List.of("mode", "order", "3 come in", "5 come in", "8 come in", "8 come in as FOK"));
    Map<String, Map<String, List<String>>> blocks = new LinkedHashMap<>();
    blocks.put("not set", block(Optional.empty()));
    for (SelfTradePrevention mode : SelfTradePrevention.values()) {
      blocks.put(mode.name(), block(Optional.of(mode)));
    }
    return table.blocks(blocks, Integer.MAX_VALUE);
  }

  private Map<String, List<String>> block(Optional<SelfTradePrevention> mode) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (long lots : INCOMING) {
      run(rows, mode, OrderRequest.limit(ALICE, ACME, Side.SELL, lots, 101));
    }
    OrderRequest last = OrderRequest.limit(ALICE, ACME, Side.SELL, INCOMING.getLast(), 101);
    run(rows, mode, last.with(TimeInForce.FOK));
    return rows;
  }

  private void run(
      Map<String, List<String>> rows, Optional<SelfTradePrevention> mode, OrderRequest incoming) {
    Stage stage = stages.apply(Matching.QUOTES);
    mode.ifPresent(set -> stage.run(new Command.SetSelfTrade(ALICE, set)));
    long resting = stage.accepted(OrderRequest.limit(ALICE, ACME, Side.BUY, 5, 101));
    long behind = stage.accepted(OrderRequest.limit(BOB, ACME, Side.BUY, 10, 101));
    long came = stage.accepted(incoming);
    add(rows, "alice's that rests", stage.story(resting));
    add(rows, "bob's behind it", stage.story(behind));
    add(rows, "alice's that comes in", stage.story(came));
  }

  private static void add(Map<String, List<String>> rows, String order, String story) {
    rows.computeIfAbsent(order, _ -> new ArrayList<>()).add(story);
  }
}
