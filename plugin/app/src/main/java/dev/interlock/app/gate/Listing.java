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
record Listing(Places places, Map<Path, Stamp> stamps) {

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
      // where a file system numbers its files, a copy of the same size and time is another one
      var key = attributes.fileKey() == null ? "" : attributes.fileKey();
      stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime(), key));
    }
    return new Listing(places, stamps);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }
}
