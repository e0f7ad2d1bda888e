package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import dev.interlock.simulation.script.By;
import java.util.Optional;

/// Who did something to a contact.
public sealed interface Author {
  /// A run of ours.
  ///
  /// @param step the step or exit that wanted it
  record Ours(Who who, String step) implements Author {}

  /// Somebody else.
  record Another(By by) implements Author {}

  /// The run, if it was one.
  default Optional<Who> run() {
    return switch (this) {
      case Ours(var who, _) -> Optional.of(who);
      case Another _ -> Optional.empty();
    };
  }

  /// Whether it was a program that is none of ours.
  default boolean isForeignStub() {
    return switch (this) {
      case Ours _ -> false;
      case Another(var by) ->
          switch (by) {
            case By.Automation _, By.OtherApp _ -> true;
            case By.Contact _, By.Staff _ -> false;
          };
    };
  }

  /// As in "was written by ...".
  default String words() {
    return switch (this) {
      case Ours(var who, var step) -> who.contract() + ", *" + step + "*";
      case Another(var by) ->
          switch (by) {
            case By.Contact() -> "the contact";
            case By.Staff() -> "a colleague";
            case By.OtherApp() -> "another app";
            case By.Automation(var name) -> "the CRM's automation *" + name + "*";
          };
    };
  }

  /// The name under which a finding lists it; empty for a person.
  default Optional<String> name() {
    return switch (this) {
      case Ours(var who, _) -> Optional.of(who.contract()).map(ContractId::text);
      case Another(By.Automation(var name)) -> Optional.of(name.text());
      case Another(By.OtherApp()) -> Optional.of("another app");
      case Another _ -> Optional.empty();
    };
  }
}
