package trading.strategies;

/// Tells when something passes from one side of a level to the other.
///
/// Being equal is no side of its own: the last side stays remembered. The first side is no passage.
final class Passage {
  private int lastSide;

  /// {@return 1 when it came above, -1 when it came below, 0 when neither}
  ///
  /// @param relation where it is now: positive above, 0 equal, negative below
  int next(int relation) {
    int side = Integer.signum(relation);
    if (side == 0 || side == lastSide) {
      return 0;
    }
    boolean first = lastSide == 0;
    lastSide = side;
    return first ? 0 : side;
  }
}
