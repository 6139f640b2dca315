package trading.client.cli;

import trading.client.Metrics;

/// Where the state of the running system is shown again and again.
interface Status {
  /// Shows how the system does now.
  ///
  /// @param metrics its figures
  void show(Metrics metrics);

  /// Shows nothing more; what follows is printed below.
  void end();
}
