package dev.interlock.app.wiring;

import dev.interlock.handbook.story.OperationView.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What visitors of the pages have to know besides.
///
/// @param notice what they have to know first, such as that this is a sandbox
/// @param facts figures from elsewhere than our own store
public record Stage(Optional<String> notice, Supplier<List<Fact>> facts) {

  /// The real thing.
  public static Stage real() {
    return new Stage(Optional.empty(), List::of);
  }
}
