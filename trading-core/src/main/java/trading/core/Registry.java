package trading.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trading.api.BadInputException;
import trading.api.SelfTradePrevention;
import trading.api.SessionClose;
import trading.api.spi.StateWriter;

/// Names and their ids: accounts, currencies and instruments, each counted from 1.
// Hot: engine only; looking up allocates nothing.
final class Registry {
  static final int UNKNOWN = -1;

  private static final long NO_CLOSE = -1;

  private final NameIndex accounts = new NameIndex();
  private final NameIndex currencies = new NameIndex();
  private final Map<String, Market> marketsBySymbol = new LinkedHashMap<>();
  private final List<SelfTradePrevention> selfTrades = new ArrayList<>();
  private final List<Market> markets = new ArrayList<>();

  int accountId(String name) {
    return accounts.id(Objects.requireNonNull(name, "account"));
  }

  int currencyId(String name) {
    return currencies.id(name);
  }

  @Nullable Market market(String symbol) {
    return marketsBySymbol.get(symbol);
  }

  Market market(int id) {
    return markets.get(id - 1);
  }

  /// {@return the market of an order}
  Market marketOf(OrderTable orders, long orderId) {
    return market(orders.instrument(orderId));
  }

  String account(int id) {
    return accounts.name(id);
  }

  int accountCount() {
    return accounts.size();
  }

  /// {@return the id of an open account}
  ///
  /// @throws BadInputException when it is not open
  int requireAccount(String account) {
    int id = accountId(account);
    if (id == UNKNOWN) {
      throw Inputs.bad(Inputs.unknownAccount(account));
    }
    return id;
  }

  /// {@return the market of a listed symbol}
  ///
  /// @throws BadInputException when it is not listed
  Market requireMarket(String symbol) {
    Market market = market(symbol);
    if (market == null) {
      throw Inputs.bad(Inputs.unknownSymbol(symbol));
    }
    return market;
  }

  int addAccount(String name) {
    selfTrades.add(SelfTradePrevention.CANCEL_NEWEST);
    return accounts.add(name);
  }

  SelfTradePrevention selfTrade(int accountId) {
    return selfTrades.get(accountId - 1);
  }

  void setSelfTrade(int accountId, SelfTradePrevention mode) {
    selfTrades.set(accountId - 1, mode);
  }

  int addCurrency(String name) {
    return currencies.add(name);
  }

  int nextMarketId() {
    return markets.size() + 1;
  }

  void addMarket(Market market) {
    markets.add(market);
    marketsBySymbol.put(market.instrument().symbol(), market);
  }

  List<Market> markets() {
    return markets;
  }

  void write(StateWriter out) {
    out.putLong(currencies.size());
    currencies.forEach(out::putText);
    out.putLong(accounts.size());
    accounts.forEach(out::putText);
    selfTrades.forEach(mode -> out.putLong(mode.ordinal()));
    out.putLong(markets.size());
    for (Market market : markets) {
      out.putText(market.instrument().symbol());
      out.putText(market.instrument().tick().toPlainString());
      out.putText(market.instrument().lot().toPlainString());
      out.putLong(market.currencyId());
      Optional<SessionClose> close = market.instrument().close();
      out.putLong(close.isPresent() ? close.get().time().toNanoOfDay() : NO_CLOSE);
      out.putText(close.isPresent() ? close.get().zone().getId() : "");
      market.write(out);
    }
  }
}
