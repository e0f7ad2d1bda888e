package dev.interlock.torture;

import dev.interlock.torture.Outcome.Trial;
import dev.interlock.torture.crm.Front;
import dev.interlock.torture.crm.HostileCrm;
import dev.interlock.torture.process.Damage;
import dev.interlock.torture.process.DataCopy;
import dev.interlock.torture.process.Installation;
import dev.interlock.torture.process.Serving;
import dev.interlock.torture.process.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/// What is tried besides killing, and how it went.
final class Trials {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  /// The code of a process that says why it cannot run.
  static final int CANNOT_RUN = 2;

  private final Installation program;
  private final Path folder;
  private final Path key;
  private final List<String> problems;
  private int disks;
  private int disksFelt;
  private int disksOvercome;
  private int copies;
  private int copiesSane;
  private int damages;
  private int damagesTold;

  /// @param problems takes what goes wrong
  Trials(Installation program, Path folder, Path key, List<String> problems) {
    this.program = program;
    this.folder = folder;
    this.key = key;
    this.problems = problems;
  }

  /// There was hardly any room on the disk.
  ///
  /// @param wasFelt whether anything was refused because of it
  /// @param overcome whether it took webhooks in again once there was room
  void disk(boolean wasFelt, boolean overcome) {
    disks++;
    disksFelt += wasFelt ? 1 : 0;
    disksOvercome += overcome ? 1 : 0;
    if (!overcome) {
      problems.add(
          "a full disk: nothing was taken in again once there was room, nor was it said why");
    }
  }

  /// Copies the files of a process that works, and starts another one on the copy, which must not
  /// change anything in the CRM.
  void copy(Path data, Function<Path, Start> start, HostileCrm crm)
      throws IOException, InterruptedException {
    copies++;
    try (Front front = crm.readOnly()) {
      var copy = DataCopy.live(data, folder.resolve("copy-" + copies));
      String said = copy.integrity();
      if (!said.equals("ok")) {
        problems.add("copy " + copies + " of a live database is not whole: " + said);
        return;
      }
      long runs = copy.count("run");
      var calm = start.apply(copy.folder());
      int port = Serving.freePort(calm.port() + 1);
      var begin = calm.at(front.url(), port);
      try (var serving = Serving.of(program, begin, key, folder.resolve("copy.log"))) {
        boolean ready = serving.isReadyWithin(LONGEST_START);
        serving.stop();
        if (!ready || copy.count("run") < runs || !copy.integrity().equals("ok")) {
          problems.add("nothing can be made of copy " + copies + " of a live database");
          return;
        }
      }
      copiesSane++;
    } catch (SQLException unreadable) {
      problems.add("copy " + copies + " of a live database cannot be read: " + unreadable);
    }
  }

  /// Damages copies in every known way. Each must be noticed at the start, told, and left alone.
  void damages(Path data, Function<Path, Start> start)
      throws IOException, SQLException, InterruptedException {
    for (Damage damage : Damage.values()) {
      damages++;
      var name = "damaged-" + damages;
      var copy = DataCopy.still(data, folder.resolve(name));
      damage.to(copy);
      byte[] before = content(copy);
      var log = folder.resolve(name + ".log");
      try (var serving = Serving.of(program, start.apply(copy.folder()), key, log)) {
        OptionalInt code = serving.endsWithin(LONGEST_START);
        boolean told = Files.readString(log).contains("is damaged");
        boolean isLeftAlone = Arrays.equals(before, content(copy));
        if (code.isPresent() && code.getAsInt() == CANNOT_RUN && told && isLeftAlone) {
          damagesTold++;
        } else {
          problems.add(
              "a damaged database (%s): exit code %s, %s, and the file was %s"
                  .formatted(
                      damage,
                      code,
                      told ? "told" : "not told",
                      isLeftAlone ? "left alone" : "changed"));
        }
      }
    }
  }

  private static byte[] content(DataCopy copy) throws IOException {
    return Files.exists(copy.database()) ? Files.readAllBytes(copy.database()) : new byte[0];
  }

  List<Trial> all() {
    return List.of(
        new Trial("a full disk was felt", disks, disksFelt),
        new Trial("a full disk was overcome", disks, disksOvercome),
        new Trial("a copy of a live database was whole, and served", copies, copiesSane),
        new Trial("a damaged database was noticed and told", damages, damagesTold));
  }
}
