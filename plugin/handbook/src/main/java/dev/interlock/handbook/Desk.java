package dev.interlock.handbook;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.page.DeskReader;
import dev.interlock.handbook.page.DeskView;
import dev.interlock.handbook.page.HearingReader;
import dev.interlock.handbook.page.NoticeView;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.HearingView;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.PeopleView;

/// The pages about running work: the whole business, its contacts, and one contact's story. Safe to
/// use from many threads.
public final class Desk {
  private final Site site;
  private final Frames frames;
  private final DeskReader reader;
  private final Press press = new Press();

  private Desk(ContractSet set, Site site, String business) {
    this.site = site;
    this.frames = new Frames(business, site);
    this.reader = new DeskReader(set, site.handbook(), contact -> site.story(contact).orElse(""));
  }

  /// The pages about running contracts of a set, for a site.
  public static Desk of(ContractSet set, Site site) {
    return of(set, site, set.operation().name());
  }

  /// The same for a business that is called otherwise than its operation, which it shares.
  public static Desk of(ContractSet set, Site site, String business) {
    return new Desk(set, site, business);
  }

  /// The page of the whole business.
  public String operation(OperationView view) {
    return press.print("desk/operation", deskView(view));
  }

  /// The part of that page that changes, for the script that keeps it up to date.
  public String operationFragment(OperationView view) {
    return press.print("desk/operation-live", deskView(view));
  }

  private DeskView deskView(OperationView view) {
    String address = site.desk().map(Site.Desk::operation).orElse("");
    String fragment = site.desk().map(Site.Desk::fragment).orElse("");
    return reader.operation(frames.frame("Live", address), fragment, view);
  }

  /// The page of all contacts.
  public String people(PeopleView view) {
    String address = site.desk().map(Site.Desk::people).orElse("");
    return press.print("desk/people", reader.people(frames.frame("People", address), view));
  }

  /// The page of what webhooks told, and what only reading the CRM found.
  public String hearing(HearingView view) {
    String address = site.desk().map(Site.Desk::hearing).orElse("");
    return press.print(
        "desk/hearing", new HearingReader(view).page(frames.frame("Webhooks", address)));
  }

  /// The page of one contact.
  public String story(ContactStory story) {
    return press.print("desk/story", reader.story(frames.frame(story.contact().name(), ""), story));
  }

  /// A page that says one thing, such as that there is no such page.
  public String notice(String title, String words) {
    return press.print("desk/notice", new NoticeView(frames.frame(title, ""), words));
  }
}
