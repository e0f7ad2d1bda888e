package dev.interlock.sandbox.world;

/// A user of the CRM.
///
/// @param role `admin` or `user`
public record Colleague(String id, String firstName, String lastName, String email, String role) {

  /// First and last name.
  public String name() {
    return firstName + " " + lastName;
  }
}
