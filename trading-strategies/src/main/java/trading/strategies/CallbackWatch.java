package trading.strategies;

/// Is told when a strategy is called back, and when it has returned; both on its thread.
interface CallbackWatch {
  /// Looks away.
  CallbackWatch NONE =
      new CallbackWatch() {
        @Override
        public void enter(String callback) {}

        @Override
        public void leave() {}
      };

  void enter(String callback);

  void leave();
}
