package dev.interlock.crm.highlevel.event;

import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.names.Pipelines;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireForm;
import java.time.ZoneId;

/// The names by which events are told.
public interface Words {
  /// The pipelines, with this one and its stage among them if that can be.
  Pipelines pipelinesWith(String pipelineId, String stageId);

  /// The calendars, with this one among them if that can be.
  Named<WireCalendar> calendarsWith(String calendarId);

  /// The forms, with this one among them if that can be.
  Named<WireForm> formsWith(String formId);

  /// The location's time zone, for times without an offset.
  ZoneId zone();
}
