package trading.core;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import trading.api.OrderStatus;
import trading.core.OrderLifecycle.Trigger;
import trading.core.OrderTrials.Flag;

/// The page of capabilities: its sentences stand here, its tables come from trials.
final class CapabilityPage {
  private static final String HEAD =
      """
      # Capabilities

      What works with what, and with which code the rest is refused; [orders.md](orders.md) says what each word means.
      Every cell is what happened in a run of its own: `CapabilityMatrixTest` makes this page and compares it. What is
      refused changes nothing: the hash of the state is the same after it.

      Where nothing else is said, the order sells 6 lots of an instrument that stands at 100, for an account that is 10 lots
      long, on quotes. In the cells: *fills* whole or *part*; *rests* on the book; *waits* for its price, and what follows
      is what happens once it is met; *expires* when its day or date is over (what rests or waits at the end of a cell stays
      until it is canceled); *canceled*, *cut* and *refused* come with their code.

      ## Types and flags

      A post-only order that would trade at once is refused; here it would not. An iceberg shows 2 of its 6 lots. All in
      sells what the account holds, and short as much as its cash would buy.

      """;
  private static final String PLAIN =
      """

      ## Types and times in force

      What is on the other side when the order comes on the market: *enough* at its limit, a *part* (3 lots), or *nobody*.
      The market comes to the stop of an order that waits; *not at its stop* it does not.

      """;
  private static final String REDUCE_ONLY =
      """

      A reduce-only sell order of 6 lots, by the position that the account has when it is placed:

      """;
  private static final String REDUCED_LATER =
      """

      The same by the position that is left when the market comes to its price; the account was 10 lots long at first:

      """;
  private static final String BARS =
      """

      ## On bars

      The order comes while the market is closed, and then a bar that *opens there* (at its limit; at its stop or beyond),
      *comes there later*, or *stays away*; or the bar *is open already* when the order comes, and comes there later. A
      trailing stop that waited for the open takes its first stop there.

      """;
  private static final String NUMBERS =
      """

      ## Numbers

      Which numbers an order has, by its type; an expiry, by its time in force; and what an order of 6 lots may show at a
      time:

      """;
  private static final String TRIGGER_PRICES =
      """

      ## Which price triggers

      A sell stop at 90, and a quote with a last price, and bid / ask:

      """;
  private static final String SELF_TRADE =
      """

      ## Self-trade prevention

      Alice buys 5 lots at 101 and rests, bob 10 behind her; then alice sells at 101:

      """;
  private static final String LINKS =
      """

      ## Linked orders

      Which order may stand where, GTC if nothing else is said:

      """;
  private static final String MISFITS =
      """

      Which orders fit together:

      """;
  private static final String SCENES =
      """

      What they do to each other, 6 lots each: a pair (sells at 105, and by a stop at 90), an entry (sells at 105) that
      triggers a purchase at 95, and a bracket of that entry, a stop at 120 and a target at 95:

      """;
  private static final String AMENDMENTS =
      """

      ## Amendments

      An order of 6 lots is to have another number. *Keeps its place* and *joins behind*: before or behind an order of
      somebody else that came to the price before the amendment. A type that never comes into a state has no row there.

      """;
  private static final String STATES =
      """

      ## States

      Which state follows when something happens; where nothing stands it cannot happen. PENDING_CANCEL is for orders that
      stand at other venues.

      """;

  private final OrderTrials orders;
  private final LinkTrials links;
  private final Function<Matching, Stage> stages;

  private CapabilityPage(Function<Matching, Stage> stages) {
    this.stages = stages;
    orders = new OrderTrials(stages);
    links = new LinkTrials(stages);
  }

  /// {@return the page, every cell tried on a stage of its own}
  static String of(Function<Matching, Stage> stages) {
    return new CapabilityPage(stages).page();
  }

  private String page() {
    TermTrials terms = new TermTrials(stages);
    return HEAD
        + orders.overview()
        + PLAIN
        + tables(Matching.QUOTES)
        + REDUCE_ONLY
        + terms.reduceOnlyByPosition()
        + REDUCED_LATER
        + terms.reduceOnlyLater()
        + BARS
        + tables(Matching.BARS)
        + NUMBERS
        + terms.numbers()
        + "\n"
        + terms.expiries()
        + "\n"
        + terms.displays()
        + TRIGGER_PRICES
        + terms.triggerPrices()
        + SELF_TRADE
        + new SelfTradeTrials(stages).modes()
        + linked()
        + AMENDMENTS
        + new AmendTrials(stages).amendments()
        + STATES
        + states();
  }

  private String tables(Matching matching) {
    String where = matching == Matching.BARS ? " on bars" : "";
    String flagged =
        Arrays.stream(Flag.values())
            .filter(flag -> flag != Flag.NONE)
            .map(flag -> "\n### " + flag.title() + where + "\n\n" + orders.table(flag, matching))
            .collect(joining());
    return orders.table(Flag.NONE, matching) + flagged;
  }

  private String linked() {
    return LINKS
        + links.places()
        + MISFITS
        + links.misfits()
        + "\n"
        + links.numbers()
        + SCENES
        + links.scenes();
  }

  private static MarkdownTable states() {
    List<String> head = new ArrayList<>(List.of("what happens"));
    Arrays.stream(OrderStatus.values()).forEach(status -> head.add(status.name()));
    MarkdownTable table = new MarkdownTable(head);
    for (Trigger trigger : Trigger.values()) {
      List<String> row = new ArrayList<>(List.of(trigger.name()));
      Arrays.stream(OrderStatus.values())
          .forEach(from -> row.add(next(from, trigger).map(Enum::name).orElse("")));
      table.row(row);
    }
    return table;
  }

  private static Optional<OrderStatus> next(OrderStatus from, Trigger trigger) {
    try {
      return Optional.of(OrderLifecycle.next(from, trigger));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }
}
