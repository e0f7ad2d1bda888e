package dev.interlock.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.OperationView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that people write becomes markup, wherever it is written.
final class EscapingTest {

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(%d)</script>",
          "\" onmouseover=\"alert(%d)\" x=\"",
          "' onmouseover='alert(%d)' x='",
          "</title></svg></p><img src=x onerror=alert(%d)>",
          "]]><script>alert(%d)</script><![CDATA[",
          "&lt;script&gt;alert(%d)",
          "javascript:alert(%d)",
          "{{#each this}}%d{{{this}}}",
          "\u0000\u0008 bell %d \uD800");

  /// Each text is attacked in another way; over the turns, every text in several.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void noTextOfAContractBecomesMarkup(int turn) {
    ContractSet set =
        EverythingSet.saying(number ->
                String.format(Locale.ROOT, ATTACKS.get((number + turn) % ATTACKS.size()), number))
            .set();

    Map<String, String> pages = Handbook.of(set, Site.folder()).pages(Edition.bare());

    assertThat(pages).hasSizeGreaterThan(5);
    pages.values().forEach(page -> assertHarmless(Jsoup.parse(page)));
  }

  @Test
  void noTextOfAStoryBecomesMarkup() {
    String attack = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    Contact contact = new Contact(attack, attack);
    ContractId unknown = new ContractId(attack);
    var line =
        new ContactStory.Line(
            Example.NOW, Optional.of(unknown), Kind.STEP, attack, attack, Optional.of(attack));
    var story =
        new ContactStory(contact, Example.ZONE, Example.NOW, List.of(), List.of(), List.of(line));
    var refusal = new OperationView.Refusal(Example.NOW, contact, unknown, List.of(attack));
    var view =
        new OperationView(
            Optional.of(attack),
            Example.ZONE,
            Example.NOW,
            List.of(OperationView.Fact.of(attack, attack)),
            List.of(new OperationView.Workflow(unknown, 1, 2, Map.of())),
            List.of(
                new OperationView.Attention(Example.NOW, contact, Optional.of(unknown), attack)),
            List.of(new OperationView.Waiting(Example.NOW, contact, Optional.of(unknown), attack)),
            List.of(refusal),
            List.of());
    Desk desk = Desk.of(Example.set(), Site.server());

    assertHarmless(Jsoup.parse(desk.story(story)));
    assertHarmless(Jsoup.parse(desk.operation(view)));
    assertHarmless(Jsoup.parse(desk.notice(attack, attack)));
  }

  @Test
  void aContactsIdCannotLeaveItsPlaceInAnAddress() {
    assertThat(Site.server().story("../x?a=b#c d\"/e"))
        .contains("/contacts/..%2Fx%3Fa%3Db%23c%20d%22%2Fe");
  }

  private static void assertHarmless(Document page) {
    assertThat(page.select("script:not([src]), img, svg script, foreignObject, iframe")).isEmpty();
    assertThat(page.select("script").eachAttr("src")).allMatch(src -> src.endsWith("live.js"));
    page.getAllElements()
        .forEach(element ->
            element
                .attributes()
                .forEach(attribute -> {
                  assertThat(attribute.getKey()).doesNotStartWith("on");
                  assertThat(attribute.getValue()).doesNotStartWith("javascript:");
                }));
  }
}
