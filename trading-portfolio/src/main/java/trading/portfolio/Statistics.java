package trading.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// The figures of a run, from its equity and its closed trades in one currency.
///
/// What is not defined is empty, never 0 and never NaN: figures of trades without a trade, figures
/// of equity without a point. The return of a trade is its profit after fees ÷ its entry notional.
/// Definitions are those of backtesting.py (`compute_stats`), except [#PROFIT_FACTOR].
public final class Statistics {
  /// Last equity ÷ starting money − 1; empty when the starting money is not positive.
  public static final String TOTAL_RETURN = "total_return";

  /// The highest equity, the starting money included, in units of the currency.
  public static final String PEAK_EQUITY = "peak_equity";

  /// The lowest of equity ÷ highest equity before − 1, the starting money included: 0 or negative.
  ///
  /// Magdon-Ismail, Atiya: Maximum Drawdown, Risk 17 (10), 2004; here as a fraction of the peak.
  /// Empty when the starting money is not positive.
  public static final String MAX_DRAWDOWN = "max_drawdown";

  /// The number of closed trades.
  public static final String TRADES = "trades";

  /// Trades with a profit after fees ÷ all trades.
  public static final String WIN_RATE = "win_rate";

  /// The highest return of a trade.
  public static final String BEST_TRADE = "best_trade";

  /// The lowest return of a trade.
  public static final String WORST_TRADE = "worst_trade";

  /// The geometric mean of 1 + return over the trades, − 1; empty when a trade lost all or more.
  public static final String AVERAGE_TRADE = "average_trade";

  /// Profits of winning trades ÷ losses of losing ones, after fees; empty without a loss.
  ///
  /// In money; backtesting.py divides sums of returns instead.
  public static final String PROFIT_FACTOR = "profit_factor";

  /// The arithmetic mean of the trades' returns.
  public static final String EXPECTANCY = "expectancy";

  private static final double MICROS_PER_UNIT = 1e6;

  private final List<Statistic> all;

  private Statistics(List<Statistic> all) {
    this.all = all;
  }

  /// {@return the figures of a run}
  ///
  /// @param curve the equity at every moment that counts, in order
  /// @param trips the closed trades
  /// @param startingMicros the money at the start, in micros
  public static Statistics of(EquityCurve curve, List<RoundTrip> trips, long startingMicros) {
    double[] returns = trips.stream().mapToDouble(RoundTrip::returnRatio).toArray();
    return new Statistics(
        List.of(
            new Statistic(TOTAL_RETURN, totalReturn(curve, startingMicros)),
            new Statistic(PEAK_EQUITY, peakEquity(curve, startingMicros)),
            new Statistic(MAX_DRAWDOWN, maxDrawdown(curve, startingMicros)),
            new Statistic(TRADES, OptionalDouble.of(returns.length)),
            new Statistic(WIN_RATE, winRate(trips)),
            new Statistic(BEST_TRADE, best(returns)),
            new Statistic(WORST_TRADE, worst(returns)),
            new Statistic(AVERAGE_TRADE, geometricMean(returns)),
            new Statistic(PROFIT_FACTOR, profitFactor(trips)),
            new Statistic(EXPECTANCY, mean(returns))));
  }

  /// {@return all figures, in a fixed order}
  public List<Statistic> all() {
    return all;
  }

  /// {@return a figure; empty where it is not defined}
  ///
  /// @param name one of the constants
  /// @throws IllegalArgumentException when there is no figure of that name
  public OptionalDouble value(String name) {
    for (Statistic statistic : all) {
      if (statistic.name().equals(name)) {
        return statistic.value();
      }
    }
    throw new IllegalArgumentException("no statistic is named \"" + name + "\"");
  }

  private static OptionalDouble totalReturn(EquityCurve curve, long startingMicros) {
    if (curve.size() == 0 || startingMicros <= 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((double) curve.equityMicros(curve.size() - 1) / startingMicros - 1);
  }

  private static OptionalDouble peakEquity(EquityCurve curve, long startingMicros) {
    if (curve.size() == 0) {
      return OptionalDouble.empty();
    }
    long peak = startingMicros;
    for (int i = 0; i < curve.size(); i++) {
      peak = Math.max(peak, curve.equityMicros(i));
    }
    return OptionalDouble.of(peak / MICROS_PER_UNIT);
  }

  private static OptionalDouble maxDrawdown(EquityCurve curve, long startingMicros) {
    if (curve.size() == 0 || startingMicros <= 0) {
      return OptionalDouble.empty();
    }
    long peak = startingMicros;
    double deepest = 0;
    for (int i = 0; i < curve.size(); i++) {
      peak = Math.max(peak, curve.equityMicros(i));
      deepest = Math.min(deepest, (double) curve.equityMicros(i) / peak - 1);
    }
    return OptionalDouble.of(deepest);
  }

  private static OptionalDouble winRate(List<RoundTrip> trips) {
    if (trips.isEmpty()) {
      return OptionalDouble.empty();
    }
    long wins = trips.stream().filter(trip -> trip.netMicros() > 0).count();
    return OptionalDouble.of((double) wins / trips.size());
  }

  private static OptionalDouble profitFactor(List<RoundTrip> trips) {
    double won = 0;
    double lost = 0;
    for (RoundTrip trip : trips) {
      won += Math.max(0, trip.netMicros());
      lost += Math.min(0, trip.netMicros());
    }
    return lost < 0 ? OptionalDouble.of(won / -lost) : OptionalDouble.empty();
  }

  private static OptionalDouble best(double[] returns) {
    return Arrays.stream(returns).max();
  }

  private static OptionalDouble worst(double[] returns) {
    return Arrays.stream(returns).min();
  }

  /// As exp(mean(ln(1 + r))) − 1: a product of many factors would run out of range.
  private static OptionalDouble geometricMean(double[] returns) {
    double logs = 0;
    for (double each : returns) {
      if (each <= -1) {
        return OptionalDouble.empty();
      }
      logs += StrictMath.log1p(each);
    }
    return returns.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(StrictMath.expm1(logs / returns.length));
  }

  private static OptionalDouble mean(double[] returns) {
    double sum = 0;
    for (double each : returns) {
      sum += each;
    }
    return returns.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / returns.length);
  }
}
