package dev.interlock.crm.highlevel;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Crm;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Ending;
import dev.interlock.crm.Found;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.calls.Calls;
import dev.interlock.crm.highlevel.contact.ContactReader;
import dev.interlock.crm.highlevel.contact.DealReader;
import dev.interlock.crm.highlevel.contact.MadeLately;
import dev.interlock.crm.highlevel.contact.TagsSeen;
import dev.interlock.crm.highlevel.deed.Announcing;
import dev.interlock.crm.highlevel.deed.Deeds;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.names.DirectoryReader;
import dev.interlock.crm.highlevel.names.Freshness;
import dev.interlock.crm.highlevel.reading.Happenings;
import dev.interlock.crm.highlevel.reading.MailReader;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// One location of HighLevel as a CRM.
///
/// A contact is read strongly consistent, and so is each of its opportunities, though they are
/// found by a search that lags. What a person is to be notified of becomes a task of theirs.
public final class HighLevelCrm implements Crm {
  private final InstallationId installation;
  private final Calls calls;
  private final AccountNames names;
  private final ContactReader contacts;
  private final Deeds deeds;
  private final Happenings happenings;
  private final MailReader mails;
  private final DirectoryReader directory;
  private final Announcing announcing;

  private HighLevelCrm(
      InstallationId installation, HighLevelApi api, Freshness freshness, InstantSource clock) {
    this.installation = installation;
    this.calls = api.calls();
    this.names = new AccountNames(api, clock, freshness);
    var madeLately = new MadeLately(clock);
    var deals = new DealReader(api, madeLately);
    var tags = new TagsSeen(clock);
    this.contacts = new ContactReader(api, names, deals, tags, clock);
    this.deeds = new Deeds(api, names, deals, madeLately, tags, clock);
    this.happenings = new Happenings(api, names, clock);
    this.mails = new MailReader(api.messages());
    this.directory = new DirectoryReader(api, names);
    this.announcing = new Announcing(installation, api.triggers());
  }

  /// The location with this id, through calls made for it.
  public static HighLevelCrm of(String locationId, HighLevelApi api, InstantSource clock) {
    return of(locationId, api, Freshness.USUAL, clock);
  }

  /// The same, with names that are trusted for another time than usual.
  public static HighLevelCrm of(
      String locationId, HighLevelApi api, Freshness freshness, InstantSource clock) {
    return new HighLevelCrm(new InstallationId(locationId), api, freshness, clock);
  }

  @Override
  public InstallationId installation() {
    return installation;
  }

  @Override
  public Calls calls() {
    return calls;
  }

  @Override
  public Read<ContactSnapshot> contact(ContactId contact, Set<Detail> details) {
    return contacts.contact(contact, details);
  }

  @Override
  public Read<ContactPage> contacts(Cursor from) {
    return contacts.contacts(from);
  }

  @Override
  public Read<SightingPage> happened(Sighting.Kind kind, Span span, Cursor from) {
    return happenings.read(kind, span, from);
  }

  @Override
  public Sent carryOut(ContactId contact, Deed deed) {
    return deeds.carryOut(contact, deed);
  }

  @Override
  public Found look(ContactId contact, Deed deed, Instant triedAt, Set<MessageId> others) {
    return deeds.looks().look(contact, deed, triedAt, others);
  }

  @Override
  public Sent announce(String target, Ending ending) {
    return announcing.announce(target, ending);
  }

  @Override
  public Read<Mailed> mailed(OwnMail mail) {
    return mails.read(mail);
  }

  @Override
  public Read<Directory> directory() {
    return directory.read();
  }

  /// The names by which webhooks of this location are understood.
  AccountNames names() {
    return names;
  }
}
