package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void leavesTheWordsAndTheLines() {
    assertThat(
            PlainText.of(
                """
                <html><head><title>Re: Hello</title><STYLE>p > a {color: red}</STYLE></head>
                <body><!-- <p>hidden</p> --><p>Yes,&nbsp;Tuesday <b>suits</b> me</p>
                <div>Ann &amp; Bob<br/>5 &lt; 6 & 7</div></body></html>
                """))
        .isEqualTo("Yes, Tuesday suits me\nAnn & Bob\n5 < 6 & 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Stop</p><blockquote>Shall we go on?</blockquote>",
        "<p>Stop</p><div class=\"gmail_quote gmail_quote_container\">Shall we go on?</div>",
        "<p>Stop</p><div id=\"appendonsend\"></div>Shall we go on?",
        "Stop\n\nOn Mon, Nov 2, 2026 at 12:00 Desk <desk@example.com> wrote:\n> Shall we go on?",
        "Stop\n-----Original Message-----\nShall we go on?"
      })
  void leavesOutWhatIsAnswered(String mail) {
    assertThat(PlainText.of(mail)).isEqualTo("Stop");
  }

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(PlainText.of("Yes please\nAnn")).isEqualTo("Yes please\nAnn");
    assertThat(PlainText.of("")).isEmpty();
    assertThat(PlainText.of("I <3 you, or <b so")).isEqualTo("I <3 you, or <b so");
  }

  /// Anybody can send these.
  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<br", "<style>", "<!--", "&", "&;", "\n", "\n\n>", "On ", "</", "<p>", " "})
  void readsAnythingInOneGo(String part) {
    String mail = part.repeat(1_000_000 / part.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatCode(() -> PlainText.of(mail)).doesNotThrowAnyException());
  }
}
