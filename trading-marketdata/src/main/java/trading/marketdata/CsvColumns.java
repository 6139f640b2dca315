package trading.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trading.api.BadInputException;
import trading.api.Reason;

/// Where the columns of a bar file stand, as its header says.
///
/// @param layout the layout
/// @param names the header's own names, for errors
/// @param date index of the date
/// @param open index of the open
/// @param high index of the high
/// @param low index of the low
/// @param close index of the close
/// @param volume index of the volume
/// @param previousClose index of the close before, or [#NONE]
/// @param code index of the instrument's code, or [#NONE]
record CsvColumns(
    CsvLayout layout,
    List<String> names,
    int date,
    int open,
    int high,
    int low,
    int close,
    int volume,
    int previousClose,
    int code) {

  static final int NONE = -1;

  static CsvColumns of(String file, List<String> header) {
    return new Finder(file, header).find();
  }

  String name(int column) {
    return names.get(column);
  }

  /// Finds columns by name, lower case; a name that is wanted and stands twice is refused.
  private static final class Finder {
    private final String file;
    private final List<String> names;
    private final List<String> keys = new ArrayList<>();

    private Finder(String file, List<String> header) {
      this.file = file;
      this.names = List.copyOf(header);
      names.forEach(name -> keys.add(name.toLowerCase(Locale.ROOT)));
    }

    private CsvColumns find() {
      CsvLayout layout = layout().orElseThrow(this::unknown);
      return new CsvColumns(
          layout,
          names,
          date(layout),
          index("open"),
          index("high"),
          index("low"),
          index("close"),
          index("volume"),
          layout == CsvLayout.NSE_DAILY ? index("prev_close") : NONE,
          layout == CsvLayout.NSE_MINUTE ? index("code") : NONE);
    }

    private Optional<CsvLayout> layout() {
      if (keys.contains("series") || keys.contains("prev_close")) {
        return Optional.of(CsvLayout.NSE_DAILY);
      }
      if (keys.contains("code")) {
        return Optional.of(CsvLayout.NSE_MINUTE);
      }
      boolean dated = keys.contains("date") || keys.getFirst().isEmpty();
      boolean priced = keys.contains("open") || keys.contains("close");
      return dated && priced ? Optional.of(CsvLayout.PLAIN) : Optional.empty();
    }

    private int date(CsvLayout layout) {
      boolean nameless = layout == CsvLayout.PLAIN && keys.getFirst().isEmpty();
      return nameless && !keys.contains("date") ? 0 : index("date");
    }

    private int index(String key) {
      int first = keys.indexOf(key);
      if (first < 0) {
        throw bad("must have a column " + key + ", has " + shorten(names));
      }
      if (keys.lastIndexOf(key) != first) {
        throw bad("must have one column " + key + ", has " + shorten(names));
      }
      return first;
    }

    private BadInputException unknown() {
      return bad("must be " + CsvLayout.headers() + ", was " + shorten(names));
    }

    private BadInputException bad(String what) {
      return new BadInputException(Reason.BAD_DATA_FILE, file + ", line 1: header " + what);
    }

    private static String shorten(List<String> names) {
      return CsvRow.quoted(String.join(",", names));
    }
  }
}
