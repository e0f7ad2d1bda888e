package dev.interlock.handbook.words;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.everyYearOn;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daysBefore;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the words read: examples that a client would find natural.
final class PhrasingTest {
  private static final ConditionWords CONDITIONS = new ConditionWords(Titles.none());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PT45S       | 45 seconds
          PT90S       | 90 seconds
          PT1H        | 1 hour
          PT24H       | 1 day
          PT36H       | 36 hours
          PT48H       | 2 days
          PT54H       | 2 days and 6 hours
          P14D        | 14 days
          PT1H30M     | 1 hour and 30 minutes
          PT26H5M10S  | 1 day, 2 hours, 5 minutes and 10 seconds
          PT0S        | no time
          """)
  void spansReadAsPeopleSayThem(Duration span, String words) {
    assertThat(DurationWords.span(span)).isEqualTo(words);
  }

  @Test
  void eventsReadAsClausesAboutTheContact() {
    assertThat(EventWords.clause(booked().in("Consultation")))
        .isEqualTo("they book an appointment in “Consultation”");
    assertThat(EventWords.clause(either(optedOut(Channel.SMS), replied().saying(optOut()))))
        .isEqualTo("they opt out of texts or they ask us to stop (STOP or a word like it)");
    assertThat(EventWords.clause(replied().saying(anyOf("no thanks", "wrong number"))))
        .isEqualTo("they write “no thanks” or “wrong number”");
    assertThat(EventWords.clause(everyYearOn("Birthday", daysBefore(3), clock(9, 0))))
        .isEqualTo("the day has come: every year, 3 days before the date in “Birthday”, at 09:00");
  }

  @Test
  void conditionsReadWithTheirExactContraries() {
    Condition early = stage(pipelineNamed("Sales")).isBefore(stageNamed("Booked"));
    assertThat(CONDITIONS.holds(early)).isEqualTo("they stand before “Booked” in “Sales”");
    assertThat(CONDITIONS.fails(early)).isEqualTo("they stand at or after “Booked” in “Sales”");

    Condition scored = contact().field("Score").isAtLeast(50);
    assertThat(CONDITIONS.holds(scored)).isEqualTo("“Score” is at least 50");
    assertThat(CONDITIONS.fails(scored)).isEqualTo("“Score” is empty or below 50");
  }

  @Test
  void andInsideOrIsBracketed() {
    Condition mixed =
        any(contact().hasTag("vip"), all(contact().hasPhone(), not(contact().hasEmail())));
    assertThat(CONDITIONS.holds(mixed))
        .isEqualTo(
            "they have the tag “vip” or (they have a phone number and they have no e-mail"
                + " address)");
    assertThat(CONDITIONS.fails(mixed))
        .isEqualTo(
            "they do not have the tag “vip” and (they have no phone number or they have an e-mail"
                + " address)");
  }

  @Test
  void momentsAndWindowsReadNaturally() {
    assertThat(TimeWords.moment(before(appointment("Consultation"), hours(24))))
        .isEqualTo("1 day before the appointment in “Consultation” starts");
    assertThat(TimeWords.window(weekdays(clock(9, 0), clock(17, 0))))
        .isEqualTo("Monday to Friday, 09:00 to 17:00");
  }

  @Test
  void aTextShowsItsGapsAsWords() {
    assertThat(Template.plain("Hi {{contact.firstName}}, book: {{ setting.bookingLink }}"))
        .isEqualTo("Hi [first name], book: [booking link]");
    assertThat(Template.pieces("{{appointment.day}} it is"))
        .containsExactly(
            new Template.Piece(Template.Sort.GAP, "appointment day"),
            new Template.Piece(Template.Sort.WORDS, " it is"));
  }

  @Test
  void aTextSaysWhatIsLeftOutWhenSomethingIsNotKnown() {
    assertThat(Template.plain("Hi{{#if contact.firstName}} {{contact.firstName}}{{/if}}, it is us"))
        .isEqualTo("Hi [first name, if known], it is us");
    assertThat(Template.plain("{{#if deal.value}}Soon{{else}}Later{{/if}} then"))
        .isEqualTo("(if deal value is known:)Soon(otherwise:)Later(in any case:) then");
    assertThat(Template.plain("{{#unless deal.name}}new{{/unless}}{{! a note }}{{/if}}"))
        .isEqualTo("(if deal name is not known:)new(in any case:)[/if]");
  }

  @Test
  void theNextActionCallsOtherWorkflowsByTheirTitles() {
    Titles titles = new Titles(Map.of(new ContractId("reminders"), "Appointment reminders"));
    assertThat(
            new ExitWords(titles)
                .next(
                    exit("again", ExitKind.SUCCESS)
                        .next("reminders, for the new date")
                        .continuation()))
        .isEqualTo("“Appointment reminders”, for the new date.");
  }

  @Test
  void anEmailIsReadWithoutItsMarkup() {
    assertThat(
            HtmlText.of(
                "<p>Hello <b>there</b>,</p><p>see <a href=\"https://x.example\">us</a>.</p>"))
        .isEqualTo("Hello there,\nsee us (https://x.example).");
    assertThat(HtmlText.of("<style>p{}</style>a &lt;b&gt; &amp;amp;")).isEqualTo("a <b> &amp;");
  }
}
