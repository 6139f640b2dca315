/// A stranger's plug-ins.
module com.example.trading {
  requires trading.api;
}
