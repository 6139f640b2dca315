package trading.core;

import static trading.core.Stage.ACME;
import static trading.core.Stage.ALICE;
import static trading.core.Stage.PLENTY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import trading.api.OrderRequest;
import trading.api.OrderTerms;
import trading.api.OrderType;
import trading.api.Reason;
import trading.api.Side;
import trading.api.Sizing;
import trading.api.TimeInForce;

/// Tries every type, time in force and flag, each in several markets.
record OrderTrials(Function<Matching, Stage> stages) {
  static final long LOTS = 6;
  static final List<TimeInForce> TIMES =
      List.of(TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD, TimeInForce.IOC, TimeInForce.FOK);

  private static final long HOUR = 3_600_000_000_000L;
  private static final long PART = 3;

  /// What an order may say beyond type and time in force.
  enum Flag {
    NONE("no flag"),
    POST_ONLY("post-only"),
    REDUCE_ONLY("reduce-only"),
    ICEBERG("iceberg"),
    ALL_IN("all in");

    final String words;

    Flag(String words) {
      this.words = words;
    }

    String title() {
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
  }

  /// Where an order stands, and where the market comes to it.
  ///
  /// @param stop its stop, or 0
  /// @param limit its limit; the price that the market comes to
  record Prices(long stop, long limit) {
    static Prices of(OrderType type) {
      return switch (type) {
        case MARKET, LIMIT, MARKET_TO_LIMIT -> new Prices(0, 100);
        case STOP, STOP_LIMIT, TRAILING_STOP -> new Prices(90, 88);
        case MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> new Prices(110, 110);
      };
    }
  }

  /// {@return a sell order}
  static OrderRequest request(OrderType type, TimeInForce timeInForce, Flag flag) {
    Prices prices = Prices.of(type);
    OrderTerms terms =
        OrderTerms.NONE
            .withStop(type.hasStop() ? prices.stop() : 0)
            .withTrail(type == OrderType.TRAILING_STOP ? 100 - prices.stop() : 0, 0)
            .withFlags(flag == Flag.POST_ONLY, flag == Flag.REDUCE_ONLY)
            .showing(flag == Flag.ICEBERG ? 2 : 0)
            .expiringAt(timeInForce == TimeInForce.GTD ? HOUR : 0);
    return new OrderRequest(
        ALICE,
        ACME,
        Side.SELL,
        type,
        timeInForce,
        flag == Flag.ALL_IN ? Sizing.ALL_IN : Sizing.LOTS,
        flag == Flag.ALL_IN ? 0 : LOTS,
        type.hasLimit() ? prices.limit() : 0,
        0,
        terms);
  }

  /// {@return which types take which flags, with which times in force}
  MarkdownTable overview() {
    List<String> head = new ArrayList<>(List.of("type"));
    Arrays.stream(Flag.values()).forEach(flag -> head.add(flag.words));
    MarkdownTable table = new MarkdownTable(head);
    for (OrderType type : OrderType.values()) {
      List<String> row = new ArrayList<>(List.of(type.name()));
      Arrays.stream(Flag.values()).forEach(flag -> row.add(verdict(type, flag)));
      table.row(row);
    }
    return table;
  }

  private String verdict(OrderType type, Flag flag) {
    List<String> works = new ArrayList<>();
    Set<String> refused = new LinkedHashSet<>();
    for (TimeInForce timeInForce : TIMES) {
      Stage stage = stages.apply(Matching.QUOTES);
      if (!type.isTriggered() && flag == Flag.POST_ONLY) {
        stage.quote(90, PLENTY, 102, 100);
      }
      Optional<Reason> reason = stage.place(request(type, timeInForce, flag));
      reason.ifPresentOrElse(
          why -> refused.add(OrderStory.code(why)), () -> works.add(timeInForce.name()));
    }
    String codes = "refused " + String.join(", ", refused);
    if (works.isEmpty()) {
      return codes;
    }
    return refused.isEmpty() ? "works" : String.join(", ", works) + "; others " + codes;
  }

