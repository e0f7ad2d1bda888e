package dev.interlock.app.plugin;

import dev.interlock.contract.model.ContractException;
import dev.interlock.verifier.finding.Spot;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Says why an author's class failed, at the line of the author's that led to it.
final class Excuses {
  private final Function<String, Origin> origins;
  private final SourceText text = new SourceText();

  Excuses(Function<String, Origin> origins) {
    this.origins = origins;
  }

  /// @param what was asked of the class
  /// @param otherwise what to do when the failure itself does not tell
  Fault of(Class<?> type, String what, Throwable failure, String otherwise) {
    if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
      return of(type, "what is static in " + type.getSimpleName(), failure.getCause(), otherwise);
    }
    var spot =
        frame(type, failure)
            .map(this::spot)
            .orElseGet(() -> Spot.of(origins.apply(type.getName()).words(), 0));
    return switch (failure) {
      case ContractException said ->
          Fault.of(Fault.Kind.LOAD, spot, String.valueOf(said.getMessage()), "");
      case NoClassDefFoundError missing ->
          Fault.of(
              Fault.Kind.LOAD,
              spot,
              String.valueOf(missing.getMessage()).replace('/', '.')
                  + " is not there for contracts",
              "contracts see the JDK and dev.interlock.contract only.");
      case Throwable other -> Fault.of(Fault.Kind.LOAD, spot, what + " throws " + other, otherwise);
    };
  }

  private static Optional<StackTraceElement> frame(Class<?> type, Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(type.getPackageName()))
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .filter(frame -> !frame.getClassName().startsWith("dev.interlock.contract."))
        .findFirst();
  }

  private Spot spot(StackTraceElement frame) {
    var origin = origins.apply(frame.getClassName());
    return origin.isJar()
        ? Spot.of(origin.file() + "!/" + frame.getFileName(), frame.getLineNumber())
        : text.at(origin.file(), frame.getLineNumber(), 0, 0);
  }
}
