package trading.strategies;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trading.api.event.EventView;
import trading.api.event.Field;

/// Finds out whose order an event is about, by the account that it names.
///
/// Any thread, at any time; finding takes no lock. It must be shown the opening of an account to
/// know it.
///
/// @param <T> who owns accounts
final class AccountOwners<T> {
  private final Map<String, Integer> accountIds = new TreeMap<>();
  private final Map<String, T> owners = new TreeMap<>();

  /// By account id; never changed in place.
  private volatile @Nullable Object[] byAccount = {};

  synchronized void assign(String account, T owner) {
    owners.put(account, owner);
    Integer accountId = accountIds.get(account);
    if (accountId != null) {
      place(accountId, owner);
    }
  }

  /// {@return whose order it is that the event is about; null when it is about no such order}
  @Nullable T ownerOf(EventView event) {
    return switch (event.type()) {
      case ACCOUNT_OPENED -> {
        learn(event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
        yield null;
      }
      case ORDER_ACCEPTED,
          ORDER_ACTIVATED,
          ORDER_TRIGGERED,
          STOP_MOVED,
          ORDER_AMENDED,
          ORDER_REDUCED,
          ORDER_REJECTED,
          ORDER_FILLED,
          ORDER_CANCELED -> {
        T owner = owner(event.id(Field.ACCOUNT));
        yield owner == null || event.value(Field.ORDER) == 0 ? null : owner;
      }
      // Markets, money and refused cancels concern no strategy; an order's terms come with its
      // acceptance.
      default -> null;
    };
  }

  private synchronized void learn(int accountId, String account) {
    accountIds.put(account, accountId);
    T owner = owners.get(account);
    if (owner != null) {
      place(accountId, owner);
    }
  }

  private void place(int accountId, T owner) {
    @Nullable Object[] former = byAccount;
    @Nullable Object[] next = Arrays.copyOf(former, Math.max(former.length, accountId + 1));
    next[accountId] = owner;
    byAccount = next;
  }

  /// An account that is not open has a negative id.
  @SuppressWarnings("unchecked") // Only owners are placed.
  private @Nullable T owner(int accountId) {
    @Nullable Object[] known = byAccount;
    return accountId >= 0 && accountId < known.length ? (T) known[accountId] : null;
  }
}
