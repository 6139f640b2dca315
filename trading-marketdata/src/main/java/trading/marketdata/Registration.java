package trading.marketdata;

/// A listener's handle at the [MarketDataHub]: closing it lets the listener go.
///
/// Any thread may close it, also from inside the listener; closing it twice does nothing.
public interface Registration extends AutoCloseable {

  /// Lets the listener go: what reaches the hub from now on does not reach the listener.
  @Override
  void close();
}
