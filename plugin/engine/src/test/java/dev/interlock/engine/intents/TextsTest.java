package dev.interlock.engine.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = new Texts();

  private static Map<String, Map<String, String>> name(String name) {
    return Map.of("contact", Map.of("name", name, "city", ""));
  }

  @Test
  void aTextMessageSaysValuesAsTheyAre() {
    assertThat(texts.plain("Hi {{contact.name}}").filled(name("Ann & Bob's <3")))
        .isEqualTo("Hi Ann & Bob's <3");
  }

  @Test
  void anEmailNeverTakesAValueForMarkup() {
    assertThat(texts.html("<p>{{contact.name}}</p>").filled(name("<script>x</script>")))
        .isEqualTo("<p>&lt;script&gt;x&lt;/script&gt;</p>");
  }

  @Test
  void aValueIsNeverTakenForATemplate() {
    assertThat(texts.plain("Hi {{contact.name}}").filled(name("{{contact.city}}{{#each")))
        .isEqualTo("Hi {{contact.city}}{{#each");
  }

  @Test
  void partsCanBeLeftOut() {
    var text = texts.plain("Hi{{#if contact.city}} in {{contact.city}}{{else}} you{{/if}}");

    assertThat(text.filled(name("Ann"))).isEqualTo("Hi you");
    assertThat(text.mentioned()).containsExactly("contact.city");
    assertThat(text.expected()).isEmpty();
  }

  @Test
  void otherHelpersAndOtherFilesAreNotThere() {
    assertThatThrownBy(() -> texts.plain("{{> /etc/passwd}}").filled(name("Ann")))
        .isInstanceOf(TextException.class);
    assertThatThrownBy(() -> texts.plain("{{#each contact}}x{{/each}}"))
        .isInstanceOf(TextException.class);
    assertThatThrownBy(() -> texts.plain("{{log contact.name}}")).isInstanceOf(TextException.class);
    assertThat(texts.plain("{{contact.class.name}}").filled(name("Ann"))).isEmpty();
  }

  @Test
  void aBrokenTextIsRefused() {
    assertThatThrownBy(() -> texts.plain("Hi {{contact.name")).isInstanceOf(TextException.class);
  }
}
