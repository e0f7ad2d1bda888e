package dev.interlock.app.wiring;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.web.Page;
import dev.interlock.app.web.Pages;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.handbook.Assets;
import dev.interlock.handbook.Desk;
import dev.interlock.handbook.Handbook;
import dev.interlock.handbook.Site;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.OperationView.Fact;
import dev.interlock.verifier.finding.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All pages by their addresses.
///
///     /                      the whole business at this moment
///     /contacts/             everybody, or those whose name contains ?q=
///     /contacts/{id}         one contact's story
///     /handbook/{file}       the contracts in words
///     /metrics               figures for Prometheus
final class SitePages implements Pages {
  private static final int NOT_FOUND = 404;
  private static final String CONTACTS = "/contacts/";
  private static final String HANDBOOK = "/handbook/";
  private static final String ASSETS = "/assets/";

  private final Casebook casebook;
  private final Handbook handbook;
  private final Desk desk;
  private final Report report;
  private final Optional<String> notice;
  private final Supplier<List<Fact>> facts;
  private final Supplier<String> metrics;

  SitePages(Plan plan, Casebook casebook, Report report, Supplier<String> metrics) {
    this.casebook = casebook;
    this.handbook = Handbook.of(plan.contracts(), Site.server());
    this.desk = Desk.of(plan.contracts(), Site.server());
    this.report = report;
    this.notice = plan.stage().notice();
    this.facts = plan.stage().facts();
    this.metrics = metrics;
  }

  @Override
  public Optional<Page> at(String path, Query query) {
    if (path.startsWith(HANDBOOK)) {
      return handbook(path.substring(HANDBOOK.length()));
    }
    if (path.startsWith(ASSETS)) {
      return Assets.named(path.substring(ASSETS.length()))
          .map(asset -> Page.file(asset.type(), asset.text()));
    }
    if (path.startsWith(CONTACTS)) {
      return Optional.of(contacts(path.substring(CONTACTS.length()), query));
    }
    return switch (path) {
      case "/" -> Optional.of(Page.html(desk.operation(operation())));
      case "/operation-fragment" -> Optional.of(Page.html(desk.operationFragment(operation())));
      case "/metrics" ->
          Optional.of(Page.file("text/plain; version=0.0.4; charset=utf-8", metrics.get()));
      default -> Optional.of(nothing("There is no such page", "Nothing is at this address."));
    };
  }

  private OperationView operation() {
    return casebook.operation(notice, facts.get());
  }

  private Optional<Page> handbook(String file) {
    var edition = Edition.bare().verified(report).counted(casebook.counts());
    return handbook
        .page(file.isEmpty() ? handbook.files().getFirst() : file, edition)
        .map(Page::html);
  }

  private Page contacts(String id, Query query) {
    if (id.isEmpty()) {
      return Page.html(desk.people(casebook.people(query.value("q"))));
    }
    return casebook
        .story(new ContactId(id))
        .map(story -> Page.html(desk.story(story)))
        .orElseGet(
            () -> nothing("Nobody of that number", "We never heard of a contact with this id."));
  }

  private Page nothing(String title, String words) {
    return Page.html(NOT_FOUND, desk.notice(title, words));
  }
}
