package trading.core;

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
/// @param zone the time zone whose calendar day is the trading day
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
    Objects.requireNonNull(journal, "journal");
  }

  /// {@return a configuration without fees and journal, on quotes, with days of UTC}
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
        Journal.none(),
        DEFAULT_RESERVED);
  }

  /// {@return the same with other fees}
  ///
  /// @param newFees what a fill costs
  public EngineConfig with(FeeModel newFees) {
    return new EngineConfig(ledger, gate, newFees, clock, matching, zone, journal, reservedOrders);
  }

  /// {@return the same with another matching and trading day}
  ///
  /// @param newMatching what an order does that finds no market
  /// @param newZone the time zone of the trading day
  public EngineConfig with(Matching newMatching, ZoneId newZone) {
    return new EngineConfig(
        ledger, gate, fees, clock, newMatching, newZone, journal, reservedOrders);
  }

  /// {@return the same with a journal}
  ///
  /// @param newJournal where commands and events are kept
  public EngineConfig with(Journal newJournal) {
    return new EngineConfig(ledger, gate, fees, clock, matching, zone, newJournal, reservedOrders);
  }

  /// {@return the same with rows reserved}
  ///
  /// @param newReservedOrders the number of orders
  public EngineConfig reserving(int newReservedOrders) {
    return new EngineConfig(ledger, gate, fees, clock, matching, zone, journal, newReservedOrders);
  }
}
