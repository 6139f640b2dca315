package trading.strategies;

import java.util.List;
import trading.api.Instrument;

/// Worked examples as StockCharts.com prints them in its ChartSchool, rounded to two decimals.
///
/// Values in full precision are in [trading.strategies.indicator.Reference].
public final class WorkedExamples {

  /// Something that has such prices.
  public static final Instrument INSTRUMENT = Instrument.of("EXAMPLE", "USD", "0.0001", "1");

  /// The closes of "Moving Averages - Simple and Exponential".
  public static final List<String> SMA_CLOSES = List.of("11", "12", "13", "14", "15", "16", "17");

  /// SMA(5) of them, from the fifth close on.
  public static final List<Double> SMA_5 = List.of(13.0, 14.0, 15.0);

  /// The closes of "Relative Strength Index (RSI)".
  public static final List<String> RSI_CLOSES =
      List.of(
          "44.3389", "44.0902", "44.1497", "43.6124", "44.3278", "44.8264", "45.0955", "45.4245",
          "45.8433", "46.0826", "45.8931", "46.0328", "45.6140", "46.2820", "46.2820", "46.0028",
          "46.0328", "46.4116", "46.2222", "45.6439", "46.2122", "46.2521", "45.7137", "46.4515",
          "45.7835", "45.3548", "44.0288", "44.1783", "44.2181", "44.5672", "43.4205", "42.6628",
          "43.1314");

  /// RSI(14) of them, from the fifteenth close on.
  public static final List<Double> RSI_14 =
      List.of(
          70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38, 54.71, 50.42, 39.99,
          41.46, 41.87, 45.46, 37.30, 33.08, 37.77);

  /// The closes of "Rate of Change (ROC)".
  public static final List<String> ROC_CLOSES =
      List.of(
          "11045.27",
          "11167.32",
          "11008.61",
          "11151.83",
          "10926.77",
          "10868.12",
          "10520.32",
          "10380.43",
          "10785.14",
          "10748.26",
          "10896.91",
          "10782.95",
          "10620.16",
          "10625.83",
          "10510.95",
          "10444.37",
          "10068.01",
          "10193.39",
          "10066.57",
          "10043.75");

  /// ROC(12) of them, from the thirteenth close on.
  public static final List<Double> ROC_12 =
      List.of(-3.85, -4.85, -4.52, -6.34, -7.86, -6.21, -4.31, -3.24);

  private WorkedExamples() {}
}
