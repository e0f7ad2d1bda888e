package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.crm.highlevel.outcome.Answers;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.OpportunitySearch;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import dev.interlock.crm.highlevel.wire.WireOpportunityPage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a contact's opportunities as they are now.
///
/// HighLevel finds them by a search that lags by seconds. So each hit is read itself, and so is
/// what this process has made lately, whether the search knows of it or not.
public final class DealReader {
  /// No contact has thousands of opportunities.
  private static final int MOST_PAGES = 20;

  private final HighLevelApi api;
  private final MadeLately madeLately;

  public DealReader(HighLevelApi api, MadeLately madeLately) {
    this.api = api;
    this.madeLately = madeLately;
  }

  /// This very one if it is still the contact's, else all of the contact's.
  public Answer<List<WireOpportunity>> of(ContactId contact, Optional<DealId> only) {
    return only.map(deal -> stillOf(contact, deal.text())).orElseGet(() -> of(contact));
  }

  public Answer<List<WireOpportunity>> of(ContactId contact) {
    OpportunitySearch search = OpportunitySearch.all().ofContact(contact.text());
    Answer<List<String>> ids =
        hits(search, MOST_PAGES)
            .map(hits -> {
              Set<String> all = new LinkedHashSet<>(madeLately.of(contact));
              hits.forEach(hit -> all.add(hit.id()));
              return List.copyOf(all);
            });
    return Answers.each(ids, id -> stillOf(contact, id));
  }

  private Answer<List<WireOpportunity>> hits(OpportunitySearch search, int most) {
    Answer<WireOpportunityPage> page = api.opportunities().search(search);
    return Answers.then(
        page,
        found ->
            most > 1 && found.next().isPresent()
                ? hits(search.at(found.next().get()), most - 1)
                    .map(rest ->
                        Stream.concat(found.opportunities().stream(), rest.stream()).toList())
                : page.map(WireOpportunityPage::opportunities));
  }

  /// A hit may be gone by now, or belong to another contact since a merge.
  private Answer<List<WireOpportunity>> stillOf(ContactId contact, String id) {
    Answer<WireOpportunity> answer = api.opportunities().opportunity(id);
    return switch (answer) {
      case Answer.Failed<WireOpportunity>(var operation, Failure.NotFound _, _, var envelope) ->
          new Answer.Ok<>(operation, List.of(), envelope);
      case Answer.Failed<WireOpportunity> _ -> answer.map(List::of);
      case Answer.Ok<WireOpportunity>(_, var found, _) ->
          answer.map(one ->
              found.contactId().filter(contact.text()::equals).isPresent()
                  ? List.of(one)
                  : List.of());
    };
  }
}
