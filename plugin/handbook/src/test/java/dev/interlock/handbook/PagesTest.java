package dev.interlock.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.handbook.edition.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every page, whatever it is about.
final class PagesTest {
  private static final Site SITE =
      new Site(
          "",
          "",
          Optional.of(
              new Site.Desk("live.html", "fragment.html", "people.html", "hearing.html", "who?")));
  private static final Map<String, Document> PAGES = pages();

  static Map<String, Document> pages() {
    Map<String, String> texts =
        new LinkedHashMap<>(Handbook.of(Example.set(), SITE).pages(Example.edition()));
    Desk desk = Desk.of(Example.set(), SITE);
    texts.put("live.html", desk.operation(Example.operation()));
    texts.put("people.html", desk.people(Example.people()));
    texts.put("hearing.html", desk.hearing(Example.hearing()));
    texts.put("story.html", desk.story(Example.story()));
    texts.put("notice.html", desk.notice("No such page", "There is nothing here."));
    Map<String, Document> documents = new LinkedHashMap<>();
    texts.forEach((name, text) -> documents.put(name, Jsoup.parse(text)));
    return documents;
  }

  static Stream<String> names() {
    return PAGES.keySet().stream();
  }

  /// A page with something found, and one that waits for a proof.
  @Test
  void pagesThatTellOfFindingsHoldUnderTheSamePolicy() {
    Handbook handbook = Handbook.of(Example.set(), SITE);
    for (var report : List.of(Found.between(Example.set(), "x", "y"), Found.barred())) {
      Edition edition = Edition.bare().verified(report);
      handbook.pages(edition).values().stream()
          .map(Jsoup::parse)
          .forEach(page -> {
            assertThat(page.select("style, [style], script")).isEmpty();
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertStyled(page);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void holdsUnderAPolicyThatForbidsInlineStylesAndScripts(String name) {
    Document page = page(name);

    assertThat(page.select("style, [style], [onclick], [onload], base, iframe, object")).isEmpty();
    assertThat(page.select("script"))
        .allSatisfy(script -> {
          assertThat(script.attr("src")).isNotEmpty();
          assertThat(script.html()).isEmpty();
        });
    assertThat(attributes(page)).noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(attributes(page)).noneMatch(PagesTest::runsScript);
  }

  private static boolean runsScript(Attribute attribute) {
    return attribute
        .getValue()
        .strip()
        .toLowerCase(java.util.Locale.ROOT)
        .startsWith("javascript:");
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasOneTitleOneHeadingALanguageAndASkipLink(String name) {
    Document page = page(name);

    assertThat(page.title()).isNotBlank();
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("body > a").getFirst().attr("href")).isEqualTo("#main");
    assertThat(page.select("main#main")).hasSize(1);
    assertThat(page.select("meta[name=viewport]")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesEveryPlaceItsOwnName(String name) {
    assertThat(page(name).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void linksOnlyToPlacesThatAreThere(String name) {
    for (String href : page(name).select("a[href]").eachAttr("href")) {
      if (href.startsWith("who?")) {
        continue;
      }
      int hash = href.indexOf('#');
      String file = hash < 0 ? href : href.substring(0, hash);
      Document target = file.isEmpty() ? page(name) : PAGES.get(file);
      assertThat(target).as("the page of " + href).isNotNull();
      if (hash >= 0 && target != null) {
        assertThat(target.getElementById(href.substring(hash + 1)))
            .as("the place of " + href)
            .isNotNull();
      }
    }
  }

  @Test
  void saysOfWhatIsInTheCrmHowMuchWebhooksToldAndWhatStandsInTheWay() {
    String page = page("hearing.html").text();

    assertThat(page)
        .contains("3 things that no webhook told were recovered.")
        .contains("12 in the CRM: 9 told by webhooks, 3 recovered by reading.")
        .contains("missing-scope: the token may not read opportunities")
        .contains("Not looked yet.");
  }

  @ParameterizedTest
  @MethodSource("names")
  void leadsToTheStylesheetBesideIt(String name) {
    assertThat(page(name).select("link[rel=stylesheet]").eachAttr("href"))
        .containsExactly(Assets.STYLESHEET);
  }

  @Test
  void theStylesheetKnowsEveryClassThatPagesUse() {
    assertThat(PAGES.values()).allSatisfy(PagesTest::assertStyled);
  }

  private static void assertStyled(Document page) {
    String stylesheet = Assets.stylesheet().text();
    assertThat(page.select("main [class]").not("svg, svg *").eachAttr("class"))
        .flatMap(classes -> List.of(classes.split(" ", -1)))
        .filteredOn(each -> !UNSTYLED.contains(each))
        .allSatisfy(each -> assertThat(stylesheet).contains("." + each));
  }

  /// Marks that say what something is, and look like everything else.
  private static final List<String> UNSTYLED =
      List.of(
          "", "arm", "action", "pause", "decision", "time", "fact", "quiet", "operator", "clauses");

  @Test
  void withoutItsScriptTheLivePageReloadsItself() {
    Document live = page("live.html");

    assertThat(live.select("script").eachAttr("src")).containsExactly(Assets.SCRIPT);
    assertThat(live.select("noscript").outerHtml()).contains("http-equiv=\"refresh\"");
    assertThat(live.select("#live").attr("data-fragment")).isEqualTo("fragment.html");
  }

  @Test
  void theFragmentIsTheChangingPartOfTheLivePage() {
    String fragment = Desk.of(Example.set(), SITE).operationFragment(Example.operation());

    assertThat(Jsoup.parse(fragment).body().html())
        .isEqualTo(page("live.html").select("#live").html());
    assertThat(Jsoup.parse(fragment).select("[data-part]")).hasSizeGreaterThan(4);
  }

  @Test
  void aFolderHasNoLinkThatLeavesIt() {
    Handbook.of(Example.set(), Site.folder())
        .pages(Edition.bare())
        .forEach((name, text) ->
            assertThat(Jsoup.parse(text).select("[href], [src]"))
                .allSatisfy(link ->
                    assertThat(link.attr("href") + link.attr("src"))
                        .matches("[a-z-]+\\.(html|css)(#[a-z0-9-]+)?|#[a-z0-9-]+")));
  }

  private static List<Attribute> attributes(Document page) {
    List<Attribute> all = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(all::add);
    }
    return all;
  }

  private static Document page(String name) {
    Document page = PAGES.get(name);
    if (page == null) {
      throw new IllegalStateException("no page " + name);
    }
    return page;
  }
}
