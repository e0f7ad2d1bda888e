package dev.interlock.app.casebook;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RefusalLine;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.PeopleView;
import dev.interlock.handbook.story.PeopleView.Person;
import dev.interlock.handbook.words.Titles;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes the list of everybody whom contracts have met.
record PeoplePage(Records records, InstallationId installation, Versions versions, Instant now) {
  private static final int MOST = 500;

  PeopleView view(String containing) {
    var titles = versions.titles();
    Map<ContactId, Person> people = new LinkedHashMap<>();
    records
        .runs(installation, RunFilter.all(), MOST, 0)
        .forEach(run -> people.putIfAbsent(run.contact(), inRun(run, titles)));
    records
        .refusals(installation, Optional.empty(), MOST)
        .forEach(refusal -> people.putIfAbsent(refusal.contact(), refused(refusal, titles)));
    var wanted = containing.strip().toLowerCase(Locale.ROOT);
    return new PeopleView(
        records.zone(installation),
        now,
        people.values().stream()
            .filter(person -> isMeant(person.contact(), wanted))
            .sorted(Comparator.comparing(Person::lastSeen).reversed())
            .toList());
  }

  private static boolean isMeant(Contact contact, String wanted) {
    return contact.name().toLowerCase(Locale.ROOT).contains(wanted)
        || contact.id().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static Person inRun(RunSummary run, Titles titles) {
    var title = titles.quoted(run.contract());
    var where =
        run.exit()
            .map(exit -> "Left " + title + " as “" + exit + "”.")
            .orElseGet(() ->
                "In "
                    + title
                    + ": "
                    + run.state().words()
                    + run.place().map(place -> " at “" + place + "”").orElse("")
                    + ".");
    return new Person(new Contact(run.contact().text(), run.contactName()), where, run.changedAt());
  }

  private static Person refused(RefusalLine refusal, Titles titles) {
    return new Person(
        new Contact(refusal.contact().text(), refusal.contactName()),
        "Not admitted to " + titles.quoted(refusal.contract()) + ".",
        refusal.at());
  }
}
