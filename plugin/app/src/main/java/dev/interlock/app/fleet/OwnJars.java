package dev.interlock.app.fleet;

import dev.interlock.app.pack.JarFile;
import dev.interlock.contract.contact.InstallationId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The jars that an account has of its own, and those that it had before. What it had before lies
/// in a folder whose name begins with a dot, into which a server does not look; where it had none,
/// that folder is empty.
///
/// A server may look at any moment. It sees each jar as a whole or not at all, and always at least
/// one until the last is to go: without any, it would take the shared ones meanwhile.
public record OwnJars(Path folder) {
  private static final String BEFORE = ".before";
  private static final String FRESH = ".before.new";

  /// Those of an account; empty where its id cannot be the name of a folder.
  ///
  /// @param accounts the folder of all accounts' folders
  public static Optional<OwnJars> of(Path accounts, InstallationId id) {
    return OwnFolder.isUsable(id)
        ? Optional.of(new OwnJars(accounts.resolve(id.text())))
        : Optional.empty();
  }

  /// Those that lie there now.
  ///
  /// @throws IOException when the folder is there and cannot be read
  public List<Path> now() throws IOException {
    return OwnFolder.jarsIn(folder);
  }

  /// Those from before the last release, an empty list where there were none of its own; empty when
  /// there is nothing to go back to.
  ///
  /// @throws IOException when it cannot be read
  public Optional<List<Path>> before() throws IOException {
    Path before = folder.resolve(BEFORE);
    return Files.isDirectory(before) ? Optional.of(OwnFolder.jarsIn(before)) : Optional.empty();
  }

  /// Whether just these lie there, byte for byte.
  ///
  /// @throws IOException when some cannot be read
  public boolean isJust(List<Path> jars) throws IOException {
    return contents(now()).equals(contents(jars));
  }

  private static Set<ByteBuffer> contents(List<Path> jars) throws IOException {
    var contents = new HashSet<ByteBuffer>();
    for (Path jar : jars) {
      contents.add(ByteBuffer.wrap(Files.readAllBytes(jar)));
    }
    return contents;
  }

  /// Puts these there and takes all others away, having kept those. After a failure on the way,
  /// [#back()] leads to what was there.
  ///
  /// @throws IOException when something cannot be read or written
  public void release(List<Path> jars) throws IOException {
    Files.createDirectories(folder);
    keep(now());
    put(jars);
  }

  /// Puts those from before there again and takes all others away. It is one step: there is nothing
  /// to go back to then.
  ///
  /// @throws IOException when there is nothing to go back to, or something cannot be read or
  ///   written
  public void back() throws IOException {
    put(before().orElseThrow(() -> new IOException("there is nothing to go back to")));
    remove(folder.resolve(BEFORE));
  }

  /// What was kept is replaced by a whole copy only, so that there is something to go back to even
  /// if the disk is full in between.
  private void keep(List<Path> jars) throws IOException {
    Path fresh = folder.resolve(FRESH);
    Path before = folder.resolve(BEFORE);
    remove(fresh);
    Files.createDirectory(fresh);
    for (Path jar : jars) {
      Files.copy(jar, fresh.resolve(jar.getFileName()));
    }
    remove(before);
    move(fresh, before);
  }

  /// The new ones come before the others go.
  private void put(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      JarFile.write(folder.resolve(jar.getFileName()), Files.readAllBytes(jar));
    }
    Set<Path> wanted = jars.stream().map(Path::getFileName).collect(Collectors.toSet());
    for (Path jar : now()) {
      if (!wanted.contains(jar.getFileName())) {
        Files.delete(jar);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(from, to);
    }
  }

  private static void remove(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> all = Files.walk(place)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
