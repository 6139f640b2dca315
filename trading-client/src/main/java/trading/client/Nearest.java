package trading.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant who misspelled a name.
final class Nearest {
  private Nearest() {}

  /// {@return the name with the fewest letters changed; the first of several, empty without names}
  static Optional<String> of(String word, Collection<String> names) {
    return names.stream().min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /// {@return how many letters must be added, taken away or replaced; whole sections count one}
  private static int distance(String word, String name) {
    String given = word.toLowerCase(Locale.ROOT);
    String known = name.toLowerCase(Locale.ROOT);
    int whole = edits(given, known);
    if (known.startsWith(given + ".")) {
      return Math.min(whole, 1);
    }
    String last = known.substring(known.lastIndexOf('.') + 1);
    return given.indexOf('.') >= 0 ? whole : Math.min(whole, 1 + edits(given, last));
  }

  /// {@return the Levenshtein distance}
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
