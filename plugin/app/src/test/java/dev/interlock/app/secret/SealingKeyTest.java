package dev.interlock.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealingKeyTest {
  private static final byte[] SECRET = "a token".getBytes(UTF_8);

  private final SealingKey key = SealingKey.random();

  @Test
  void opensWhatItSealedAlsoAfterItWasWrittenAndRead() {
    byte[] sealed = key.seal(SECRET, "a");

    assertThat(new String(sealed, UTF_8)).doesNotContain("token");
    assertThat(SealingKey.of(key.reveal()).open(sealed, "a")).isEqualTo(SECRET);
  }

  @Test
  void opensNothingForAnotherNameOrWithAnotherKeyOrThatWasChanged() {
    byte[] sealed = key.seal(SECRET, "a");

    assertThatThrownBy(() -> key.open(sealed, "b")).isInstanceOf(KeyException.class);
    assertThatThrownBy(() -> SealingKey.random().open(sealed, "a"))
        .isInstanceOf(KeyException.class)
        .hasMessage("what is sealed as a cannot be opened: it is damaged, or the key is another");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> key.open(sealed, "a")).isInstanceOf(KeyException.class);
  }

  @Test
  void opensWithFormerKeysUntilTheyAreLeftOut() {
    byte[] before = key.seal(SECRET, "a");
    SealingKey rotated = key.rotated();
    byte[] after = rotated.seal(SECRET, "a");

    assertThat(rotated.size()).isEqualTo(2);
    assertThat(rotated.open(before, "a")).isEqualTo(SECRET);
    assertThatThrownBy(() -> key.open(after, "a")).isInstanceOf(KeyException.class);

    SealingKey pruned = SealingKey.of(rotated.withoutFormer().reveal());
    assertThat(pruned.size()).isOne();
    assertThat(pruned.open(after, "a")).isEqualTo(SECRET);
    assertThatThrownBy(() -> pruned.open(before, "a")).isInstanceOf(KeyException.class);
  }

  @Test
  void doesNotTakeAnythingForAKey() {
    for (String text : new String[] {"", "{}", "secret", "{\"key\": []}"}) {
      assertThatThrownBy(() -> SealingKey.of(text)).isInstanceOf(KeyException.class);
    }
  }

  @Test
  void showsNothingOfItself() {
    assertThat(key.toString()).isEqualTo("SealingKey[hidden]");
  }
}
