package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.engine.store.Subscriptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

record SqlSubscriptions(Jdbc jdbc) implements Subscriptions {
  private static final String COLUMNS =
      """
      SELECT account, subscription, workflow, contracts, exits, target, fault, heard, heard_at
      FROM subscription
      """;
  private static final String OF = COLUMNS + "WHERE account = ? ORDER BY workflow, subscription";
  private static final String FIND = COLUMNS + "WHERE account = ? AND subscription = ?";
  private static final String PUT =
      """
      INSERT INTO subscription
        (account, subscription, workflow, contracts, exits, target, fault, heard, heard_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (account, subscription) DO UPDATE SET
        workflow = excluded.workflow, contracts = excluded.contracts, exits = excluded.exits,
        target = excluded.target, fault = excluded.fault, heard = excluded.heard,
        heard_at = excluded.heard_at
      """;

  @Override
  public List<Subscription> of(InstallationId account) {
    return jdbc.list(OF, sql -> sql.name(account), SqlSubscriptions::subscription);
  }

  @Override
  public Optional<Subscription> find(InstallationId account, String id) {
    return jdbc.one(FIND, sql -> sql.name(account).text(id), SqlSubscriptions::subscription);
  }

  @Override
  public void put(Subscription it) {
    jdbc.update(
        PUT,
        sql ->
            sql.name(it.account())
                .text(it.id())
                .text(it.workflow())
                .text(list(it.contracts()))
                .text(list(it.exits()))
                .text(it.target())
                .text(it.fault())
                .name(it.heard())
                .time(it.heardAt()));
  }

  private static String list(List<?> names) {
    return JsonMapper.shared().writeValueAsString(names.stream().map(Object::toString).toList());
  }

  private static <T> List<T> list(String stored, Function<String, T> name) {
    return JsonMapper.shared().readValue(stored, new TypeReference<List<String>>() {}).stream()
        .map(name)
        .toList();
  }

  private static Subscription subscription(Row row) throws SQLException {
    return new Subscription(
        row.name("account", InstallationId::new),
        row.text("subscription"),
        row.text("workflow"),
        list(row.text("contracts"), ContractId::new),
        list(row.text("exits"), ExitName::new),
        row.text("target"),
        row.text("fault"),
        row.word("heard", Heard.class),
        row.time("heard_at"));
  }
}
