package trading.marketdata;

import java.util.Objects;
import java.util.OptionalDouble;

/// How well a [FeedRunner] keeps its pace, for monitoring; all of one moment.
///
/// A *moment* is what one call of [trading.api.spi.Feed#next] hands out.
///
/// @param state what became of the run
/// @param moments how many moments went to the sink
/// @param dropped how many moments were pulled and dropped because their time was over
/// @param perSecond moments per second, measured over the last 64; empty before the second
/// @param lateNanos how long after its due time the last moment began; 0 before the first
/// @param maxLateNanos the longest that any moment was late; 0 before the first
/// @param idleNanos how long ago the last moment began; since the start before the first
public record FeedPace(
    FeedRunner.State state,
    long moments,
    long dropped,
    OptionalDouble perSecond,
    long lateNanos,
    long maxLateNanos,
    long idleNanos) {

  /// Checks that nothing is missing.
  public FeedPace {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(perSecond, "perSecond");
  }
}
