package dev.interlock.crm.highlevel.oauth;

/// Whose tokens they are.
public sealed interface Holder {
  String id();

  /// What HighLevel calls this kind in `userType`.
  String userType();

  /// An agency, whose token makes tokens for its locations.
  record Company(String id) implements Holder {
    @Override
    public String userType() {
      return "Company";
    }
  }

  /// A sub-account, in which contacts live.
  record Location(String id) implements Holder {
    @Override
    public String userType() {
      return "Location";
    }
  }

  /// A name for it that no other holder has.
  default String text() {
    return switch (this) {
      case Company(var id) -> "company/" + id;
      case Location(var id) -> "location/" + id;
    };
  }
}
