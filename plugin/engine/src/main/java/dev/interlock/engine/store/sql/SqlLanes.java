package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Lanes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

record SqlLanes(Scope scope) implements Lanes {
  private static final String HOLDERS =
      """
      SELECT lane_lock.lane, run.run, run.contract, lane_lock.priority
      FROM lane_lock JOIN run ON run.number = lane_lock.run
      WHERE lane_lock.installation = ? AND lane_lock.contact = ?
      """;
  private static final String CLAIM =
      """
      INSERT INTO lane_lock (installation, contact, lane, run, priority, since)
      VALUES (?1, ?2, ?3, (SELECT number FROM run WHERE installation = ?1 AND run = ?4), ?5, ?6)
      """;
  private static final String RELEASE =
      """
      DELETE FROM lane_lock WHERE installation = ? AND contact = ? AND lane = ?
      """;
  private static final String ENTRANTS =
      """
      SELECT contract, body, lane, priority FROM entry_waiting
      WHERE installation = ? AND contact = ?
      ORDER BY priority DESC, since, contract
      """;
  private static final String AWAIT =
      """
      INSERT INTO entry_waiting
        (installation, contact, contract, event, body, lane, priority, since)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String SETTLE =
      """
      DELETE FROM entry_waiting
      WHERE installation = ? AND contact = ? AND contract = ? AND event = ?
      """;

  @Override
  public Map<LaneName, Surroundings.Holder> holders(
      InstallationId installation, ContactId contact) {
    var holders = new HashMap<LaneName, Surroundings.Holder>();
    scope.list(
        installation,
        HOLDERS,
        sql -> sql.name(contact),
        row ->
            holders.put(
                row.name("lane", LaneName::new),
                new Surroundings.Holder(
                    row.name("run", RunId::new),
                    row.name("contract", ContractId::new),
                    row.count("priority"))));
    return holders;
  }

  @Override
  public void claim(InstallationId installation, ContactId contact, Claim claim, Instant now) {
    scope.update(
        installation,
        CLAIM,
        sql ->
            sql.name(contact)
                .name(claim.lane())
                .name(claim.run())
                .number(claim.priority())
                .time(now));
  }

  @Override
  public void release(InstallationId installation, ContactId contact, LaneName lane) {
    scope.updateOne(installation, RELEASE, "the lane", sql -> sql.name(contact).name(lane));
  }

  @Override
  public List<Entrant> entrants(InstallationId installation, ContactId contact) {
    return scope.list(
        installation,
        ENTRANTS,
        sql -> sql.name(contact),
        row ->
            new Entrant(
                row.name("contract", ContractId::new),
                row.name("body", StoredForm::event),
                row.name("lane", LaneName::new),
                row.count("priority")));
  }

  @Override
  public void await(InstallationId installation, Entrant entrant, Instant now) {
    scope.update(
        installation,
        AWAIT,
        sql ->
            sql.name(entrant.cause().contact())
                .name(entrant.contract())
                .text(entrant.cause().id())
                .text(StoredForm.of(entrant.cause()))
                .name(entrant.lane())
                .number(entrant.priority())
                .time(now));
  }

  @Override
  public void settle(InstallationId installation, Entrant entrant) {
    scope.updateOne(
        installation,
        SETTLE,
        "the entry",
        sql ->
            sql.name(entrant.cause().contact())
                .name(entrant.contract())
                .text(entrant.cause().id()));
  }
}
