package dev.interlock.torture.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one process is started.
///
/// @param data the folder of its database
/// @param crm where it finds the CRM
/// @param port where it listens
/// @param crmTime what time it is in the CRM now
/// @param speed how many times faster than life time runs
/// @param shift by how much its clock is ahead of the CRM's
/// @param jump what becomes of its clock while it lives
/// @param largestFile how large any file may grow before the disk is full, in bytes
public record Start(
    Path data,
    URI crm,
    int port,
    Instant crmTime,
    double speed,
    Duration shift,
    Optional<Jump> jump,
    Optional<Long> largestFile) {

  /// The clock is set.
  ///
  /// @param by how far ahead, or back where it is negative
  /// @param after how long after the start, in real time
  public record Jump(Duration by, Duration after) {}

  /// The clock as `INTERLOCK_SANDBOX_CLOCK` has it.
  String clock(Instant now) {
    var jumps = jump.map(each -> "," + each.by() + "@" + now.plus(each.after())).orElse("");
    return crmTime.plus(shift) + "@" + now + "*" + speed + jumps;
  }

  /// The same with another CRM and another port.
  public Start at(URI otherCrm, int otherPort) {
    return new Start(data, otherCrm, otherPort, crmTime, speed, shift, jump, largestFile);
  }
}