  /// {@return type and market × time in force, for one flag; only what differs from no flag}
  String table(Flag flag, Matching matching) {
    Map<String, Map<String, List<String>>> blocks = blocks(flag, matching);
    if (flag != Flag.NONE) {
      Map<String, Map<String, List<String>>> plain = blocks(Flag.NONE, matching);
      blocks.entrySet().removeIf(block -> block.getValue().equals(plain.get(block.getKey())));
    }
    if (blocks.isEmpty()) {
      return "Every type does as without it.\n";
    }
    List<String> head =
        new ArrayList<>(
            List.of("type", matching == Matching.QUOTES ? "the other side" : "the bar"));
    TIMES.forEach(each -> head.add(each.name()));
    String others =
        blocks.size() < OrderType.values().length ? "\nThe other types do as without it.\n" : "";
    return new MarkdownTable(head).blocks(blocks, 1) + others;
  }

  private Map<String, Map<String, List<String>>> blocks(Flag flag, Matching matching) {
    Map<String, Map<String, List<String>>> blocks = new LinkedHashMap<>();
    for (OrderType type : OrderType.values()) {
      blocks.put(
          type.name(), matching == Matching.QUOTES ? quoteBlock(type, flag) : barBlock(type, flag));
    }
    return blocks;
  }

  private Map<String, List<String>> quoteBlock(OrderType type, Flag flag) {
    Map<String, List<String>> block = new LinkedHashMap<>();
    block.put("enough", cells(each -> onQuotes(request(type, each, flag), PLENTY)));
    block.put("part", cells(each -> onQuotes(request(type, each, flag), PART)));
    block.put("nobody", cells(each -> onQuotes(request(type, each, flag), 0)));
    if (type.isTriggered()) {
      block.put("not at its stop", cells(each -> beforeItsStop(request(type, each, flag))));
    }
    return block;
  }

  private static List<String> cells(Function<TimeInForce, String> trial) {
    return TIMES.stream().map(trial).toList();
  }

  /// The market has so many lots where the order trades.
  private String onQuotes(OrderRequest request, long lots) {
    Stage stage = stages.apply(Matching.QUOTES);
    long limit = Prices.of(request.type()).limit();
    if (!request.type().isTriggered()) {
      stage.quote(limit, lots, limit + 2, limit);
    }
    Optional<Reason> refused = stage.place(request);
    if (refused.isPresent()) {
      return refused(refused.get());
    }
    if (request.type().isTriggered()) {
      stage.quote(limit, lots, limit + 2, limit);
    }
    return stage.ending(stage.newest());
  }

  private String beforeItsStop(OrderRequest request) {
    Stage stage = stages.apply(Matching.QUOTES);
    return stage
        .place(request)
        .map(OrderTrials::refused)
        .orElseGet(() -> stage.ending(stage.newest()));
  }

  static String refused(Reason reason) {
    return "refused " + OrderStory.code(reason);
  }

  private Map<String, List<String>> barBlock(OrderType type, Flag flag) {
    Map<String, List<String>> block = new LinkedHashMap<>();
    Prices prices = Prices.of(type);
    long limit = prices.limit();
    long away = prices.stop() == 0 ? limit - 5 : 100;
    Bar reaches = new Bar(away, Math.max(limit, away) + 2, Math.min(limit, away) - 2, away);
    block.put(
        "opens there",
        cells(each -> onBar(request(type, each, flag), new Bar(limit, limit, limit, limit))));
    block.put("comes there later", cells(each -> onBar(request(type, each, flag), reaches)));
    block.put(
        "stays away",
        cells(each -> onBar(request(type, each, flag), new Bar(away, away, away, away))));
    block.put("is open already", cells(each -> withinBar(request(type, each, flag), reaches)));
    return block;
  }

  private record Bar(long open, long high, long low, long close) {}

  private String onBar(OrderRequest request, Bar bar) {
    Stage stage = stages.apply(Matching.BARS);
    Optional<Reason> refused = stage.place(request);
    if (refused.isPresent()) {
      return refused(refused.get());
    }
    stage.openBar(bar.open());
    stage.closeBar(bar.high(), bar.low(), bar.close());
    return stage.ending(stage.newest());
  }

  private String withinBar(OrderRequest request, Bar bar) {
    Stage stage = stages.apply(Matching.BARS);
    stage.openBar(bar.open());
    Optional<Reason> refused = stage.place(request);
    stage.closeBar(bar.high(), bar.low(), bar.close());
    return refused.map(OrderTrials::refused).orElseGet(() -> stage.ending(stage.newest()));
  }
}
