package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.names.Pipelines;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireForm;
import dev.interlock.crm.highlevel.wire.WirePipeline;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Deliveries of an account with one pipeline (`pipe1`, Sales: `stage1` New, `stage2` Booked) and
/// one calendar (`cal1`, Consultation), translated one after the other.
final class Given implements Words {
  private Remembered remembered = Remembered.nothing();

  /// Translates the next delivery with what is remembered of those before.
  Translation delivered(String json) {
    Translation translation = translated(json, remembered);
    remembered = translation.remembered();
    return translation;
  }

  List<Happening> happened(String json) {
    return delivered(json).events().stream().map(DomainEvent::what).toList();
  }

  List<String> ids(String json) {
    return delivered(json).events().stream().map(DomainEvent::id).toList();
  }

  Remembered remembered() {
    return remembered;
  }

  static Translation translated(String json, Remembered last) {
    return Translator.translate(
        Notice.of(json.getBytes(StandardCharsets.UTF_8)), last, new Given());
  }

  @Override
  public Pipelines pipelinesWith(String pipelineId, String stageId) {
    return Pipelines.of(
        List.of(
            new WirePipeline(
                Json.parse(
                    """
                    {"id": "pipe1", "name": "Sales", "stages": [
                      {"id": "stage1", "name": "New", "position": 0},
                      {"id": "stage2", "name": "Booked", "position": 1}]}
                    """))));
  }

  @Override
  public Named<WireCalendar> calendarsWith(String calendarId) {
    var calendar = new WireCalendar(Json.parse("{\"id\": \"cal1\", \"name\": \"Consultation\"}"));
    return Named.of(List.of(calendar), WireCalendar::name, WireCalendar::id);
  }

  @Override
  public Named<WireForm> formsWith(String formId) {
    var form = new WireForm(Json.parse("{\"id\": \"form1\", \"name\": \"Contact us\"}"));
    return Named.of(List.of(form), WireForm::name, WireForm::id);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }
}
