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

  /// How many may wait for a connection. The system turns away whoever finds no room there, without
  /// a word, and they ask again after one second, then after two, four and eight more: a short
  /// queue keeps those out who came late, however soon it moves.
  int waiting() {
    return 1024;
  }

  /// How long a connection may be silent while others wait for one.
  Duration idleWhenFull() {
    return idle.dividedBy(15);
  }

  /// How long the header of a request may take while others wait for a connection: whoever has one
  /// to send, sends it at once.
  Duration headerWhenFull() {
    return sending.dividedBy(15);
  }

  /// How long a whole request may take then. That is longer, since a body that has come may lie
  /// unread for a moment where the machine is busy.
  Duration sendingWhenFull() {
    return sending.dividedBy(5);
  }
}
