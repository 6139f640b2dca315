package trading.bench;

/// Which of our engine's orders each command of a flow is about, worked out before the clock runs.
///
/// The engine numbers orders itself, from 1 in the order of their placing. A move to where an order
/// is already only costs it its place: to us that is a cancel and a new order.
final class OurNumbers {
  /// By command: the engine's order that it is about, 0 when there is none yet.
  final int[] existing;

  /// By command: the engine's order that it places, 0 for none.
  final int[] placed;

  /// By the engine's number.
  final int[] flowIds;

  OurNumbers(OrderFlow flow) {
    int count = flow.count();
    existing = new int[count];
    placed = new int[count];
    flowIds = new int[count + 1];
    int[] engineIds = new int[flow.orders()];
    int[] prices = new int[flow.orders()];
    int last = 0;
    for (int i = 0; i < count; i++) {
      int id = flow.ids[i];
      existing[i] = engineIds[id];
      if (places(flow, i, prices[id])) {
        last++;
        placed[i] = last;
        engineIds[id] = last;
        flowIds[last] = id;
      }
      if (flow.operations[i] != OrderFlow.CANCEL && flow.operations[i] != OrderFlow.REDUCE) {
        prices[id] = flow.prices[i];
      }
    }
  }

  private static boolean places(OrderFlow flow, int i, int price) {
    return switch (flow.operations[i]) {
      case OrderFlow.LIMIT, OrderFlow.IMMEDIATE -> true;
      case OrderFlow.CANCEL, OrderFlow.REDUCE -> false;
      default -> flow.prices[i] == price;
    };
  }
}
