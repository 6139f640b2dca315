package trading.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the running system does, at one moment: orders, latency, market data, risk, profit.
///
/// @param atNanos the moment, nanoseconds since the epoch
/// @param orders what became of orders since the start
/// @param latency how long the answers to orders took since the start
/// @param marketData how fresh the market data is
/// @param risk how much of their limits the accounts use
/// @param profit what the accounts' positions have made
public record Metrics(
    long atNanos,
    Orders orders,
    Latency latency,
    MarketDataAge marketData,
    List<RiskUse> risk,
    List<PositionProfit> profit) {

  /// Copies the lists.
  public Metrics {
    risk = List.copyOf(risk);
    profit = List.copyOf(profit);
  }

  /// What became of orders.
  ///
  /// @param accepted orders that passed the door
  /// @param fills executions of accounts
  /// @param canceled orders that ended before they were filled
  /// @param refused orders that the door refused
  /// @param refusedByCode the same by their stable code; codes that did not occur are absent
  public record Orders(
      long accepted, long fills, long canceled, long refused, Map<String, Long> refusedByCode) {

    /// Copies the map, in the order of the codes.
    public Orders {
      refusedByCode = Collections.unmodifiableMap(new TreeMap<>(refusedByCode));
    }
  }

  /// The time from the call of an order to its answer, in nanoseconds, to three digits.
  ///
  /// @param count how many orders were timed
  /// @param minNanos the shortest
  /// @param p50Nanos the median
  /// @param p99Nanos what 99 of 100 do not exceed
  /// @param p999Nanos what 999 of 1,000 do not exceed
  /// @param maxNanos the longest; a minute stands for more
  public record Latency(
      long count, long minNanos, long p50Nanos, long p99Nanos, long p999Nanos, long maxNanos) {
    /// No order was timed; every time is 0.
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0);
  }

  /// How fresh the market data is.
  ///
  /// @param updates quotes of subscribed symbols since the start
  /// @param updatesPerSecond the same per second, over the last second or more
  /// @param oldestNanos the age of the oldest last quote of a subscribed symbol; 0 without one
  /// @param oldestSymbol that symbol; empty without one
  /// @param droppedMoments how often all quotes of a moment were dropped because a stall had made
  ///   them late; 0 on virtual time
  /// @param longestDelayNanos the longest that quotes came after they were due; 0 on virtual time
  public record MarketDataAge(
      long updates,
      double updatesPerSecond,
      long oldestNanos,
      String oldestSymbol,
      long droppedMoments,
      long longestDelayNanos) {}

  /// How much of a limit is used.
  ///
  /// @param account the account
  /// @param rule the risk rule
  /// @param symbol the instrument for which it is asked; empty where it is asked for the account
  /// @param limit the limit, in the rule's unit
  /// @param actual what is used of it
  /// @param useMillionths the part of the limit that is used, in millionths of a percent; see
  ///   [trading.risk.LimitUse#useMillionths]
  public record RiskUse(
      String account, String rule, String symbol, long limit, long actual, long useMillionths) {}

  /// What a position has made, in micros of its currency.
  ///
  /// @param account the account
  /// @param symbol the instrument
  /// @param netLots the position in lots, negative if short
  /// @param realisedMicros profit of what was closed, before fees
  /// @param unrealisedMicros profit of what is held, at the mark
  public record PositionProfit(
      String account, String symbol, long netLots, long realisedMicros, long unrealisedMicros) {}
}
