package dev.interlock.app.command;

import picocli.CommandLine.Option;

/// Why something is ordered.
final class Reason {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is told in the contact's story.")
  private String text = "";

  String text() {
    return text;
  }
}
