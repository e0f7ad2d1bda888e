package dev.interlock.app.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes jars whose bytes depend on their entries alone.
///
/// Nothing is compressed: the bytes of a compressed entry are a matter of the library that packs
/// it, which is the system's own on some systems.
public final class JarFile {
  /// A moment that a jar can hold without naming a time zone; the very first one cannot.
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private JarFile() {}

  /// The bytes of a jar with these entries, in their order.
  public static byte[] bytes(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var each : entries.entrySet()) {
        zip.putNextEntry(entry(each.getKey(), each.getValue()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content) {
    var checksum = new CRC32();
    checksum.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(ALWAYS);
    return entry;
  }

  /// Writes a file that is there as a whole or not at all, also for whoever looks at this moment.
  public static void write(Path file, byte[] bytes) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    var part =
        folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
