package dev.interlock.app.wiring;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.web.Page;
import dev.interlock.app.web.Pages;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.handbook.Assets;
import dev.interlock.handbook.Desk;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.OperationView.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All pages by their addresses.
///
///     /                      the whole business at this moment
///     /contacts/             everybody, or those whose name contains ?q=
///     /contacts/{id}         one contact's story
///     /lost-webhooks         what webhooks told, and what only reading the CRM found
///     /handbook/{file}       the contracts in words
///     /metrics               figures for Prometheus
final class SitePages implements Pages {
  private static final int NOT_FOUND = 404;
  private static final String CONTACTS = "/contacts/";
  private static final String HANDBOOK = "/handbook/";
  private static final String ASSETS = "/assets/";

  private final Casebook casebook;
  private final Supplier<Shown> shown;
  private final Supplier<Optional<String>> remark;
  private final Optional<String> notice;
  private final Supplier<List<Fact>> facts;
  private final Supplier<String> metrics;

  /// @param stage what visitors have to know besides
  /// @param shown the contracts that are live at the moment of asking
  /// @param remark what an operator has to know
  /// @param budget what the CRM allows
  SitePages(
      Stage stage,
      Casebook casebook,
      Supplier<Shown> shown,
      Supplier<Optional<String>> remark,
      Supplier<List<Fact>> budget,
      Supplier<String> metrics) {
    this.casebook = casebook;
    this.shown = shown;
    this.remark = remark;
    this.notice = stage.notice();
    Supplier<List<Fact>> more = stage.facts();
    this.facts = () -> Stream.concat(budget.get().stream(), more.get().stream()).toList();
    this.metrics = metrics;
  }

  @Override
  public Optional<Page> at(String path, Query query) {
    if (path.startsWith(ASSETS)) {
      return Assets.named(path.substring(ASSETS.length()))
          .map(asset -> Page.file(asset.type(), asset.text()));
    }
    if (path.equals("/metrics")) {
      return Optional.of(Page.file("text/plain; version=0.0.4; charset=utf-8", metrics.get()));
    }
    if (!shown.get().isLive()) {
      return Optional.of(Page.html(desk().notice("Nothing is live yet", notices())));
    }
    if (path.startsWith(HANDBOOK)) {
      return handbook(path.substring(HANDBOOK.length()));
    }
    if (path.startsWith(CONTACTS)) {
      return Optional.of(contacts(path.substring(CONTACTS.length()), query));
    }
    return switch (path) {
      case "/" -> Optional.of(Page.html(desk().operation(operation())));
      case "/lost-webhooks" -> Optional.of(Page.html(desk().hearing(casebook.hearing())));
      case "/operation-fragment" -> Optional.of(Page.html(desk().operationFragment(operation())));
      default -> Optional.of(nothing("There is no such page", "Nothing is at this address."));
    };
  }

  private Desk desk() {
    return shown.get().desk();
  }

  private OperationView operation() {
    return casebook.operation(
        Optional.of(notices()).filter(words -> !words.isEmpty()), facts.get());
  }

  private String notices() {
    return Stream.of(remark.get(), notice)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private Optional<Page> handbook(String file) {
    var handbook = shown.get().handbook();
    var edition =
        Edition.bare()
            .verified(shown.get().report())
            .counted(casebook.counts())
            .unfounded(casebook.unfounded(shown.get().contracts()));
    return handbook
        .page(file.isEmpty() ? handbook.files().getFirst() : file, edition)
        .map(Page::html);
  }

  private Page contacts(String id, Query query) {
    if (id.isEmpty()) {
      return Page.html(desk().people(casebook.people(query.value("q"))));
    }
    return Optional.of(id)
        .filter(each -> !each.isBlank())
        .flatMap(each -> casebook.story(new ContactId(each)))
        .map(story -> Page.html(desk().story(story)))
        .orElseGet(
            () -> nothing("Nobody of that number", "We never heard of a contact with this id."));
  }

  private Page nothing(String title, String words) {
    return Page.html(NOT_FOUND, desk().notice(title, words));
  }
}
