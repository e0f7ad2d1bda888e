package dev.interlock.app.command;

import dev.interlock.contract.text.ContentHash;

/// Words for contract versions.
final class VersionWords {
  private VersionWords() {}

  /// A hash, as short as people need it.
  static String shortly(String hash) {
    return new ContentHash(hash).shortForm();
  }
}
