package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static dev.interlock.engine.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store promises of e-mails and of what mail services call them.
interface MailsContract {
  CommandId MAIL = new CommandId(new RunId("r1"), 1);

  Store store();

  private void write(Store.Work<?> work) {
    store().write(work::in).join();
  }

  private void sends(InstallationId installation) {
    write(tables -> {
      tables.runs().add(installation, run("r1", ANN), NOON);
      var entry = new Ledger.Entry(MAIL, Channel.EMAIL, new PurposeName("greeting"), NOON);
      tables.ledger().add(installation, ANN, entry);
      tables.mails().goesTo(installation, MAIL, "print");
      return true;
    });
  }

  private void isNumbered(InstallationId installation) {
    write(tables -> {
      tables.ledger().accepted(installation, MAIL, new MessageId("m1"), NOON);
      tables.mails().numbered(installation, MAIL, "mail1");
      return true;
    });
  }

  private List<Mails.Mail> to(InstallationId installation, String recipient, Instant since) {
    return store().read((Tables tables) -> tables.mails().to(installation, recipient, since, 9));
  }

  private List<Mails.Mail> named(InstallationId installation, String name) {
    return store().read((Tables tables) -> tables.mails().named(installation, Set.of(name)));
  }

  @Test
  default void aMailIsFoundByItsRecipientFromTheMomentItIsUnderWay() {
    sends(HERE);
    assertThat(to(HERE, "print", NOON))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.contact()).isEqualTo(ANN);
          assertThat(mail.message()).isEmpty();
        });

    isNumbered(HERE);
    assertThat(to(HERE, "print", NOON))
        .containsExactly(
            new Mails.Mail(
                MAIL,
                ANN,
                Optional.of(new MessageId("m1")),
                Optional.of("mail1"),
                Optional.empty(),
                0,
                NOON));
    assertThat(to(HERE, "print", NOON.plusSeconds(1))).isEmpty();
    assertThat(to(HERE, "another", NOON)).isEmpty();
  }

  @Test
  default void aMailIsFoundByWhateverItIsCalledAndByNothingElse() {
    sends(HERE);
    isNumbered(HERE);
    write(tables -> {
      tables.mails().asked(HERE, MAIL, Optional.empty());
      tables.mails().asked(HERE, MAIL, Optional.of("1@mg.example"));
      tables.mails().asked(HERE, MAIL, Optional.empty());
      return true;
    });

    assertThat(named(HERE, "1@mg.example"))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.header()).contains("1@mg.example");
          assertThat(mail.asked()).isEqualTo(3);
        });
    assertThat(named(HERE, "mail1")).hasSize(1);
    assertThat(named(HERE, "2@mg.example")).isEmpty();
  }

  @Test
  default void oneAccountKnowsNothingOfAnothersMails() {
    sends(HERE);
    isNumbered(HERE);

    assertThat(to(THERE, "print", NOON)).isEmpty();
    assertThat(named(THERE, "mail1")).isEmpty();
  }

  @Test
  default void whatWasNotSentIsNoMail() {
    sends(HERE);
    write(tables -> {
      tables.ledger().strike(HERE, MAIL);
      return true;
    });

    assertThat(to(HERE, "print", NOON)).isEmpty();
  }
}
