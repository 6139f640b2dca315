package trading.api.spi;

import java.util.List;
import trading.api.Parameter;
import trading.api.Settings;

/// Makes one kind of plug-in by id; found by ServiceLoader or handed in by code.
///
/// @param <T> what it makes
public interface Provider<T> {

  /// {@return its id: lower case, digits and underscores, unique among its kind}
  String id();

  /// {@return one sentence for people: what it does}
  String doc();

  /// {@return its settings, in the order in which people should read them}
  default List<Parameter> parameters() {
    return List.of();
  }

  /// {@return a fresh plug-in}
  ///
  /// @param settings read every parameter from it; what is not read stops the start
  T create(Settings settings);
}
