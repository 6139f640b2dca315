package trading.marketdata;

/// A subscriber's handle at the [MarketDataHub]: closing it ends the subscription.
///
/// Any thread may close it, also from inside the subscriber; closing it twice does nothing.
public interface Subscription extends AutoCloseable {

  /// Ends the subscription: what reaches the hub from now on does not reach the subscriber.
  @Override
  void close();
}
