package dev.interlock.simulation.monitor;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.template.Source;
import dev.interlock.contract.template.Variable;
import dev.interlock.contract.template.Vocabulary;
import dev.interlock.core.Attributes;
import dev.interlock.core.Sayings;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Repertoire;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which events a contract has to answer once it has written to the contact.
///
/// They follow from what its messages ask (an answer, a booking, a payment; a question asks for an
/// answer, and a link in a setting for what it leads to) and from what those clauses of its entry
/// filter read that stand for the whole run: consent, the deal, an appointment. A contact who is
/// deleted ends every run anyway.
///
/// @param reads keys of attributes, see [Attributes]
record Expected(Set<Ask> asks, Set<String> reads) {
  // a question mark that ends a word, and not one inside an address
  private static final Pattern QUESTION = Pattern.compile("\\?(?=[\\s\"')<]|$)");

  static Map<ContractId, Expected> of(Repertoire repertoire) {
    Operation operation = repertoire.set().operation();
    Map<ContractId, Expected> all = new HashMap<>();
    for (Program program : repertoire.programs()) {
      Set<Ask> asks = EnumSet.noneOf(Ask.class);
      program.nodes().values().stream()
          .filter(Node.SendNode.class::isInstance)
          .map(Node.SendNode.class::cast)
          .forEach(send -> asks.addAll(asks(operation, send.step())));
      all.putIfAbsent(program.contract().id(), new Expected(asks, reads(program.contract())));
    }
    return Map.copyOf(all);
  }

  private static Set<String> reads(Contract contract) {
    Set<String> reads = new HashSet<>();
    contract.admits().stream()
        .filter(clause -> clause.atEntryOnly().isEmpty())
        .map(EntryClause::condition)
        .forEach(condition -> reads.addAll(Attributes.readBy(condition)));
    return reads;
  }

  private static Set<Ask> asks(Operation operation, Step.Send send) {
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

  boolean has(Happening what) {
    return switch (what) {
      case Happening.MessageReceived(var channel, _, var text) ->
          asks.contains(Ask.ANSWER) || (Sayings.isOptOut(text) && readsConsent(channel));
      case Happening.ConsentHappened(var change, var channels) ->
          change == ConsentChange.OPTED_OUT && channels.stream().anyMatch(this::readsConsent);
      case Happening.AppointmentHappened(var change, _) ->
          change == AppointmentChange.BOOKED
              && (asks.contains(Ask.BOOKING) || reads.contains("appointment"));
      case Happening.MoneyHappened(var change, _) ->
          asks.contains(Ask.PAYMENT)
              && (change == MoneyChange.PAYMENT_RECEIVED || change == MoneyChange.INVOICE_PAID);
      case Happening.DealHappened(var change, _, var pipeline) ->
          (change == DealChange.WON || change == DealChange.LOST)
              && (reads.contains(Attributes.ofStage(pipeline))
                  || reads.contains(Attributes.ofStatus(pipeline)));
      case Happening _ -> false;
    };
  }

  private boolean readsConsent(Channel channel) {
    return reads.contains(Attributes.ofConsent(channel));
  }
}
