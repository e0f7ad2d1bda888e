package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files that paths name: plugin jars, and source files of contracts.
public record Places(List<Path> jars, List<Path> sources) {
  private static final Set<String> NOT_CONTRACTS = Set.of("target", "build", "test");

  public Places {
    jars = List.copyOf(jars);
    sources = List.copyOf(sources);
  }

  /// Finds them.
  ///
  /// @throws CannotRunException naming a path that is not there or has none in it
  static Places of(List<Path> paths) {
    var jars = new ArrayList<Path>();
    var sources = new ArrayList<Path>();
    for (var path : paths) {
      try {
        var found = in(path);
        if (found.isEmpty()) {
          throw nothingIn(path);
        }
        jars.addAll(found.jars());
        sources.addAll(found.sources());
      } catch (NoSuchFileException missing) {
        throw new CannotRunException(path + " is not there; check the path", missing);
      } catch (IOException unreadable) {
        throw new CannotRunException(
            path + " cannot be read; let this user read it and all folders in it", unreadable);
      }
    }
    return new Places(
        jars.stream().distinct().sorted().toList(), sources.stream().distinct().sorted().toList());
  }

  /// Finds them below one path, where there may be none.
  ///
  /// @throws IOException when it is not there or cannot be read
  public static Places in(Path path) throws IOException {
    var jars = new ArrayList<Path>();
    var sources = new ArrayList<Path>();
    Files.walkFileTree(
        path,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new Collector(path, jars, sources));
    return new Places(
        jars.stream().distinct().sorted().toList(), sources.stream().distinct().sorted().toList());
  }

  public boolean isEmpty() {
    return jars.isEmpty() && sources.isEmpty();
  }

  /// All of them.
  public List<Path> all() {
    return Stream.concat(jars.stream(), sources.stream()).toList();
  }

  private static CannotRunException nothingIn(Path path) {
    return new CannotRunException(
        Files.isDirectory(path)
            ? path
                + " has no plugin jar and no .java file in it; name the folder that your contracts"
                + " are in"
            : path + " is neither a plugin jar nor a .java file");
  }

  /// All of them, for messages about what is missing in them.
  String words() {
    return isEmpty()
        ? "the plugins folder"
        : all().stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /// Takes jars from the folder itself and source files from all folders in it.
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> jars;
    private final List<Path> sources;

    Collector(Path top, List<Path> jars, List<Path> sources) {
      this.top = top;
      this.jars = jars;
      this.sources = sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      var name = folder.getFileName();
      boolean skip =
          !folder.equals(top)
              && name != null
              && (name.toString().startsWith(".") || NOT_CONTRACTS.contains(name.toString()));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var name = file.getFileName().toString();
      if (name.startsWith(".")) {
        // what a copy in progress is often called
        return FileVisitResult.CONTINUE;
      }
      if (name.endsWith(".java")) {
        sources.add(file);
      } else if (name.endsWith(".jar") && (file.equals(top) || top.equals(file.getParent()))) {
        jars.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
