package trading.api.spi;

/// A source of market data in time order, pulled by whoever owns the clock.
///
/// A recorded or generated feed is played at once on virtual time or paced on the real clock. One
/// thread.
public interface Feed extends AutoCloseable {

  /// Hands out everything that happens at the next moment.
  ///
  /// @param sink who takes it
  /// @return false when the feed has ended and nothing was handed out
  boolean next(FeedSink sink);

  @Override
  void close();
}
