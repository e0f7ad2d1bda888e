package dev.interlock.app.account;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Json;
import dev.interlock.crm.inventory.Binding;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Thing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names meant in one account when it was looked at last, as a file in the data folder.
public record BindingsFile(Path file) {
  private static final int FORMAT = 1;

  private record Content(int format, List<Entry> bindings) {}

  private record Entry(String kind, String within, String name, String id, List<String> order) {
    static Entry of(Binding binding) {
      return new Entry(
          binding.kind().name(), binding.within(), binding.name(), binding.id(), binding.order());
    }
  }

  /// That of an account.
  public static BindingsFile of(Path dataFolder, String account) {
    return new BindingsFile(dataFolder.resolve("bindings-" + account + ".json"));
  }

  /// What they meant when contracts went live in it. Planning for other contracts does not touch
  /// it.
  public static BindingsFile sinceLive(Path dataFolder, String account) {
    return new BindingsFile(dataFolder.resolve("live-bindings-" + account + ".json"));
  }

  /// What is in it; nothing when it was never written.
  ///
  /// @throws CannotRunException when it is damaged: what has drifted could not be told then
  public Bindings read() {
    try {
      var content = Json.read(file.toString(), Files.readString(file));
      return new Bindings(list(content, "bindings").stream().map(this::binding).toList());
    } catch (NoSuchFileException never) {
      return Bindings.none();
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be read: " + problem.getMessage(), problem);
    }
  }

  private Binding binding(Object entry) {
    return new Binding(
        kind(text(entry, "kind")),
        text(entry, "within"),
        text(entry, "name"),
        text(entry, "id"),
        list(entry, "order").stream().map(String::valueOf).toList());
  }

  private Thing.Kind kind(String name) {
    return Arrays.stream(Thing.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(this::damaged);
  }

  private String text(Object entry, String key) {
    return member(entry, key)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .orElseThrow(this::damaged);
  }

  private List<?> list(Object entry, String key) {
    return member(entry, key)
        .filter(List.class::isInstance)
        .map(found -> (List<?>) found)
        .orElseThrow(this::damaged);
  }

  private static Optional<Object> member(Object entry, String key) {
    return entry instanceof Map<?, ?> members
        ? Optional.ofNullable(members.get(key))
        : Optional.empty();
  }

  private CannotRunException damaged() {
    return new CannotRunException(
        file + " is damaged; move it away, and what changed since the last plan is not told once");
  }

  /// Removes it, where it is there.
  ///
  /// @throws CannotRunException when it cannot be removed
  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be removed: " + problem.getMessage(), problem);
    }
  }

  /// Writes it as a whole, or leaves it as it was.
  ///
  /// @return why it could not be written, in words; empty when it was
  public Optional<String> write(Bindings bindings) {
    var content = new Content(FORMAT, bindings.all().stream().map(Entry::of).toList());
    try {
      var folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      var draft = Files.createTempFile(folder, "bindings", ".json");
      Files.writeString(draft, Json.of(content) + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException problem) {
      return Optional.of(
          file
              + " cannot be written, so the next plan cannot tell what has changed since this one");
    }
  }
}
