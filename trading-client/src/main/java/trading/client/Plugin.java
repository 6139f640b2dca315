package trading.client;

import java.util.List;
import trading.api.Parameter;
import trading.api.spi.Provider;

/// A plug-in that was found: what makes it, how it describes itself, and where it comes from.
///
/// @param <P> the kind of its provider
/// @param provider what makes it
/// @param id its id: lower case letters, digits and underscores
/// @param doc one sentence for people
/// @param parameters its settings, in the order in which people should read them
/// @param module the name of its module; `unnamed` when it has none
/// @param version its module's version, or empty
/// @param source `image` for what is built in, `code` for what was handed in, else the file or
///   folder in `plugins/`
public record Plugin<P extends Provider<?>>(
    P provider,
    String id,
    String doc,
    List<Parameter> parameters,
    String module,
    String version,
    String source) {}
