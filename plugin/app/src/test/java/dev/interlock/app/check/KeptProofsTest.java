package dev.interlock.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptProofsTest {
  private static final String ONE = "0a".repeat(32);
  private static final String PROVED = "E-NO-EXIT=3 E-STEP-DEAD=4";
  private static final String OTHER = "1b".repeat(32);

  @TempDir private Path folder;

  @Test
  void whatOneProgramProvedTheNextOneKnows() {
    KeptProofs.in(file()).keep(ONE, PROVED);

    var next = KeptProofs.in(file());

    assertThat(next.find(ONE)).contains(PROVED);
    assertThat(next.find(OTHER)).isEmpty();
  }

  @Test
  void twoProgramsAtOnceLoseNothingOfEachOther() {
    var one = KeptProofs.in(file());
    var other = KeptProofs.in(file());
    one.keep(ONE, PROVED);
    other.keep(OTHER, PROVED);

    var next = KeptProofs.in(file());

    assertThat(next.find(ONE)).contains(PROVED);
    assertThat(next.find(OTHER)).contains(PROVED);
  }

  @Test
  void aLineThatWasCutShortIsNoProofAndSpoilsNoOther() throws IOException {
    Files.writeString(file(), ONE + " E-NO-EXIT=3 E-STEP-DEAD=");
    KeptProofs.in(file()).keep(OTHER, PROVED);

    var next = KeptProofs.in(file());

    assertThat(next.find(ONE)).isEmpty();
    assertThat(next.find(OTHER)).contains(PROVED);
  }

  @Test
  void aFileOfAnythingElseIsNoProof() throws IOException {
    Files.write(file(), new byte[] {0, -1, 10, 127, -128, 10});
    Files.writeString(file(), ONE + " " + PROVED + ";", StandardOpenOption.APPEND);

    assertThat(KeptProofs.in(file()).find(ONE)).contains(PROVED);
  }

  @Test
  void whereNothingCanBeWrittenEverythingIsProvedAnewNextTime() throws IOException {
    Files.createDirectories(file());
    var proofs = KeptProofs.in(file());

    proofs.keep(ONE, PROVED);

    assertThat(proofs.find(ONE)).contains(PROVED);
    assertThat(KeptProofs.in(file()).find(ONE)).isEmpty();
  }

  @Test
  void whereTheFolderIsAFileNothingIsKept() throws IOException {
    Files.writeString(file(), "");
    var proofs = KeptProofs.in(file().resolve("proofs"));

    proofs.keep(ONE, PROVED);

    assertThat(proofs.find(ONE)).contains(PROVED);
  }

  private Path file() {
    return folder.resolve("proofs");
  }
}
