package dev.interlock.app.gate;

import dev.interlock.app.plugin.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/// What lay in the plugins folder at a look. Two listings are equal when nothing was put in, taken
/// away or written in between.
///
/// @param folder what tells the folder itself from another one in its place
record Listing(Object folder, Places places, Map<Path, Stamp> stamps) {

  /// What tells a file from the one that was there before.
  record Stamp(long size, FileTime modified, Object key) {}

  /// Looks.
  ///
  /// @throws IOException when the folder is not there or cannot be read, which says nothing of what
  ///   belongs into it
  static Listing of(Path folder) throws IOException {
    var places = Places.in(folder);
    var stamps = new TreeMap<Path, Stamp>();
    for (var file : places.all()) {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      stamps.put(
          file, new Stamp(attributes.size(), attributes.lastModifiedTime(), key(attributes)));
    }
    return new Listing(
        key(Files.readAttributes(folder, BasicFileAttributes.class)), places, stamps);
  }

  /// Where a file system numbers its files, a copy of the same size and time is another one.
  private static Object key(BasicFileAttributes attributes) {
    return attributes.fileKey() == null ? "" : attributes.fileKey();
  }

  boolean isOfSameFolder(Listing other) {
    return folder.equals(other.folder);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }
}
