package trading.portfolio.alone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trading.api.Instrument;
import trading.api.Liquidity;
import trading.api.Side;
import trading.api.event.Event;
import trading.api.event.EventCodec;
import trading.api.event.EventCursor;
import trading.api.event.RecordBuffer;
import trading.portfolio.AverageCostLedger;
import trading.portfolio.Performance;
import trading.portfolio.Portfolio;
import trading.portfolio.PortfolioSummary;
import trading.portfolio.Statistics;
import trading.portfolio.Transaction;

/// Ledger and portfolio from fills: what a stranger does who takes this module and no other.
class ModuleAloneTest {
  private static final long UNIT = 1_000_000;
  private static final int INR = 1;
  private static final int RELIANCE = 1;
  private static final int TRADER = 1;
  private static final Instrument INSTRUMENT = Instrument.of("RELIANCE", "INR", "0.05", "1");

  private final AverageCostLedger ledger = AverageCostLedger.create();
  private final Portfolio portfolio = new Portfolio();
  private final RecordBuffer buffer = new RecordBuffer();
  private final EventCursor cursor = new EventCursor();
  private long seq;

  @Test
  void fillsBecomePositionsMoneyAndFigures() {
    tell(new Event.DayStarted(++seq, 0, 20_094));
    tell(new Event.CurrencyListed(++seq, 0, INR, "INR"));
    tell(
        new Event.InstrumentListed(
            ++seq, 0, RELIANCE, INR, INSTRUMENT.tickValueMicros(), "RELIANCE", "INR", "0.05", "1"));
    tell(new Event.AccountOpened(++seq, 0, TRADER, "trader_001"));
    tell(new Event.CashMoved(++seq, 0, TRADER, INR, 100_000 * UNIT));
    tell(fill(Side.BUY, "2500.00", 10));
    tell(fill(Side.SELL, "2600.00", 4));
    tell(fill(Side.SELL, "2550.00", 6));

    assertEquals(0, ledger.netLots(TRADER, RELIANCE));
    assertEquals(100_697 * UNIT, ledger.cashMicros(TRADER, INR));
    PortfolioSummary summary = portfolio.summary("trader_001").getFirst();
    assertEquals(700 * UNIT, summary.realisedMicros());
    assertEquals(3 * UNIT, summary.feesMicros());
    assertEquals(697 * UNIT, summary.dailyProfitMicros());
    assertEquals(
        List.of(6L, 4L, 10L),
        portfolio.transactions("trader_001", 9).stream().map(Transaction::lots).toList());
    Performance performance = portfolio.performance("trader_001").getFirst();
    assertEquals(1, performance.statistics().value(Statistics.WIN_RATE).orElseThrow());
    assertEquals(
        0.00697, performance.statistics().value(Statistics.TOTAL_RETURN).orElseThrow(), 1e-12);
  }

  @Test
  void noOtherModuleIsThere() {
    Set<String> modules =
        ModuleLayer.boot().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("trading."))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of("trading.api", "trading.portfolio"), modules);
    assertEquals(Set.of("trading-api", "trading-portfolio"), parts());
  }

  /// {@return the parts of this project that were handed to the JVM, on whichever path}
  private static Set<String> parts() {
    Pattern part = Pattern.compile("trading-[a-z]+");
    return Stream.of("jdk.module.path", "java.class.path", "jdk.module.main")
        .flatMap(path -> Stream.of(System.getProperty(path, "").split(File.pathSeparator)))
        .map(Path::of)
        .flatMap(ModuleAloneTest::names)
        .map(name -> part.matcher(name))
        .filter(matcher -> matcher.lookingAt())
        .map(matcher -> matcher.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A jar's own name, or that of the folder above `target/classes`.
  private static Stream<String> names(Path path) {
    int count = path.getNameCount();
    return count < 3
        ? Stream.of(path.toString())
        : Stream.of(path.getFileName().toString(), path.getName(count - 3).toString());
  }

  private Event fill(Side side, String price, long lots) {
    long number = ++seq;
    return new Event.OrderFilled(
        number,
        number,
        number,
        number,
        TRADER,
        RELIANCE,
        side,
        INSTRUMENT.ticks(price),
        lots,
        0,
        UNIT,
        Liquidity.TAKER);
  }

  private void tell(Event event) {
    buffer.clear();
    EventCodec.encode(event, buffer);
    cursor.wrap(buffer.array(), 0, buffer.size());
    cursor.next();
    ledger.apply(cursor);
    portfolio.onEvent(cursor);
  }
}
