package trading.portfolio;

/// The moment after an event.
///
/// @param events how many events there were
/// @param atNanos the time of the last one
/// @param day its trading day, since 1970-01-01
record Moment(long events, long atNanos, long day) {}
