package trading.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import trading.portfolio.Statistic.Unit;

/// The figures of a run or of an account, from its equity and its closed trades in one currency.
///
/// What is not defined is empty, never 0, infinite or NaN: figures of trades without a trade,
/// figures of equity without a point. The return of a trade is its profit after fees ÷ its entry
/// notional; figures of trades are defined as in backtesting.py (`compute_stats`), except
/// [#PROFIT_FACTOR].
///
/// The returns are the simple ones of the equity from point to point, equity ÷ stake − 1, where the
/// stake is the equity before and the money that came or left since: deposits and withdrawals are
/// neither profit nor loss (time-weighted returns, as the GIPS standards ask for). There is one
/// return fewer than points; a stretch that begins and ends with nothing has none. What is made of
/// them ([#CAGR], [#VOLATILITY], [#SHARPE], [#SORTINO], [#CALMAR]) is defined as in empyrical 0.5.5
/// (`stats.py`) and annualised by the periods per year that the caller names; it is empty as well
/// once an equity or a stake is not positive, for after ruin there is no return. Sums are taken in
/// the order of time: the same run gives the same bits everywhere.
public final class Statistics {
  /// Last equity ÷ starting money − 1, as if no money had come or left since.
  ///
  /// With deposits or withdrawals: the product of last equity ÷ first stake over the stretches
  /// between them, the first stake being the starting money, − 1. Empty without a point, when the
  /// starting money is not positive, and when money came or left while the equity was not positive
  /// (other than after a withdrawal of all) or left a stake below 0.
  public static final String TOTAL_RETURN = "total_return";

  /// The growth per year: (last equity ÷ first equity) ^ (periods per year ÷ returns) − 1.
  ///
  /// With deposits or withdrawals the quotient is a product as in [#TOTAL_RETURN]. Time is counted
  /// in periods, not by the calendar (empyrical's `cagr`, which is its `annual_return`). Empty
  /// without a return, and when it exceeds the range of a `double`.
  public static final String CAGR = "cagr";

  /// The sample standard deviation of the returns × √ periods per year; 0 when all are equal.
  ///
  /// Divided by returns − 1 (empyrical's `annual_volatility`). Empty with fewer than two returns.
  public static final String VOLATILITY = "volatility";

  /// The mean of the returns ÷ their sample standard deviation × √ periods per year.
  ///
  /// The risk-free return is 0. Sharpe: The Sharpe Ratio, Journal of Portfolio Management 21 (1),
  /// 1994; empyrical's `sharpe_ratio`. Empty with fewer than two returns and when all are equal.
  public static final String SHARPE = "sharpe";

  /// The mean of the returns ÷ their downside deviation × √ periods per year.
  ///
  /// The downside deviation is the root of the mean of min(return, 0)² over all returns, the
  /// positive ones included. Sortino, Price: Performance Measurement in a Downside Risk Framework,
  /// Journal of Investing 3 (3), 1994; empyrical's `sortino_ratio`. Empty with fewer than two
  /// returns and when none is negative.
  public static final String SORTINO = "sortino";

  /// The highest equity, the starting money included, in units of the currency.
  ///
  /// Money as it was: a deposit raises it. Empty without a point.
  public static final String PEAK_EQUITY = "peak_equity";

  /// The lowest of equity ÷ highest equity before − 1, the starting money included: 0 or negative.
  ///
  /// A deposit or withdrawal changes the highest equity in proportion, so that it alone is no
  /// drawdown and ends none. Magdon-Ismail, Atiya: Maximum Drawdown, Risk 17 (10), 2004; here as a
  /// fraction of the peak. Empty where [#TOTAL_RETURN] is.
  public static final String MAX_DRAWDOWN = "max_drawdown";

  /// [#CAGR] ÷ −[#MAX_DRAWDOWN]; empty without a drawdown and where either is.
  ///
  /// Over the whole run, not the last 36 months. Young: Calmar Ratio: A Smoother Tool, Futures,
  /// October 1991; empyrical's `calmar_ratio`.
  public static final String CALMAR = "calmar";

  /// The number of closed trades; 0 without one, never empty.
  public static final String TRADES = "trades";

  /// Trades with a profit after fees ÷ all trades; one that breaks even is none.
  ///
  /// Empty without a trade.
  public static final String WIN_RATE = "win_rate";

  /// The highest return of a trade; empty without a trade.
  public static final String BEST_TRADE = "best_trade";

  /// The lowest return of a trade; empty without a trade.
  public static final String WORST_TRADE = "worst_trade";

