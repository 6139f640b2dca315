package trading.strategies;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import trading.api.event.EventView;
import trading.api.event.Field;

/// Finds out whose order an event is about, by the account that it names.
///
/// Any thread, at any time; takes no lock. It must be shown the opening of an account to know it.
///
/// @param <T> who owns accounts
final class AccountOwners<T> {
  private final Map<Integer, String> accounts = new ConcurrentHashMap<>();
  private final Map<String, T> owners = new ConcurrentHashMap<>();

  void assign(String account, T owner) {
    owners.put(account, owner);
  }

  /// {@return whose order it is that the event is about; null when it is about no such order}
  @Nullable T ownerOf(EventView event) {
    return switch (event.type()) {
      case ACCOUNT_OPENED -> {
        accounts.put(event.id(Field.ACCOUNT), event.text(Field.ACCOUNT_NAME));
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
          ORDER_CANCELED ->
          event.value(Field.ORDER) == 0 ? null : owner(event.id(Field.ACCOUNT));
      // Markets, money and refused cancels concern no strategy; an order's terms come with its
      // acceptance.
      default -> null;
    };
  }

  private @Nullable T owner(int accountId) {
    String account = accounts.get(accountId);
    return account == null ? null : owners.get(account);
  }
}
