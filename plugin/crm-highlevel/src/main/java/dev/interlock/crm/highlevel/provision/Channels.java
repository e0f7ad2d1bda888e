package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.model.Channel;
import dev.interlock.crm.highlevel.wire.LocationCalls;
import dev.interlock.crm.highlevel.wire.WireChannelProvider;
import dev.interlock.crm.highlevel.wire.WireNumber;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Told;
import java.util.List;

/// Whether a location can write to people. Texts need a number of its own, or a service that has
/// one; e-mails can also go out by what all locations share.
record Channels(LocationCalls calls, Round round) {

  Told<Sending> of(Channel channel) {
    return switch (channel) {
      case SMS -> texting();
      case EMAIL -> mailing();
      case CHAT, CALL, VOICEMAIL -> new Told.Never<>("the CRM sends no " + channel.many());
    };
  }

  private Told<Sending> texting() {
    var numbers = round.ask(calls::numbers).map(Channels::texting);
    if (numbers instanceof Told.Known<Sending>(var own) && !own.from().isEmpty()) {
      return numbers;
    }
    var services = round.ask(() -> calls.channelProviders("SMS")).map(Channels::names);
    if (services instanceof Told.Known<Sending>(var other) && !other.from().isEmpty()) {
      return services;
    }
    return numbers;
  }

  private static Sending texting(List<WireNumber> numbers) {
    return new Sending(
        numbers.stream().filter(WireNumber::canText).map(WireNumber::number).toList());
  }

  private Told<Sending> mailing() {
    return switch (round.ask(() -> calls.channelProviders("Email")).map(Channels::names)) {
      case Told.Known<Sending>(var services) when services.from().isEmpty() ->
          new Told.Never<>(
              "the CRM lists no e-mail service of this account; mails may go out by a shared one");
      case Told<Sending> told -> told;
    };
  }

  private static Sending names(List<WireChannelProvider> services) {
    return new Sending(
        services.stream()
            .sorted((one, other) -> Boolean.compare(other.isDefault(), one.isDefault()))
            .flatMap(service -> service.name().stream())
            .toList());
  }
}
