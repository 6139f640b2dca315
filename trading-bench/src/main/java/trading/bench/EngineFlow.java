package trading.bench;

import java.util.Arrays;
import trading.core.OrderBook;

/// Makes a flow of one book into one that engines with accounts can play alike.
///
/// Our engine forbids trades of an account with itself, the peer allows them, and flows have them.
/// So an order whose account would meet itself gets the next account instead, for good: the trades
/// stay what they are.
final class EngineFlow {
  private static final int NONE = -1;

  private final OrderFlow flow;
  private final int accounts;
  private final int[] accountOf;
  private final int[] firstMeeting;
  private int[] met = new int[1024];
  private int[] nextMeeting = new int[1024];
  private int meetings;
  private int taker;

  private EngineFlow(OrderFlow flow) {
    this.flow = flow;
    int orders = flow.orders();
    accounts = flow.accounts();
    accountOf = new int[orders];
    firstMeeting = new int[orders];
    Arrays.fill(firstMeeting, NONE);
  }

  /// {@return the flow with accounts from 1 on, none of which trades with itself}
  ///
  /// @param flow a flow of one book
  static OrderFlow of(OrderFlow flow) {
    return new EngineFlow(flow).withOtherAccounts();
  }

  private OrderFlow withOtherAccounts() {
    OrderBook book = OrderBook.open((maker, _, _) -> meet((int) maker));
    BenchBook player = OurBook.playing(book);
    for (int i = 0; i < flow.count(); i++) {
      taker = flow.ids[i];
      player.apply(flow, i);
    }
    int[] users = new int[flow.count()];
    for (int i = 0; i < flow.count(); i++) {
      int id = flow.ids[i];
      if (accountOf[id] == 0) {
        accountOf[id] = free(id, flow.users[i]);
      }
      users[i] = accountOf[id];
    }
    return flow.with(users);
  }

  private void meet(int maker) {
    add(taker, maker);
    add(maker, taker);
  }

  private void add(int order, int other) {
    if (meetings == met.length) {
      met = Arrays.copyOf(met, meetings * 2);
      nextMeeting = Arrays.copyOf(nextMeeting, meetings * 2);
    }
    met[meetings] = other;
    nextMeeting[meetings] = firstMeeting[order];
    firstMeeting[order] = meetings++;
  }

  private int free(int order, int wanted) {
    int account = wanted;
    while (isMet(order, account)) {
      account = account % accounts + 1;
    }
    return account;
  }

  private boolean isMet(int order, int account) {
    for (int at = firstMeeting[order]; at != NONE; at = nextMeeting[at]) {
      if (accountOf[met[at]] == account) {
        return true;
      }
    }
    return false;
  }
}
