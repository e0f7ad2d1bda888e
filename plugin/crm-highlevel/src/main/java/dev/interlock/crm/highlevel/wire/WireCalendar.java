package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// A calendar of a location.
public record WireCalendar(Json json) {
  public WireCalendar {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> calendarType() {
    return json.text("calendarType");
  }

  public Optional<String> widgetSlug() {
    return json.text("widgetSlug");
  }

  public Optional<String> slug() {
    return json.text("slug");
  }

  public Optional<Boolean> active() {
    return json.flag("isActive");
  }

  /// Users who take its appointments.
  public List<String> teamMembers() {
    return json.list("teamMembers").stream().flatMap(each -> each.text("userId").stream()).toList();
  }
}
