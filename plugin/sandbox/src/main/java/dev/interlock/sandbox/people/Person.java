package dev.interlock.sandbox.people;

import java.time.Duration;

/// An invented person.
///
/// @param phone in E.164, from the range that is reserved for fiction
/// @param email at a domain that cannot exist
/// @param after how long after the story's begin they appear
public record Person(
    String firstName,
    String lastName,
    String phone,
    String email,
    Opening opening,
    Behaviour behaviour,
    Duration after) {

  /// First and last name.
  public String name() {
    return firstName + " " + lastName;
  }
}
