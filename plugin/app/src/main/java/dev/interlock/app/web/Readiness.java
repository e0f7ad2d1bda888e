package dev.interlock.app.web;

import java.util.Optional;
import java.util.function.Supplier;

/// Whether work can be taken in at the moment.
///
/// @param whyNot why it cannot; empty when it can
/// @param remark what else whoever keeps the process running should know
public record Readiness(Supplier<Optional<String>> whyNot, Supplier<Optional<String>> remark) {

  /// With nothing else to know.
  public static Readiness of(Supplier<Optional<String>> whyNot) {
    return new Readiness(whyNot, Optional::empty);
  }
}
