package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Message.Content;
import dev.interlock.sandbox.world.Message.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// The conversations with contacts: one for each, whatever the channel.
public final class Conversations {
  private static final Set<String> STOP_WORDS =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit");
  private static final Set<String> START_WORDS = Set.of("start", "unstop");

  /// How long the carrier takes to say what became of a message.
  public static final Duration CARRIER_TIME = Duration.ofSeconds(4);

  private final Ground ground;
  private final Contacts contacts;
  private final Location location;
  private final Map<String, Message> byId = new LinkedHashMap<>();
  private final Map<String, Integer> unread = new HashMap<>();
  private final Set<String> deadAddresses = new HashSet<>();

  Conversations(Ground ground, Contacts contacts, Location location) {
    this.ground = ground;
    this.contacts = contacts;
    this.location = location;
  }

  /// Who sends a message, and by what way it got into the CRM.
  ///
  /// @param source `api`, `app` or `workflow`
  /// @param userId the colleague; empty when none
  public record Sender(String source, String userId, By by) {
    /// An app, through the API.
    public static final Sender API = new Sender("api", "", By.API);

    /// A colleague in the CRM's own screens.
    public static Sender colleague(String userId) {
      return new Sender("app", userId, By.STAFF);
    }
  }

  /// The message with an id.
  public Optional<Message> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The mail with an email message id.
  public Optional<Message> findMail(String emailMessageId) {
    return byId.values().stream()
        .filter(message ->
            message.content() instanceof Content.Mail mail
                && mail.emailMessageId().equals(emailMessageId))
        .findFirst();
  }

  /// All messages, oldest first.
  public List<Message> all() {
    return List.copyOf(byId.values());
  }

  /// All messages of a contact, oldest first.
  public List<Message> of(String contactId) {
    return byId.values().stream().filter(message -> message.contactId().equals(contactId)).toList();
  }

  /// The id of a contact's conversation, which is always the same.
  public String idFor(String contactId) {
    return ground.fixedId("conversation", contactId);
  }

  /// How many messages nobody has read yet.
  public int unreadOf(String contactId) {
    return unread.getOrDefault(contactId, 0);
  }

  /// Lets a phone number or mail address lead nowhere: what is sent there is not delivered.
  public void kill(String address) {
    deadAddresses.add(address);
  }

  /// Sends a text message. The carrier's word on it comes later.
  public Message text(String contactId, String body, Sender sender) {
    var to = contacts.known(contactId).phone();
    return send(contactId, new Content.Text(body), sender, location.phone(), to);
  }

  /// Sends a text message or mail between two addresses.
  public Message send(String contactId, Content content, Sender sender, String from, String to) {
    var message = outbound(contactId, content, sender, "sent", from, to);
    add(message);
    unread.remove(contactId);
    ground.plan(CARRIER_TIME, contactId, () -> carrierSpeaks(message.id()));
    return message;
  }

  /// Keeps a message to be sent later.
  public Message sendAt(
      Instant due, String contactId, Content content, Sender sender, String from, String to) {
    var message = outbound(contactId, content, sender, "scheduled", from, to);
    add(message);
    ground.planAt(due, contactId, () -> sendScheduled(message.id()));
    return message;
  }

  /// Drops a message that was to be sent later; false when it is too late for that.
  public boolean cancelScheduled(String messageId, By by) {
    var message = known(messageId);
    if (!message.status().equals("scheduled")) {
      return false;
    }
    byId.remove(messageId);
    ground.tell(new Change.Deleted(message, by, ground.now()));
    return true;
  }

  /// Takes in a text from a contact, and heeds it when it says to stop or to start again.
  public Message receiveText(String contactId, String body) {
    var message = receive(contactId, new Content.Text(body), "delivered");
    var word = body.strip().toLowerCase(Locale.ROOT);
    if (STOP_WORDS.contains(word)) {
      var stop = new DoNotDisturb.Setting("permanent", "STOP received", "21610");
      setSmsSilence(contactId, stop);
    }
    if (START_WORDS.contains(word)) {
      setSmsSilence(contactId, new DoNotDisturb.Setting("inactive", "START received", "21610"));
    }
    return message;
  }

