package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.SandboxRecords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the sandbox shows and takes outside of the vendor's API.
public interface Backstage {
  /// Everything that has happened, as JSON.
  byte[] recordsAsJson();

  /// What has happened in each location, by the location's name.
  Map<String, SandboxRecords> records();

  /// The key that webhooks can be verified with, as a PEM file's text.
  String publicKeyPem();

  /// When the next thing is due.
  Optional<Instant> nextEventAt();

  /// Lets time pass up to an instant.
  void advanceTo(Instant target);
}
