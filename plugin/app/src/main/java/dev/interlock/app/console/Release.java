package dev.interlock.app.console;

import java.util.Optional;

/// Which Interlock this is.
public final class Release {
  private Release() {}

  /// The version that the build wrote into the jar's manifest.
  public static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("(not built into a jar)");
  }
}
