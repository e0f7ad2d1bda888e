package dev.interlock.crm.highlevel;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Reception;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.crm.highlevel.event.AccountWords;
import dev.interlock.crm.highlevel.event.EventKind;
import dev.interlock.crm.highlevel.event.MailStatistic;
import dev.interlock.crm.highlevel.event.Notice;
import dev.interlock.crm.highlevel.event.Translator;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The door for HighLevel's webhooks.
///
/// What is not signed is refused with 401, and what is signed and no JSON with 400: neither comes
/// from HighLevel as it works, and to have it sent again would not help. Everything else is
/// answered 200, also what nobody here knows or wants, because a refusal would have it sent again
/// for hours and may make HighLevel pause all deliveries.
///
/// One key signs for all apps, so the app's id is compared too, where it is told: the vendor's own
/// samples lack it, and without it there is still the location.
public final class HighLevelInbound implements Inbound {
  /// No delivery of HighLevel's is anywhere near as large.
  public static final int LARGEST_BODY = 1 << 20;

  private final WebhookSignature signature;
  private final String appId;
  private final Function<InstallationId, Optional<HighLevelCrm>> heard;
  private final Function<InstallationId, Optional<HighLevelCrm>> known;

  private HighLevelInbound(
      WebhookSignature signature,
      String appId,
      Function<InstallationId, Optional<HighLevelCrm>> heard,
      Function<InstallationId, Optional<HighLevelCrm>> known) {
    this.signature = signature;
    this.appId = appId;
    this.heard = heard;
    this.known = known;
  }

  /// A door for these accounts.
  ///
  /// @param appId of our app; empty accepts what was sent for any app
  public static HighLevelInbound of(
      WebhookSignature signature, String appId, List<HighLevelCrm> accounts) {
    Map<InstallationId, HighLevelCrm> byId =
        accounts.stream()
            .collect(Collectors.toUnmodifiableMap(HighLevelCrm::installation, Function.identity()));
    return of(
        signature,
        appId,
        id -> Optional.ofNullable(byId.get(id)),
        id -> Optional.ofNullable(byId.get(id)));
  }

  /// A door for accounts that come and go.
  ///
  /// @param heard finds those that webhooks are heard for at the moment
  /// @param known finds those of which what was heard can be understood
  public static HighLevelInbound of(
      WebhookSignature signature,
      String appId,
      Function<InstallationId, Optional<HighLevelCrm>> heard,
      Function<InstallationId, Optional<HighLevelCrm>> known) {
    return new HighLevelInbound(signature, appId, heard, known);
  }

  @Override
  public Reception receive(String event, Function<String, String> header, byte[] body) {
    if (body.length > LARGEST_BODY) {
      return new Reception.Rejected(413, "the body is larger than " + LARGEST_BODY + " bytes");
    }
    var verdict = signature.check(body, Optional.of(header.apply(WebhookSignature.HEADER)));
    if (!verdict.isValid()) {
      return new Reception.Rejected(
          401, "the signature is " + verdict.name().toLowerCase(Locale.ROOT));
    }
    if (!event.isEmpty() && !EventKind.isNamed(event)) {
      return new Reception.Rejected(404, "its address names no event that is sent there");
    }
    try {
      return judged(Notice.of(body), Notice.of(body, event));
    } catch (WrongShapeException garbled) {
      return new Reception.Rejected(400, garbled.flaw());
    }
  }

  private Reception judged(Notice asSent, Notice notice) {
    String kind = notice.kindInWords();
    if (!appId.isEmpty() && notice.appId().filter(it -> !it.equals(appId)).isPresent()) {
      return new Reception.Ignored(kind, "it was sent for another app");
    }
    if (asSent.isOurMaking()) {
      return new Reception.Ignored(kind, "it looks like something of our own making, and came in");
    }
    // one key signs for all apps, and an install of another one is nothing to us
    Optional<AppNotice> aboutTheApp =
        appId.isEmpty() || notice.appId().isPresent() ? notice.aboutTheApp() : Optional.empty();
    if (aboutTheApp.isPresent()) {
      return new Reception.AboutTheApp(kind, aboutTheApp.get());
    }
    Optional<String> unheard = notice.whyUnheard();
    if (unheard.isPresent()) {
      return new Reception.Ignored(kind, unheard.get());
    }
    Optional<InstallationId> account =
        notice.locationId().map(InstallationId::new).filter(id -> heard.apply(id).isPresent());
    if (account.isEmpty()) {
      return new Reception.Ignored(kind, "it is about an account that is not connected");
    }
    return new Reception.Accepted(
        account.get(), notice.deliveryId(), notice.orderKey(), kind, notice.sentAt());
  }

  @Override
  public Translation translate(InstallationId installation, byte[] body, Remembered last) {
    Optional<HighLevelCrm> account = known.apply(installation);
    if (account.isEmpty()) {
      return new Translation(List.of(), last, "the account is no longer connected");
    }
    try {
      return Translator.translate(Notice.of(body), last, new AccountWords(account.get().names()));
    } catch (WrongShapeException garbled) {
      return new Translation(List.of(), last, garbled.flaw());
    }
  }

  @Override
  public byte[] named(byte[] body, String event) {
    return Notice.named(body, event);
  }

  @Override
  public byte[] addressed(byte[] body, OwnMail mail) {
    return MailStatistic.addressed(body, mail);
  }
}