  /// The geometric mean of 1 + return over the trades, − 1.
  ///
  /// Empty without a trade, and when one lost all of its entry notional or more.
  public static final String AVERAGE_TRADE = "average_trade";

  /// Profits of winning trades ÷ losses of losing ones, after fees; empty without a loss.
  ///
  /// 0 when there are losses only. In money; backtesting.py divides sums of returns instead.
  public static final String PROFIT_FACTOR = "profit_factor";

  /// The arithmetic mean of the trades' returns; empty without a trade.
  public static final String EXPECTANCY = "expectancy";

  /// The points of the equity at which a position is held ÷ all points; empty without a point.
  ///
  /// A bar or interval whose end finds no position is not counted, though one was closed in it;
  /// backtesting.py counts it.
  public static final String EXPOSURE = "exposure";

  private static final double MICROS_PER_UNIT = 1e6;

  private final List<Statistic> all;

  private Statistics(List<Statistic> all) {
    this.all = all;
  }

  /// {@return the figures of a run or of an account}
  ///
  /// @param curve the equity at every moment that counts, evenly spaced and in order; starts with
  ///   the starting money where what happened before its first point shall count as a return
  /// @param trips the closed trades
  /// @param startingMicros the money at the start, in micros
  /// @param periodsPerYear how many points make a year, at least 1: 252 for daily ones; see
  ///   [PeriodsPerYear]
  /// @throws IllegalArgumentException when there is less than one period per year
  public static Statistics of(
      EquityCurve curve, List<RoundTrip> trips, long startingMicros, int periodsPerYear) {
    if (periodsPerYear < 1) {
      throw new IllegalArgumentException(
          "periods per year must be at least 1, was " + periodsPerYear);
    }
    Returns returns = Returns.of(curve, periodsPerYear);
    Growth growth = Growth.of(curve, startingMicros);
    OptionalDouble drawdown = growth.maxDrawdown();
    double[] tripReturns = trips.stream().mapToDouble(RoundTrip::returnRatio).toArray();
    return new Statistics(
        List.of(
            new Statistic(TOTAL_RETURN, Unit.FRACTION, totalReturn(growth)),
            new Statistic(CAGR, Unit.FRACTION, returns.annualGrowth()),
            new Statistic(VOLATILITY, Unit.FRACTION, returns.volatility()),
            new Statistic(SHARPE, Unit.RATIO, returns.sharpe()),
            new Statistic(SORTINO, Unit.RATIO, returns.sortino()),
            new Statistic(PEAK_EQUITY, Unit.MONEY, peakEquity(curve, startingMicros)),
            new Statistic(MAX_DRAWDOWN, Unit.FRACTION, drawdown),
            new Statistic(CALMAR, Unit.RATIO, calmar(returns.annualGrowth(), drawdown)),
            new Statistic(TRADES, Unit.COUNT, OptionalDouble.of(trips.size())),
            new Statistic(WIN_RATE, Unit.FRACTION, winRate(trips)),
            new Statistic(BEST_TRADE, Unit.FRACTION, best(tripReturns)),
            new Statistic(WORST_TRADE, Unit.FRACTION, worst(tripReturns)),
            new Statistic(AVERAGE_TRADE, Unit.FRACTION, geometricMean(tripReturns)),
            new Statistic(PROFIT_FACTOR, Unit.RATIO, profitFactor(trips)),
            new Statistic(EXPECTANCY, Unit.FRACTION, mean(tripReturns)),
            new Statistic(EXPOSURE, Unit.FRACTION, exposure(curve))));
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

  private static OptionalDouble totalReturn(Growth growth) {
    OptionalDouble total = growth.total();
    return total.isPresent() ? OptionalDouble.of(total.getAsDouble() - 1) : total;
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

  private static OptionalDouble calmar(OptionalDouble annualGrowth, OptionalDouble drawdown) {
    if (annualGrowth.isEmpty() || drawdown.isEmpty()) {
      return OptionalDouble.empty();
    }
    // Infinite or NaN without a drawdown.
    double calmar = annualGrowth.getAsDouble() / -drawdown.getAsDouble();
    return Double.isFinite(calmar) ? OptionalDouble.of(calmar) : OptionalDouble.empty();
  }

  private static OptionalDouble exposure(EquityCurve curve) {
    int held = 0;
    for (int i = 0; i < curve.size(); i++) {
      held += curve.inMarket(i) ? 1 : 0;
    }
    return curve.size() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) held / curve.size());
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
