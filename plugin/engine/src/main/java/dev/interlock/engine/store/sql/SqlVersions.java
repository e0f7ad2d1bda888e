package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.store.Versions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

record SqlVersions(Scope scope) implements Versions {
  private static final String REST_OPERATIONS =
      """
      UPDATE operation_version SET active = 0 WHERE installation = ? AND active = 1 AND hash <> ?
      """;
  private static final String ACTIVATE_OPERATION =
      """
      INSERT INTO operation_version (installation, hash, text, active, added_at)
      VALUES (?, ?, ?, 1, ?)
      ON CONFLICT (installation, hash) DO UPDATE SET active = 1
      """;
  private static final String REST_CONTRACTS =
      """
      UPDATE contract_version SET active = 0 WHERE installation = ? AND active = 1
      """;
  private static final String ACTIVATE_CONTRACT =
      """
      INSERT INTO contract_version
        (installation, contract, hash, title, text, operation, active, added_at)
      VALUES
        (?1, ?2, ?3, ?4, ?5,
         (SELECT number FROM operation_version WHERE installation = ?1 AND hash = ?6), 1, ?7)
      ON CONFLICT (installation, contract, hash) DO UPDATE SET active = 1
      """;
  private static final String ACTIVE =
      """
      SELECT contract FROM contract_version WHERE installation = ? AND active = 1
      """;
  private static final String TEXT =
      """
      SELECT text FROM contract_version WHERE installation = ? AND contract = ? AND hash = ?
      """;
  private static final String LATEST =
      """
      SELECT hash FROM contract_version WHERE installation = ? AND contract = ?
      ORDER BY number DESC LIMIT 1
      """;
  private static final String OPERATION =
      """
      SELECT text FROM operation_version WHERE installation = ? AND active = 1
      """;

  @Override
  public void activate(InstallationId installation, Loaded loaded, Instant now) {
    String operation = loaded.operationHash();
    scope.update(installation, REST_OPERATIONS, sql -> sql.text(operation));
    scope.update(
        installation,
        ACTIVATE_OPERATION,
        sql -> sql.text(operation).text(loaded.operationText()).time(now));
    scope.update(installation, REST_CONTRACTS, _ -> {});
    for (Version version : loaded.versions()) {
      scope.update(
          installation,
          ACTIVATE_CONTRACT,
          sql ->
              sql.name(version.contract())
                  .text(version.hash())
                  .text(version.title())
                  .text(version.text())
                  .text(operation)
                  .time(now));
    }
  }

  @Override
  public Set<ContractId> active(InstallationId installation) {
    return Set.copyOf(
        scope.list(installation, ACTIVE, _ -> {}, row -> row.name("contract", ContractId::new)));
  }

  @Override
  public Optional<String> text(InstallationId installation, ContractId contract, String hash) {
    return scope.one(
        installation, TEXT, sql -> sql.name(contract).text(hash), row -> row.text("text"));
  }

  @Override
  public Optional<String> latest(InstallationId installation, ContractId contract) {
    return scope.one(installation, LATEST, sql -> sql.name(contract), row -> row.text("hash"));
  }

  @Override
  public Optional<String> operation(InstallationId installation) {
    return scope.one(installation, OPERATION, _ -> {}, row -> row.text("text"));
  }
}