  /// Takes in a mail from a contact.
  public Message receiveMail(String contactId, String subject, String body) {
    var emailMessageId = ground.newId("mail", contactId);
    var mail = new Content.Mail(subject, body, emailMessageId, emailMessageId);
    return receive(contactId, mail, "delivered");
  }

  /// Takes in a call that nobody answered, with or without a voicemail.
  public Message missCall(String contactId, boolean voicemail) {
    var call =
        voicemail
            ? new Content.Call("voicemail", 21, "https://recordings.example/" + contactId)
            : new Content.Call("no-answer", 0, "");
    return receive(contactId, call, call.callStatus());
  }

  private Message receive(String contactId, Content content, String status) {
    var contact = contacts.known(contactId);
    var mail = content instanceof Content.Mail;
    var message =
        new Message(
            ground.newId("message", contactId),
            idFor(contactId),
            contactId,
            Direction.INBOUND,
            content,
            "",
            "",
            status,
            mail ? contact.email() : contact.phone(),
            mail ? location.email() : location.phone(),
            ground.now(),
            ground.now(),
            By.PERSON);
    unread.merge(contactId, 1, Integer::sum);
    add(message);
    return message;
  }

  private Message outbound(
      String contactId, Content content, Sender sender, String status, String from, String to) {
    return new Message(
        ground.newId("message", contactId),
        idFor(contactId),
        contactId,
        Direction.OUTBOUND,
        content,
        sender.source(),
        sender.userId(),
        status,
        from,
        to,
        ground.now(),
        ground.now(),
        sender.by());
  }

  /// A fresh id for a mail, under which the mail itself can be read.
  public String newMailId(String contactId) {
    return ground.newId("mail", contactId);
  }

  private void add(Message message) {
    byId.put(message.id(), message);
    ground.tell(new Change.Created(message, message.by(), ground.now()));
  }

  private void sendScheduled(String messageId) {
    if (find(messageId).filter(message -> message.status().equals("scheduled")).isEmpty()) {
      return;
    }
    var message = known(messageId);
    var channel = message.channel();
    if (contacts.find(message.contactId()).filter(it -> !it.silence().blocks(channel)).isEmpty()) {
      setStatus(messageId, "failed");
      return;
    }
    setStatus(messageId, "sent");
    ground.plan(CARRIER_TIME, message.contactId(), () -> carrierSpeaks(messageId));
  }

  private void carrierSpeaks(String messageId) {
    var message = known(messageId);
    if (!deadAddresses.contains(message.to())) {
      setStatus(messageId, "delivered");
      return;
    }
    setStatus(messageId, message.content() instanceof Content.Mail ? "failed" : "undelivered");
  }

  /// Has the mail service tell something of a mail: `opened` and `clicked`, of which its status
  /// tells too; `complained`, which blocks the channel for good; `unsubscribed`, `accepted`,
  /// `temporary_fail`, and whatever else, which show nowhere.
  public void mailServiceTells(String messageId, String event) {
    var mail = known(messageId);
    switch (event) {
      case "delivered", "opened", "clicked", "failed" -> setStatus(messageId, event);
      case "complained" -> {
        ground.tell(new Change.MailTold(mail, event, By.PERSON, ground.now()));
        silence(
            mail.contactId(),
            "Email",
            new DoNotDisturb.Setting("permanent", "Marked as spam", "complained"));
      }
      default -> ground.tell(new Change.MailTold(mail, event, By.CRM, ground.now()));
    }
  }

  private void setStatus(String messageId, String status) {
    var before = known(messageId);
    var after = before.withStatus(status, ground.now());
    byId.put(messageId, after);
    ground.tell(new Change.MessageChanged(before, after, By.CRM, ground.now()));
  }

  private void setSmsSilence(String contactId, DoNotDisturb.Setting setting) {
    silence(contactId, "SMS", setting);
  }

  private void silence(String contactId, String channel, DoNotDisturb.Setting setting) {
    contacts.edit(
        contactId,
        contact -> contact.withSilence(contact.silence().byContact(channel, setting)),
        By.CRM);
  }

  private Message known(String messageId) {
    return find(messageId).orElseThrow(() -> new NoSuchElementException("no message " + messageId));
  }
}
