package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Binding;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// One demand and how the account stands to it.
///
/// @param within the pipeline of a stage; empty for everything else
/// @param name of what is demanded, as contracts say it
/// @param by the contracts that demand it; empty where the operation alone does
/// @param binding what the name means in the account, where it is there and as it should be
public record Line(
    Group group,
    String within,
    String name,
    State state,
    SortedSet<String> by,
    Optional<Binding> binding) {
  public Line {
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
  }

  /// A line about something that is bound to no id.
  static Line of(Group group, String name, State state, Set<String> by) {
    return new Line(group, "", name, state, new TreeSet<>(by), Optional.empty());
  }

  Line with(State other) {
    return new Line(group, within, name, other, by, binding);
  }

  /// As people read it, a stage with its pipeline.
  public String words() {
    return within.isEmpty() ? name : within + " / " + name;
  }

  /// Lines that stand together.
  public enum Group {
    PIPELINES("Pipelines"),
    TAGS("Tags"),
    FIELDS("Custom fields"),
    USERS("Users"),
    CALENDARS("Calendars"),
    AUTOMATIONS("Automations of the CRM"),
    SETTINGS("Settings"),
    SENDING("Sending"),
    SCOPES("Scopes of the token"),
    ACCOUNT("Account");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /// As a heading.
    public String title() {
      return title;
    }
  }
}
