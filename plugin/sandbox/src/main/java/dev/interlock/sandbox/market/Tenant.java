package dev.interlock.sandbox.market;

import dev.interlock.sandbox.records.InstallationRow;
import java.time.Duration;
import java.time.Instant;

/// A location as the marketplace sees it: whether the app is in it, since when, through whom.
final class Tenant {
  private final String id;
  private final String name;
  private boolean isSuspended;
  private boolean isInstalled;
  private boolean isThroughCompany;
  private String versionId = "";
  private Instant since = Instant.MIN;

  Tenant(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  Holder holder() {
    return new Holder.Location(id);
  }

  boolean isInstalled() {
    return isInstalled;
  }

  boolean isSuspended() {
    return isSuspended;
  }

  String versionId() {
    return versionId;
  }

  Instant since() {
    return since;
  }

  void suspend(boolean from) {
    isSuspended = from;
  }

  void install(String version, boolean throughCompany, Instant at) {
    // what the agency has installed stays within its reach, whoever consents once more
    isThroughCompany = throughCompany || (isInstalled && isThroughCompany);
    isInstalled = true;
    versionId = version;
    since = at;
  }

  void update(String version) {
    versionId = version;
  }

  void uninstall(Instant at) {
    isInstalled = false;
    since = at;
  }

  /// Whether an app hears of what happens here, which it may do for a while after an uninstall.
  boolean isTold(Instant now, Duration after) {
    return isInstalled || (!versionId.isEmpty() && now.isBefore(since.plus(after)));
  }

  InstallationRow row() {
    return new InstallationRow(id, name, versionId, since, isThroughCompany, isSuspended);
  }
}
