package dev.interlock.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static byte[] bytes(int many) {
    var bytes = new byte[many];
    new Random(many).nextBytes(bytes);
    return bytes;
  }

  private static ByteArrayInputStream in(int many) {
    return new ByteArrayInputStream(bytes(many));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 32_768, 100_000})
  void givesAllThatCame(int many) throws IOException {
    try (var body = new Intake(200_000).open()) {
      assertThat(body.read(in(many), 150_000))
          .hasValueSatisfying(all -> assertThat(all).isEqualTo(bytes(many)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 16_384, 50_000})
  void readsNoFurtherThanItIsAskedTo(int most) throws IOException {
    try (var body = new Intake(200_000).open()) {
      assertThat(body.read(in(100_000), most))
          .hasValueSatisfying(all -> assertThat(all).hasSize(most));
    }
  }

  @Test
  void whoFindsNoRoomTakesNoneAndThereIsRoomAgainWhenOthersAreDone() throws IOException {
    var intake = new Intake(100_000);
    var first = intake.open();
    assertThat(first.read(in(60_000), 150_000)).isPresent();

    try (var second = intake.open()) {
      assertThat(second.read(in(60_000), 150_000)).isEmpty();
    }
    try (var third = intake.open()) {
      assertThat(third.read(in(40_000), 150_000)).isPresent();
    }
    first.close();

    try (var fourth = intake.open()) {
      assertThat(fourth.read(in(100_000), 150_000)).isPresent();
    }
  }
}
