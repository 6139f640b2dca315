package trading.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trading.api.Instrument;
import trading.api.Order;
import trading.api.Side;
import trading.core.BasisPointFees;
import trading.portfolio.RoundTrip;
import trading.portfolio.Statistics;

/// A crossing of 10 and 30 day averages, long and short, all in, on GOOG: the figures of
/// backtesting.py (its test test_compute_stats), and every trade beside a few lines of plain
/// arithmetic.
class ReferenceBacktestTest {
  private static final Instrument GOOG = Instrument.of("GOOG", "USD", "0.01", "1");
  private static final long CASH = 10_000_000_000L;

  @Test
  void reproducesThePublishedFigures() {
    BacktestResult result = run(Backtest.Options.defaults().withCash(CASH).closingAtEnd());

    assertEquals(66, result.trades().size());
    assertEquals(51_422_990_000L, result.finalEquityMicros());
    assertStatistic(result, Statistics.TOTAL_RETURN, 4.142298999999999);
    assertStatistic(result, Statistics.PEAK_EQUITY, 75787.44);
    assertStatistic(result, Statistics.MAX_DRAWDOWN, -0.4798012705007589);
    assertStatistic(result, Statistics.WIN_RATE, 0.4696969696969697);
    assertStatistic(result, Statistics.BEST_TRADE, 0.5359595229490424);
    assertStatistic(result, Statistics.WORST_TRADE, -0.1839887353835481);
    assertStatistic(result, Statistics.AVERAGE_TRADE, 0.02531715975158555);
    assertStatistic(result, Statistics.EXPECTANCY, 0.032748078066748834);
    assertEquals(List.of(), result.warnings());
  }

  /// Only those that are defined alike there: its ratios of Sharpe and Sortino take another mean.
  @Test
  void reproducesThePublishedFiguresPerYear() {
    BacktestResult result = run(Backtest.Options.defaults().withCash(CASH).closingAtEnd());

    assertStatistic(result, Statistics.CAGR, 0.21191099249053224); // its "Return (Ann.)"
    assertStatistic(result, Statistics.CALMAR, 0.44166409202994605);
    // Its "Exposure Time", 2,078 of 2,148 bars, counts the last one, at whose open all was sold.
    assertStatistic(result, Statistics.EXPOSURE, 0.9674115456238361 - 1.0 / 2_148);
  }

  @ParameterizedTest
  @CsvSource({"10, 30", "5, 20", "20, 50"})
  void everyTradeIsThatOfPlainArithmetic(int fast, int slow) throws IOException {
    BacktestResult result =
        backtest(Backtest.Options.defaults().withCash(CASH).closingAtEnd())
            .set("short", Integer.toString(fast))
            .set("long", Integer.toString(slow))
            .run(PluginCatalog.builtIn());

    assertEquals(plainTrades(fast, slow), result.trades().stream().map(this::text).toList());
  }

  @Test
  void feesArePaidOutOfEquityToTheLastMicro() {
    BacktestResult result =
        run(
            Backtest.Options.defaults()
                .withCash(CASH)
                .withFees(new BasisPointFees(2_000))
                .closingAtEnd());

    long net = result.trades().stream().mapToLong(RoundTrip::netMicros).sum();
    long paid = result.trades().stream().mapToLong(RoundTrip::feesMicros).sum();
    assertEquals(CASH + net, result.finalEquityMicros());
    assertEquals(result.orders().stream().mapToLong(Order::feesMicros).sum(), paid);
  }

  @Test
  void leavesThePositionOpenWhenNotAskedToClose() {
    BacktestResult result = run(Backtest.Options.defaults().withCash(CASH));

    assertEquals(65, result.trades().size());
    assertEquals(64, result.openLots());
  }

  private BacktestResult run(Backtest.Options options) {
    return backtest(options).set("short", "10").set("long", "30").run(PluginCatalog.builtIn());
  }

  private Backtest backtest(Backtest.Options options) {
    return Backtest.of("ma_crossover", SharedData.file("backtest/GOOG.csv"), GOOG)
        .with(options)
        .set("direction", "both")
        .set("sizing", "all-in");
  }

  private static void assertStatistic(BacktestResult result, String name, double expected) {
    assertEquals(expected, result.statistics().value(name).orElseThrow(), 1e-9, name);
  }

  private String text(RoundTrip trade) {
    return (trade.side() == Side.BUY ? "LONG " : "SHORT ")
        + trade.lots()
        + " "
        + trade.entryPrice().toPlainString()
        + " "
        + trade.exitPrice().toPlainString()
        + " "
        + trade.profitMicros() / 10_000;
  }

  /// The same strategy with nothing but a loop: cents and whole shares.
  private static List<String> plainTrades(int fast, int slow) throws IOException {
    Path file = SharedData.file("backtest/GOOG.csv");
    List<long[]> bars = new ArrayList<>();
    for (String line : Files.readAllLines(file).subList(1, lines(file))) {
      String[] cells = line.split(",");
      bars.add(new long[] {cents(cells[1]), cents(cells[4])});
    }
    List<String> trades = new ArrayList<>();
    long cash = CASH / 10_000;
    long held = 0;
    long entry = 0;
    int signal = 0;
    for (int i = 0; i < bars.size(); i++) {
      long open = bars.get(i)[0];
      boolean last = i == bars.size() - 1;
      for (int turn = 0; turn < 2; turn++) {
        int wanted = turn == 0 ? signal : 0;
        boolean acts = turn == 0 ? signal != 0 : last;
        if (!acts) {
          continue;
        }
        if (held != 0) {
          trades.add(
              (held > 0 ? "LONG " : "SHORT ")
                  + Math.abs(held)
                  + " "
                  + price(entry)
                  + " "
                  + price(open)
                  + " "
                  + held * (open - entry));
          cash += held * open;
        }
        held = wanted * (cash / open);
        cash -= held * open;
        entry = open;
      }
      signal = crossing(bars, i, fast, slow);
    }
    return trades;
  }

  private static int crossing(List<long[]> bars, int i, int fast, int slow) {
    if (i < slow) {
      return 0;
    }
    long before = sum(bars, i - 1, fast) * slow - sum(bars, i - 1, slow) * fast;
    long now = sum(bars, i, fast) * slow - sum(bars, i, slow) * fast;
    return before < 0 && now > 0 ? 1 : before > 0 && now < 0 ? -1 : 0;
  }

  private static long sum(List<long[]> bars, int last, int count) {
    return bars.subList(last - count + 1, last + 1).stream().mapToLong(bar -> bar[1]).sum();
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  private static long cents(String text) {
    return new BigDecimal(text).movePointRight(2).longValueExact();
  }

  private static String price(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
