package dev.interlock.bench;

import dev.interlock.verifier.prove.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Proofs from a file, one in a line.
record ProofList(Map<String, String> kept) implements Proofs {
  static ProofList in(Optional<Path> file) throws IOException {
    Map<String, String> kept = new ConcurrentHashMap<>();
    if (file.filter(Files::exists).isPresent()) {
      for (String line : Files.readAllLines(file.get())) {
        String[] parts = line.split(" ", 2);
        kept.put(parts[0], parts[1]);
      }
    }
    return new ProofList(kept);
  }

  void write(Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      Files.write(
          file.get(),
          kept.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
    }
  }

  @Override
  public Optional<String> find(String premises) {
    return Optional.ofNullable(kept.get(premises));
  }

  @Override
  public void keep(String premises, String proved) {
    kept.put(premises, proved);
  }
}
