package trading.marketdata;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// The layouts of bar files that are known, told apart by their header.
enum CsvLayout {
  /// NSE daily: prices with thousands separators and the close before.
  NSE_DAILY(
      "\"date,series,open,high,low,prev_close,…,close,…,volume,…\"", ZoneId.of("Asia/Kolkata")),
  /// NSE one-minute bars of one code.
  NSE_MINUTE("\"Code,Date,Open,High,Low,Close,Volume\"", ZoneId.of("Asia/Kolkata")),
  /// The common denominator of most sources.
  PLAIN("\"date,open,high,low,close,volume\"", ZoneOffset.UTC);

  private final String header;
  private final ZoneId zone;

  CsvLayout(String header, ZoneId zone) {
    this.header = header;
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  static String headers() {
    return "NSE daily %s, NSE minute %s or plain %s"
        .formatted(NSE_DAILY.header, NSE_MINUTE.header, PLAIN.header);
  }
}
