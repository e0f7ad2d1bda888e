package dev.interlock.app.command;

import java.util.Optional;

/// Which Interlock this is.
final class Release {
  private Release() {}

  /// The version that the build wrote into the jar's manifest.
  static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("(not built into a jar)");
  }
}
