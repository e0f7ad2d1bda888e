package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.deviation.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A way in which webhooks go wrong. What happens to one depends on the seed alone.
///
/// Several are applied one after the other, each to all that the ones before made of a webhook.
@FunctionalInterface
public interface Misbehaviour {
  /// What becomes of a planned delivery: nothing, itself, something else, or several.
  List<Delivery> upon(Delivery planned, RandomGenerator chance);

  /// The same, which tells somebody whenever it makes something else of a webhook.
  default Misbehaviour telling(Runnable met) {
    return (planned, chance) -> {
      var made = upon(planned, chance);
      if (!made.equals(List.of(planned))) {
        met.run();
      }
      return made;
    };
  }

  /// A share of the webhooks, 0 to 1, comes twice, the second up to a while later.
  static Misbehaviour duplicates(double share, Duration within) {
    return (planned, chance) ->
        chance.nextDouble() < share
            ? List.of(planned, planned.later(upTo(within, chance)))
            : List.of(planned);
  }

  /// A share of the webhooks comes late, so that later ones overtake them.
  static Misbehaviour delays(double share, Duration within) {
    return (planned, chance) ->
        List.of(chance.nextDouble() < share ? planned.later(upTo(within, chance)) : planned);
  }

  /// A share of the webhooks never comes, and nobody is told.
  static Misbehaviour losses(double share) {
    return (planned, chance) -> chance.nextDouble() < share ? List.of() : List.of(planned);
  }

  /// A share of the webhooks is preceded by a copy that somebody without the key has sent.
  static Misbehaviour forgeries(double share) {
    return (planned, chance) ->
        chance.nextDouble() < share ? List.of(planned.forged(), planned) : List.of(planned);
  }

  /// New tasks are told without their contact and text, as was reported of the real ones.
  static Misbehaviour leanTasks() {
    return lacking("TaskCreate", "contactId", "body");
  }

  /// Webhooks of a type say that they are of another, as in the vendor's samples.
  static Misbehaviour calling(String type, String wrong) {
    return (planned, _) ->
        List.of(
            planned.type().equals(type)
                ? planned.with(planned.payload().deepCopy().put("type", wrong))
                : planned);
  }

  /// Webhooks of some types never come.
  static Misbehaviour silenceOn(String... types) {
    var silent = Set.of(types);
    return (planned, _) -> silent.contains(planned.type()) ? List.of() : List.of(planned);
  }

  /// Webhooks of a type come without some of their fields, as `INSTALL` for a future location does
  /// without its company.
  static Misbehaviour lacking(String type, String... fields) {
    var missing = List.of(fields);
    return (planned, _) -> {
      if (!planned.type().equals(type)) {
        return List.of(planned);
      }
      var lean = planned.payload().deepCopy();
      lean.remove(missing);
      return List.of(planned.with(lean));
    };
  }

  /// What a known deviation makes of webhooks; nothing for those that are about the API's answers.
  static List<Misbehaviour> of(Deviation deviation) {
    return switch (deviation) {
      case APPOINTMENT_TYPES ->
          List.of(
              calling("AppointmentUpdate", "AppointmentCreate"),
              calling("AppointmentDelete", "AppointmentCreate"));
      case MESSAGE_TYPES ->
          List.of((planned, _) ->
              List.of(
                  planned.payload().path("messageType").asString("").equals("CALL")
                      ? planned.with(planned.payload().deepCopy().put("type", "OutboundMessage"))
                      : planned));
      case MESSAGE_DIRECTIONS ->
          List.of((planned, _) ->
              List.of(
                  planned.type().equals("OutboundMessage")
                      ? planned.with(planned.payload().deepCopy().put("direction", "inbound"))
                      : planned));
      case LEAN_TASKS -> List.of(leanTasks());
      case FLAT_MESSAGES,
          SUCCEEDED,
          SUCCESS,
          DND_KEYS,
          FIELD_VALUE,
          FIELD_VALUE_SNAKE,
          FIELD_VALUE_STRING,
          NOT_FOUND_400,
          WRONG_ID_500,
          CREATED_422,
          V3_ERRORS,
          MESSAGE_LIST,
          MESSAGE_TEXT,
          NO_LIMITS,
          NO_TIMEZONE,
          ODD_401,
          FAILED_READS,
          NOT_ACTIVE,
          OAUTH_CAMEL,
          OAUTH_ITEMS,
          OAUTH_BARE,
          OAUTH_NO_REFRESH,
          OAUTH_EXPIRES_TEXT ->
          List.of();
    };
  }

  private static Duration upTo(Duration most, RandomGenerator chance) {
    return Duration.ofSeconds(1 + chance.nextLong(Math.max(1, most.toSeconds())));
  }
}
