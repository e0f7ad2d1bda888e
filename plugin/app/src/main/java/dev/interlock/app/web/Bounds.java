package dev.interlock.app.web;

import java.time.Duration;

/// What all who connect may take together, and each for how long, whoever they are: nothing is
/// known of anybody before their request is there.
///
/// @param connections how many are open at once; others wait until the system lets them in
/// @param idle how long a connection may be silent
/// @param sending how long it may take to send a request, to its last byte
/// @param bodies how many bytes of bodies are in memory at once
/// @param drain how long those who wait for an answer are waited for when the server stops
record Bounds(int connections, Duration idle, Duration sending, int bodies, Duration drain) {

  /// The CRM opens a few connections; a thousand take some megabytes, and less than a thousand and
  /// twenty-four open files, which is the least that systems allow.
  static Bounds usual() {
    return new Bounds(
        900,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Intake.shareOfMemory(),
        Duration.ofSeconds(10));
  }

  /// How long a connection may be silent while others wait for one.
  Duration idleWhenFull() {
    return idle.dividedBy(15);
  }
}
