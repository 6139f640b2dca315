package trading.bench.determinism;

import java.util.ArrayList;
import java.util.List;

/// One configuration of a virtual machine.
///
/// @param compiler what turns bytecode into machine code
/// @param collector the garbage collector
/// @param compactHeaders whether objects have compact headers
/// @param place the default locale
/// @param zone the default time zone
record Setup(
    Compiler compiler, Collector collector, boolean compactHeaders, Place place, String zone) {
  static final List<String> ZONES = List.of("UTC", "Asia/Kolkata", "America/New_York");

  /// What turns bytecode into machine code.
  enum Compiler {
    /// Both compilers.
    FULL("-XX:+TieredCompilation"),
    /// The quick one alone.
    C1("-XX:TieredStopAtLevel=1"),
    /// None.
    INTERPRETED("-Xint");

    private final String option;

    Compiler(String option) {
      this.option = option;
    }
  }

  /// The garbage collector.
  enum Collector {
    /// The default of large machines.
    G1,
    /// The one of small machines.
    SERIAL,
    /// The one with short pauses.
    Z;

    private String option() {
      return "-XX:+Use" + (this == SERIAL ? "Serial" : name()) + "GC";
    }
  }

  /// A locale.
  enum Place {
    /// What most of the world sees.
    EN_US("en", "US", ""),
    /// Where the capital of i is no I.
    TR_TR("tr", "TR", ""),
    /// Where digits are not 0 to 9.
    AR_EG("ar", "EG", "u-nu-arab");

    private final List<String> options;

    Place(String language, String country, String extensions) {
      options =
          List.of(
              "-Duser.language=" + language,
              "-Duser.country=" + country,
              "-Duser.extensions=" + extensions);
    }
  }

  /// {@return the options of `java`}
  List<String> options() {
    List<String> options = new ArrayList<>(place.options);
    options.add("-Duser.timezone=" + zone);
    options.add(compiler.option);
    options.add(collector.option());
    options.add("-XX:" + (compactHeaders ? "+" : "-") + "UseCompactObjectHeaders");
    return options;
  }

  /// {@return every compiler with every collector and headers, and every locale with every zone}
  ///
  /// The first one comes once more at the end: two processes that differ in nothing.
  static List<Setup> all() {
    List<Setup> setups = new ArrayList<>();
    for (Compiler compiler : Compiler.values()) {
      for (Collector collector : Collector.values()) {
        for (boolean compact : new boolean[] {false, true}) {
          int turn = setups.size();
          Place place = Place.values()[turn % Place.values().length];
          String zone = ZONES.get(turn / 2 % ZONES.size());
          setups.add(new Setup(compiler, collector, compact, place, zone));
        }
      }
    }
    for (Place place : Place.values()) {
      for (String zone : ZONES) {
        setups.add(new Setup(Compiler.FULL, Collector.G1, false, place, zone));
      }
    }
    setups.add(setups.getFirst());
    return List.copyOf(setups);
  }

  /// {@return a few in which every value occurs}
  static List<Setup> few() {
    Setup first = new Setup(Compiler.FULL, Collector.G1, false, Place.EN_US, "UTC");
    return List.of(
        first,
        new Setup(Compiler.C1, Collector.SERIAL, true, Place.TR_TR, "Asia/Kolkata"),
        new Setup(Compiler.FULL, Collector.Z, false, Place.AR_EG, "America/New_York"),
        new Setup(Compiler.INTERPRETED, Collector.SERIAL, true, Place.AR_EG, "Asia/Kolkata"),
        first);
  }

  @Override
  public String toString() {
    return String.join(
        ", ",
        compiler.toString(),
        collector.toString(),
        compactHeaders ? "compact headers" : "full headers",
        place.toString(),
        zone);
  }
}
