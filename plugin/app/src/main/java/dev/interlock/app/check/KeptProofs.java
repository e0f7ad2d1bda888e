package dev.interlock.app.check;

import dev.interlock.app.Surroundings;
import dev.interlock.verifier.prove.Proofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Proofs in a file of the user's cache folder, so that whoever edits one contract of thirty does
/// not wait until all pairs are proved again.
///
/// Each proof is a line of its own, written as soon as it was made, so that several programs may
/// write at once and none of them loses what another found. A line that is no proof counts for
/// nothing. Another build of Interlock has another file: it may ask other questions, or answer them
/// otherwise. Where nothing can be read or written, everything is proved anew.
public final class KeptProofs implements Proofs {
  private static final int FOR_ONE_RUN = 20_000;
  private static final long MOST_BYTES = 16L << 20;
  // the end is part of it, so that a line that was cut short is none
  private static final Pattern PROOF = Pattern.compile("([0-9a-f]{64}) ([-A-Z0-9= ]*);");

  private final Path file;
  private final Map<String, String> proved = new ConcurrentHashMap<>();
  private boolean isWritable;

  private KeptProofs(Path file) {
    this.file = file;
    this.isWritable = true;
  }

  /// Those of earlier runs of this very program, where there is a place for them.
  public static Proofs of(Surroundings surroundings) {
    Optional<Proofs> kept =
        CacheFolder.of(surroundings)
            .flatMap(folder ->
                Build.in(surroundings.home())
                    .map(build -> in(folder.resolve("proofs-" + build.hex()))));
    return kept.orElseGet(KeptProofs::anew);
  }

  /// None of any earlier run.
  public static Proofs anew() {
    return Proofs.inMemory(FOR_ONE_RUN);
  }

  /// Those in the file.
  static Proofs in(Path file) {
    var kept = new KeptProofs(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        kept.read();
      }
      return kept;
    } catch (IOException unreadable) {
      return anew();
    }
  }

  private void read() throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      Files.deleteIfExists(file);
      return;
    }
    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .lines()
        .map(PROOF::matcher)
        .filter(Matcher::matches)
        .forEach(proof -> proved.put(proof.group(1), proof.group(2)));
  }

  @Override
  public Optional<String> find(String premises) {
    return Optional.ofNullable(proved.get(premises));
  }

  @Override
  public void keep(String premises, String words) {
    if (proved.put(premises, words) == null) {
      append("%s %s;".formatted(premises, words));
    }
  }

  // with a line's end before it as well, since another program may have been stopped in mid-line
  private synchronized void append(String line) {
    if (!isWritable) {
      return;
    }
    try {
      Files.writeString(
          file,
          "\n" + line + "\n",
          StandardCharsets.ISO_8859_1,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      isWritable = false;
    }
  }
}
