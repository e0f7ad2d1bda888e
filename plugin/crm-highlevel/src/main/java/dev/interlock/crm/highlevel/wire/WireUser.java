package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A user who may see the location.
public record WireUser(Json json) {
  public WireUser {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> firstName() {
    return json.text("firstName");
  }

  public Optional<String> lastName() {
    return json.text("lastName");
  }

  public Optional<String> email() {
    return json.text("email");
  }

  public Optional<String> phone() {
    return json.text("phone");
  }

  public Optional<String> role() {
    return json.at("roles").text("role");
  }

  public Optional<Boolean> deleted() {
    return json.flag("deleted");
  }
}
