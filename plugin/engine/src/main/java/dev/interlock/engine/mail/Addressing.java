package dev.interlock.engine.mail;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Crm;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Read;
import dev.interlock.engine.store.Mails.Mail;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds whose e-mail a delivery is about that names it only by its recipient and its header.
///
/// An e-mail whose header is known is found at once. Otherwise the CRM is asked about those that
/// went to the same recipient lately, each a few times at most; nobody is asked about e-mails to
/// people to whom no run wrote. Where the CRM tells no header, it has to say itself that the same
/// became of the e-mail: that it went to the same address proves nothing.
public record Addressing(InstallationId installation, Store store, Crm crm) {
  /// Nobody opens what is older for the first time, and what is known is found whatever its age.
  private static final Duration LATELY = Duration.ofDays(30);

  private static final int MOST = 20;

  /// HighLevel may learn a header late, or never.
  private static final int MOST_ASKED = 5;

  /// A message whose number is not stored by then is in doubt, and will be looked for.
  private static final Duration ABOUT_TO_BE_NUMBERED = Duration.ofMinutes(10);

  private static final Duration SOON = Duration.ofSeconds(5);

  /// What came of looking.
  public sealed interface Found {
    /// These, of which there is more than one only where the recipient is what counts.
    record Ours(List<OwnMail> mails) implements Found {
      /// Copies the list.
      public Ours {
        mails = List.copyOf(mails);
      }
    }

    /// None of ours.
    record Nobodys() implements Found {}

    /// It cannot be told before this moment.
    record NotBefore(Instant moment) implements Found {}
  }

  /// Looks.
  public Found find(MailClue clue, Instant now) {
    List<Mail> named =
        store.read((Tables tables) -> tables.mails().named(installation, clue.names())).stream()
            .filter(mail -> mail.message().isPresent())
            .toList();
    if (!named.isEmpty()) {
      return ours(named.subList(0, 1));
    }
    List<Mail> lately =
        store.read((Tables tables) ->
            tables
                .mails()
                .to(
                    installation,
                    Recipient.fingerprint(clue.recipient()),
                    now.minus(LATELY),
                    MOST));
    return switch (clue.about()) {
      case MailClue.NoMore() -> byRecipient(lately, now);
      case MailClue.Became became -> byAsking(clue, became, lately, now);
    };
  }

  /// Whoever wants no more e-mails says so of all of them.
  private static Found byRecipient(List<Mail> lately, Instant now) {
    Map<Object, Mail> byContact = new LinkedHashMap<>();
    lately.stream()
        .filter(mail -> mail.message().isPresent())
        .forEach(mail -> byContact.putIfAbsent(mail.contact(), mail));
    return byContact.isEmpty() ? none(lately, now) : ours(List.copyOf(byContact.values()));
  }

  private Found byAsking(MailClue clue, MailClue.Became became, List<Mail> lately, Instant now) {
    for (Mail mail : lately) {
      if (mail.message().isEmpty() || isNamed(mail.header()) || mail.asked() >= MOST_ASKED) {
        continue;
      }
      switch (crm.mailed(own(mail))) {
        case Read.Got<Mailed>(var told) -> {
          keep(mail, told);
          if (told.header().filter(clue.names()::contains).isPresent()
              || (!isNamed(told.header()) && told.confirms(became.delivery()))) {
            return ours(List.of(told.reference().map(id -> numbered(mail, id)).orElse(mail)));
          }
        }
        case Read.TryLater<Mailed>(var pause, _) -> {
          return new Found.NotBefore(now.plus(pause.compareTo(SOON) > 0 ? pause : SOON));
        }
        // a missing scope, say: nothing is learned of this one
        case Read.Gone<Mailed> _, Read.Refused<Mailed> _ -> keep(mail, Mailed.nothing());
      }
    }
    return none(lately, now);
  }

  /// A header with an `@` is the whole of it: if it is another one, so is the e-mail.
  private static boolean isNamed(Optional<String> header) {
    return header.filter(name -> name.contains("@")).isPresent();
  }

  private void keep(Mail mail, Mailed told) {
    store
        .write(tables -> {
          tables.mails().asked(installation, mail.command(), told.header());
          if (mail.reference().isEmpty()) {
            told.reference()
                .ifPresent(id -> tables.mails().numbered(installation, mail.command(), id));
          }
          return mail;
        })
        .join();
  }

  /// A delivery may come before the answer to the very call that sent the e-mail.
  private static Found none(List<Mail> lately, Instant now) {
    boolean isAboutToBeNumbered =
        lately.stream()
            .filter(mail -> mail.message().isEmpty())
            .anyMatch(mail -> mail.at().plus(ABOUT_TO_BE_NUMBERED).isAfter(now));
    return isAboutToBeNumbered ? new Found.NotBefore(now.plus(SOON)) : new Found.Nobodys();
  }

  private static Found ours(List<Mail> mails) {
    return new Found.Ours(mails.stream().flatMap(Addressing::owned).toList());
  }

  private static Stream<OwnMail> owned(Mail mail) {
    return mail
        .message()
        .map(message -> new OwnMail(mail.contact(), message, mail.reference()))
        .stream();
  }

  private static OwnMail own(Mail mail) {
    return owned(mail).findFirst().orElseThrow();
  }

  private static Mail numbered(Mail mail, String reference) {
    return new Mail(
        mail.command(),
        mail.contact(),
        mail.message(),
        Optional.of(reference),
        mail.header(),
        mail.asked(),
        mail.at());
  }
}
