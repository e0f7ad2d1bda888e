package dev.interlock.crm.highlevel.wire;

/// A location of an agency, and whether the app is installed there.
public record WireInstalledLocation(String id, String name, boolean isInstalled, String version) {

  WireInstalledLocation(Json json) {
    this(
        json.firstText("_id", "id")
            .orElseThrow(() -> new WrongShapeException("a location lacks its id")),
        json.text("name").orElse(""),
        json.flag("isInstalled").orElse(true),
        json.text("versionId").orElse(""));
  }
}
