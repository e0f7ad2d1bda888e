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
/// @param largestFile how large any file may grow before the disk is full, in bytes
public record Start(
    Path data,
    URI crm,
    int port,
    Instant crmTime,
    double speed,
    Duration shift,
    Optional<Long> largestFile) {

  /// The clock as `INTERLOCK_SANDBOX_CLOCK` has it.
  String clock(Instant now) {
    return crmTime.plus(shift) + "@" + now + "*" + speed;
  }

  /// The same with another CRM and another port.
  public Start at(URI otherCrm, int otherPort) {
    return new Start(data, otherCrm, otherPort, crmTime, speed, shift, largestFile);
  }
}
