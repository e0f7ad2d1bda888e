package dev.interlock.crm.highlevel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The native library as `scripts/interlock` unpacks it, in a JVM of its own: what a JVM has loaded
/// it does not load again from elsewhere.
class UnpackedTest {
  private static final String LIBRARY = System.mapLibraryName("amazonCorrettoCryptoProvider");
  private static final String IN_THE_JAR = "/com/amazon/corretto/crypto/provider/" + LIBRARY;

  @TempDir Path folder;

  @Test
  void aLibraryThatWasUnpackedIsUsed() throws Exception {
    try (InputStream library = UnpackedTest.class.getResourceAsStream(IN_THE_JAR)) {
      Assumptions.assumeTrue(library != null, "there is no native library for this machine");
      Files.copy(Objects.requireNonNull(library), folder.resolve(LIBRARY));
    }

    assertThat(checkedBy(folder)).isEqualTo("AmazonCorrettoCryptoProvider");
  }

  @Test
  void whereItWasTakenAwayTheJdkChecks() throws Exception {
    assertThat(checkedBy(folder)).isEqualTo("SunEC");
  }

  @Test
  void whereItIsNoLibraryTheJdkChecks() throws Exception {
    Files.writeString(folder.resolve(LIBRARY), "Dear reader, ".repeat(500));

    assertThat(checkedBy(folder)).isEqualTo("SunEC");
  }

  /// Who checks signatures in a JVM that is told where the library is.
  private static String checkedBy(Path unpacked) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.library.path=" + unpacked,
            "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true",
            "-cp",
            System.getProperty("java.class.path"),
            WhoChecks.class.getName()));
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }

  /// Says who checks signatures.
  static final class WhoChecks {
    private WhoChecks() {}

    public static void main(String[] arguments) {
      System.out.println(Ed25519.quickest().name());
    }
  }
}
