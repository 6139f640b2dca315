/// Market data: the hub with last quotes, feeds, bars from quotes and from files.
///
/// A source is a [trading.api.spi.Feed], whoever takes its quotes and bars a
/// [trading.api.spi.FeedSink]; the [trading.marketdata.MarketDataHub] stands between one source and
/// many takers, and knows which symbols are subscribed. A [trading.marketdata.FeedRunner] plays a
/// source on the real clock. Cells are what a source refills and lends out; what is to be kept is
/// copied, as the [trading.marketdata.BarHistory] does.
@NullMarked
package trading.marketdata;

import org.jspecify.annotations.NullMarked;
