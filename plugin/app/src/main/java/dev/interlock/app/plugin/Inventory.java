package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.model.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What is in files of contracts, file by file, before it is put together to one set.
public final class Inventory {
  private final Places places;
  private final List<Part> parts;

  private Inventory(Places places, List<Part> parts) {
    this.places = places;
    this.parts = List.copyOf(parts);
  }

  /// A jar, or all source files together.
  public static final class Part {
    private final List<Path> files;
    private final Definitions said;

    private Part(List<Path> files, Definitions said) {
      this.files = List.copyOf(files);
      this.said = said;
    }

    /// One jar, or the source files.
    public List<Path> files() {
      return files;
    }

    /// What it defines, as far as it could be read.
    public List<Contract> contracts() {
      return said.contracts().stream().map(Said::value).toList();
    }
  }

  /// Reads all files.
  public static Inventory of(Places places) {
    return of(places, Jars::read);
  }

  /// Reads the contracts in all files, and no scenarios that they carry.
  public static Inventory ofContractsAlone(Places places) {
    return of(places, Jars::readContracts);
  }

  private static Inventory of(Places places, Function<Path, Definitions> read) {
    var parts = new ArrayList<Part>();
    places.jars().forEach(jar -> parts.add(new Part(List.of(jar), read.apply(jar))));
    if (!places.sources().isEmpty()) {
      parts.add(new Part(places.sources(), SourceFiles.read(places.sources())));
    }
    return new Inventory(places, parts);
  }

  public List<Part> parts() {
    return parts;
  }

  /// All of it as one set.
  public Loading together() {
    return Contracts.together(
        Definitions.all(parts.stream().map(part -> part.said).toList()), places);
  }
}
