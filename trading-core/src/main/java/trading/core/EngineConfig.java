package trading.core;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import trading.api.Clock;
import trading.api.spi.FeeModel;
import trading.api.spi.Ledger;
import trading.api.spi.RiskGate;

/// What an engine is made of.
///
/// @param ledger the books; the engine's alone from now on
/// @param gate the risk gate; the engine's alone from now on
/// @param fees what a fill costs
/// @param clock read once per command
/// @param matching what an order does that finds no market
/// @param zone the time zone of the trading day
/// @param sessionStart when a trading day begins there, on the clocks of the zone: a command before
///   it belongs to the day before. On a day whose clocks skip it, the day begins when they have
///   skipped it; on one whose clocks show it twice, when they show it first
/// @param journal where commands and events are kept
/// @param reservedOrders rows to reserve, so that the first so many orders allocate nothing, 0 or
///   more
public record EngineConfig(
    Ledger ledger,
    RiskGate gate,
    FeeModel fees,
    Clock clock,
    Matching matching,
    ZoneId zone,
    LocalTime sessionStart,
    Journal journal,
    int reservedOrders) {

  private static final int DEFAULT_RESERVED = 1024;

  /// Checks that nothing is missing.
  public EngineConfig {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(fees, "fees");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(matching, "matching");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(sessionStart, "sessionStart");
    Objects.requireNonNull(journal, "journal");
  }

  /// {@return a configuration without fees and journal, on quotes, with calendar days of UTC}
  ///
  /// @param ledger the books
  /// @param gate the risk gate
  /// @param clock the time
  public static EngineConfig of(Ledger ledger, RiskGate gate, Clock clock) {
    return new EngineConfig(
        ledger,
        gate,
        FeeModel.none(),
        clock,
        Matching.QUOTES,
        ZoneId.of("UTC"),
        LocalTime.MIDNIGHT,
        Journal.none(),
        DEFAULT_RESERVED);
  }

  /// {@return the same with other fees}
  ///
  /// @param newFees what a fill costs
  public EngineConfig with(FeeModel newFees) {
    return copy(newFees, matching, zone, sessionStart, journal, reservedOrders);
  }

  /// {@return the same with another matching, and another zone of the trading day}
  ///
  /// @param newMatching what an order does that finds no market
  /// @param newZone the time zone of the trading day
  public EngineConfig with(Matching newMatching, ZoneId newZone) {
    return copy(fees, newMatching, newZone, sessionStart, journal, reservedOrders);
  }

  /// {@return the same with trading days that begin at another time}
  ///
  /// @param newSessionStart for example 09:15 for the National Stock Exchange of India, whose zone
  ///   is Asia/Kolkata
  public EngineConfig startingAt(LocalTime newSessionStart) {
    return copy(fees, matching, zone, newSessionStart, journal, reservedOrders);
  }

  /// {@return the same with a journal}
  ///
  /// @param newJournal where commands and events are kept
  public EngineConfig with(Journal newJournal) {
    return copy(fees, matching, zone, sessionStart, newJournal, reservedOrders);
  }

  /// {@return the same with rows reserved}
  ///
  /// @param newReservedOrders the number of orders
  public EngineConfig reserving(int newReservedOrders) {
    return copy(fees, matching, zone, sessionStart, journal, newReservedOrders);
  }

  private EngineConfig copy(
      FeeModel newFees,
      Matching newMatching,
      ZoneId newZone,
      LocalTime newSessionStart,
      Journal newJournal,
      int newReservedOrders) {
    return new EngineConfig(
        ledger,
        gate,
        newFees,
        clock,
        newMatching,
        newZone,
        newSessionStart,
        newJournal,
        newReservedOrders);
  }
}
