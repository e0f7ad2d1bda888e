package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.contact.DealReader;
import dev.interlock.crm.highlevel.contact.MadeLately;
import dev.interlock.crm.highlevel.contact.TagsSeen;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import java.time.InstantSource;

/// Carries deeds out.
public final class Deeds {
  private final Messages messages;
  private final Particulars particulars;
  private final Tagging tagging;
  private final DealDeeds deals;
  private final Work work;
  private final Automations automations;
  private final Looks looks;

  public Deeds(
      HighLevelApi api,
      AccountNames names,
      DealReader dealReader,
      MadeLately madeLately,
      TagsSeen tags,
      InstantSource clock) {
    var account = new Account(api, names, new Endings(api, names));
    messages = new Messages(account);
    particulars = new Particulars(account);
    tagging = new Tagging(account, tags);
    deals = new DealDeeds(account, dealReader, madeLately);
    work = new Work(account);
    automations = new Automations(account, clock);
    looks = new Looks(account, deals, clock);
  }

  /// Does a deed once.
  public Sent carryOut(ContactId contact, Deed deed) {
    return switch (deed) {
      case Deed.SendSms sms -> messages.send(contact, sms);
      case Deed.SendEmail email -> messages.send(contact, email);
      case Deed.AddTag(var tag) -> tagging.add(contact, tag);
      case Deed.RemoveTag(var tag) -> tagging.remove(contact, tag);
      case Deed.SetField(var field, var value) -> particulars.setField(contact, field, value);
      case Deed.ClearField(var field) -> particulars.clearField(contact, field);
      case Deed.MoveDeal move -> deals.move(contact, move);
      case Deed.MarkDeal mark -> deals.mark(contact, mark);
      case Deed.ValueDeal value -> deals.value(contact, value);
      case Deed.CreateTask task -> work.create(contact, task);
      case Deed.CompleteTasks(var tasks) -> work.complete(contact, tasks);
      case Deed.AddNote note -> work.note(contact, note);
      case Deed.Assign(var user) -> particulars.assign(contact, user);
      case Deed.Notify notify -> work.notify(contact, notify);
      case Deed.StartAutomation(var automation) -> automations.start(contact, automation);
      case Deed.StopAutomation(var automation) -> automations.stop(contact, automation);
    };
  }

  /// Looks whether a deed took effect.
  public Looks looks() {
    return looks;
  }
}
