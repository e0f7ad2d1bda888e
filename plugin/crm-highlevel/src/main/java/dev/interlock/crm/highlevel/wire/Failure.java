package dev.interlock.crm.highlevel.wire;

import java.time.Duration;
import java.util.List;

/// Why a call brought no value. Messages are the CRM's own words, cleaned of addresses and numbers.
public sealed interface Failure {

  /// 401: only one of its kinds is cured by a fresh token.
  record Unauthorized(Kind kind, String message) implements Failure {

    public enum Kind {
      /// Expired, revoked or mistyped: get another token, once.
      EXPIRED_TOKEN,
      /// A valid token without the right: configuration, a fresh token does not help.
      SCOPE,
      /// The path or method is unknown to the vendor's gate: a mistake of ours.
      WRONG_ROUTE,
      /// The app is no longer installed, so that no call was made.
      UNINSTALLED
    }
  }

  /// 403: usually a token of another location.
  record Forbidden(String message) implements Failure {}

  /// 404, or an id of a form that no object can have.
  record NotFound(String message) implements Failure {}

  /// 409: something else changed the same thing at the same time.
  record Conflict(String message) implements Failure {}

  /// 400 or 422 without a meaning that we know. Repeating the same call is useless.
  ///
  /// @param code the CRM's code, empty when it gave none
  /// @param meta whatever the CRM added, [Json#NOTHING] when it added nothing
  record Invalid(int status, List<String> messages, String code, Json meta) implements Failure {
    public Invalid {
      messages = List.copyOf(messages);
    }
  }

  /// The CRM understood and, for a reason of the business, will not. Final: never repeated.
  sealed interface Refusal extends Failure {}

  /// The location allows one contact per e-mail address or phone number, and it exists.
  record DuplicateContact(String existingId, String matchingField) implements Refusal {}

  /// The location allows one opportunity per contact, and it exists: maybe closed, or in another
  /// pipeline.
  record DuplicateOpportunity(String existingId) implements Refusal {}

  /// Somebody else took the appointment slot first, or it was never free.
  record SlotTaken() implements Refusal {}

  /// The contact is on do-not-disturb for the channel.
  record DndActive(String channel) implements Refusal {}

  /// The contact has unsubscribed from e-mail.
  record Unsubscribed() implements Refusal {}

  /// The contact has no phone number or e-mail address that could be used.
  record InvalidAddress(String message) implements Refusal {}

  /// 429: too many calls.
  ///
  /// @param pause at least this long before the location's next call
  /// @param dayExhausted whether the day's budget, not just a burst, is used up
  record RateLimited(Duration pause, boolean dayExhausted) implements Failure {}

  /// No call was made: the location's calls are used up, or it does not answer.
  record Withheld(Duration pause, String reason) implements Failure {}

  /// 5xx. HighLevel also answers so to wrong ids and tokens on some conversation endpoints.
  record ServerError(int status, String message) implements Failure {}

  /// No answer in time.
  ///
  /// @param sent whether the request had begun to leave us
  record TimedOut(boolean sent) implements Failure {}

  /// A success by its status, with a body that is cut off, too large, not JSON, or lacks its ids.
  record Unreadable(int status, String reason) implements Failure {}

  /// A success by its status whose body says `succeeded: false`.
  record DeniesSuccess(List<String> messages) implements Failure {
    public DeniesSuccess {
      messages = List.copyOf(messages);
    }
  }

  /// No connection, so nothing was sent.
  record ConnectionFailed(String reason) implements Failure {}

  /// The connection broke after the request had begun to leave and before a status came back.
  record ConnectionLost(String reason) implements Failure {}

  /// A status that this API has no use for, such as a redirect.
  record Unexpected(int status, String message) implements Failure {}

  /// What a person should read, in one line.
  default String inWords() {
    return switch (this) {
      case Unauthorized(var kind, var message) ->
          switch (kind) {
            case EXPIRED_TOKEN -> "the CRM does not accept our token" + said(message);
            case SCOPE -> "our token lacks the scope for this" + said(message);
            case WRONG_ROUTE -> "the CRM does not know this call" + said(message);
            case UNINSTALLED -> message;
          };
      case Forbidden(var message) -> "the CRM forbids this to us" + said(message);
      case NotFound(var message) -> "the CRM does not find it" + said(message);
      case Conflict(var message) -> "it was changed at the same time" + said(message);
      case Invalid(var status, var messages, _, _) ->
          "the CRM calls the request invalid, status " + status + said(String.join("; ", messages));
      case DuplicateContact(var id, var field) ->
          "contact " + id + " already has this " + (field.isEmpty() ? "address" : field);
      case DuplicateOpportunity(var id) -> "the contact already has opportunity " + id;
      case SlotTaken _ -> "the appointment slot is no longer free";
      case DndActive(var channel) -> "do-not-disturb is on for " + channel;
      case Unsubscribed _ -> "the contact has unsubscribed from e-mail";
      case InvalidAddress(var message) -> "the contact cannot be reached there" + said(message);
      case RateLimited(var pause, var day) ->
          (day ? "the day's calls are used up" : "too many calls") + ", wait " + pause;
      case Withheld(_, var reason) -> reason;
      case ServerError(var status, var message) ->
          "the CRM failed with status " + status + said(message);
      case TimedOut(var sent) ->
          sent ? "the CRM did not answer in time" : "the CRM was not reached in time";
      case Unreadable(var status, var reason) -> "status " + status + ", but " + reason;
      case DeniesSuccess(var messages) ->
          "the CRM says it did not succeed" + said(String.join("; ", messages));
      case ConnectionFailed(var reason) -> "no connection to the CRM" + said(reason);
      case ConnectionLost(var reason) -> "the connection to the CRM broke" + said(reason);
      case Unexpected(var status, var message) -> "unexpected status " + status + said(message);
    };
  }

  /// As a part of our sentence, which goes on after it.
  private static String said(String message) {
    return message.isEmpty() ? "" : ": " + message.strip().replaceFirst("\\.$", "");
  }
}
