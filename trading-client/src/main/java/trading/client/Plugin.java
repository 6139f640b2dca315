package trading.client;

import trading.api.spi.Provider;

/// A plug-in that was found: what makes it and where it comes from.
///
/// @param <P> the kind of its provider
/// @param provider what makes it
/// @param module the name of its module, or of its jar when it has none
/// @param version its module's version, or empty
/// @param source `image` for what is built in, else the file or folder in `plugins/`
public record Plugin<P extends Provider<?>>(
    P provider, String module, String version, String source) {

  /// {@return the plug-in's id}
  public String id() {
    return provider.id();
  }
}
