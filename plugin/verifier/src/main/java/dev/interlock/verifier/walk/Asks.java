package dev.interlock.verifier.walk;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.template.Source;
import dev.interlock.contract.template.Variable;
import dev.interlock.contract.template.Vocabulary;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a message asks for, and which events answer it.
public final class Asks {
  // a question mark that ends a word, and not one inside an address
  private static final Pattern QUESTION = Pattern.compile("\\?(?=[\\s\"')<]|$)");

  private Asks() {}

  /// What it says it asks for, what the settings in its text lead to, and an answer if it puts a
  /// question.
  public static Set<Ask> of(Operation operation, Step.Send send) {
    Set<Ask> asks = EnumSet.noneOf(Ask.class);
    asks.addAll(send.terms().asks());
    for (Variable variable : Vocabulary.of(operation).variables()) {
      if (variable.source() instanceof Source.SettingValue(var name)
          && send.message().body().contains(variable.name())) {
        operation.settings().stream()
            .filter(setting -> setting.name().equals(name))
            .forEach(setting -> asks.addAll(setting.leadsTo()));
      }
    }
    if (texts(send.message()).anyMatch(text -> QUESTION.matcher(text).find())) {
      asks.add(Ask.ANSWER);
    }
    return asks;
  }

  private static Stream<String> texts(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> Stream.of(body);
      case Message.Email(var subject, var body) -> Stream.of(subject, body);
    };
  }

  public static boolean isAnswered(Ask ask, EventPattern event) {
    return switch (ask) {
      case ANSWER -> event instanceof EventPattern.MessageReceived;
      case BOOKING ->
          event instanceof EventPattern.AppointmentEvent(var change, _)
              && change == AppointmentChange.BOOKED;
      case PAYMENT ->
          event instanceof EventPattern.MoneyEvent(var change)
              && (change == MoneyChange.PAYMENT_RECEIVED || change == MoneyChange.INVOICE_PAID);
      case FORM -> event instanceof EventPattern.FormSubmitted;
    };
  }
}
