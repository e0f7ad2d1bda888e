package dev.interlock.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.text.ContentHash;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final Contract MISSED_CALL = new MissedCallTextBack().contract();

  @Test
  void isTheSameInAnotherJvmOfAnotherCountry() throws Exception {
    List<String> elsewhere =
        hashesOfAnotherJvm(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n",
            "-Djava.locale.providers=COMPAT,CLDR");

    assertThat(elsewhere).isEqualTo(HashesMain.hashes()).hasSizeGreaterThan(200);
  }

  @Test
  void isTheSameForTheSameMeaningSaidElsewhere() {
    Contract again = new MissedCallTextBack().contract();

    assertThat(ContentHash.of(again)).isEqualTo(ContentHash.of(MISSED_CALL));
  }

  @Test
  void isTheSha256OfTheCanonicalText() {
    assertThat(ContentHash.of(MISSED_CALL).hex()).hasSize(64).matches("[0-9a-f]+");
    assertThat(ContentHash.of(MISSED_CALL).hex())
        .startsWith(ContentHash.of(MISSED_CALL).shortForm());
    assertThat(ContentHash.of(MISSED_CALL).shortForm()).hasSize(10);
  }

  @Test
  void isNothingElseThanSixtyFourDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContentHash("ABC"))
        .withMessageContaining("64 lower-case hex digits, not ABC");
  }

  private static List<String> hashesOfAnotherJvm(String... flags)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of(flags));
    builder.command().addAll(List.of("-cp", classPath(), HashesMain.class.getName()));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Path.of("target", "classes").toString(),
        Path.of("target", "test-classes").toString());
  }
}
