package trading.client.cli;

/// What the image's AOT cache learns from: the commands that a newcomer starts first.
///
/// The build runs it, nobody else. What it does not touch works, and starts as without a cache;
/// what it touches makes the cache larger, and with it every start longer.
final class Training {
  private Training() {}

  /// Runs the commands and exits with the code of the last.
  ///
  /// @param args none
  public static void main(String[] args) {
    Main.run(new String[] {"--help"}, Main.writer(System.out), Main.writer(System.err));
    Main.main(new String[] {"demo", "--seed", "7"});
  }
}
