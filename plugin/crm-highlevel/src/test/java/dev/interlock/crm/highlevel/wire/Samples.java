package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// One call of every operation, with the request it must make and an answer as the CRM gives it.
final class Samples {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-03T12:00:00Z");

  /// @param target path and query of the request
  /// @param body of the request, empty for none
  record Sample(
      Operation operation,
      Function<HighLevelApi, Answer<?>> call,
      String target,
      String body,
      int status,
      String answer) {
    @Override
    public String toString() {
      return operation.operationId();
    }
  }

  static final List<Sample> ALL =
      List.of(
          read(
              Operation.GET_CONTACT,
              api -> api.contacts().contact("contact1"),
              "/contacts/contact1",
              """
              {"contact": {"id": "contact1", "firstName": "Ann", "tags": ["vip"],
                "customFields": [{"id": "field1", "value": "gold"}],
                "dnd": false, "dndSettings": {"SMS": {"status": "inactive"}}}, "traceId": "t1"}
              """),
          write(
              Operation.CREATE_CONTACT,
              api ->
                  api.contacts()
                      .create(
                          ContactChange.none()
                              .with(ContactChange.Field.FIRST_NAME, "Ann")
                              .with(ContactChange.Field.PHONE, "+15550100001")),
              "/contacts/",
              """
              {"firstName": "Ann", "phone": "+15550100001", "locationId": "loc1"}
              """,
              201,
              """
              {"contact": {"id": "contact1", "locationId": "loc1"}}
              """),
          write(
              Operation.UPSERT_CONTACT,
              api ->
                  api.contacts()
                      .upsert(
                          ContactChange.none()
                              .with(ContactChange.Field.EMAIL, "ann@example.com")
                              .with("field1", new FieldValue.Several(List.of("a", "b")))),
              "/contacts/upsert",
              """
              {"email": "ann@example.com", "locationId": "loc1",
               "customFields": [{"id": "field1", "field_value": ["a", "b"]}]}
              """,
              200,
              """
              {"new": true, "contact": {"id": "contact1"}, "traceId": "t1"}
              """),
          write(
              Operation.UPDATE_CONTACT,
              api ->
                  api.contacts()
                      .update(
                          "contact1",
                          ContactChange.none()
                              .with(ContactChange.Field.ASSIGNED_TO, "user1")
                              .with("field1", new FieldValue.Text("gold"))
                              .with("field2", new FieldValue.Numeric(BigDecimal.TEN))
                              .withDnd("SMS", true)
                              .withDndEverywhere(false)),
              "/contacts/contact1",
              """
              {"assignedTo": "user1", "dnd": false, "dndSettings": {"SMS": {"status": "active"}},
               "customFields": [{"id": "field1", "field_value": "gold"},
                                {"id": "field2", "field_value": 10}]}
              """,
              200,
              """
              {"succeded": true, "contact": {"id": "contact1"}}
              """),
          write(
              Operation.SEARCH_CONTACTS,
              api ->
                  api.contacts()
                      .search(
                          ContactSearch.where(
                                  ContactFilter.since("dateUpdated", NOON),
                                  ContactFilter.equal("tags", "vip"),
                                  ContactFilter.exists("phone"))
                              .sortedBy("dateUpdated", true)
                              .pagesOf(50)),
              "/contacts/search",
              """
              {"locationId": "loc1", "pageLimit": 50, "page": 1,
               "filters": [
                 {"field": "dateUpdated", "operator": "range",
                  "value": {"gte": "2026-11-02T12:00:00Z"}},
                 {"field": "tags", "operator": "eq", "value": "vip"},
                 {"field": "phone", "operator": "exists"}],
               "sort": [{"field": "dateUpdated", "direction": "asc"}]}
              """,
              200,
              """
              {"contacts": [{"id": "contact1", "searchAfter": [1793620800000, "contact1"]}],
               "total": 1}
              """),
          read(
              Operation.FIND_DUPLICATE_CONTACT,
              api -> api.contacts().withPhone("+15550100001"),
              "/contacts/search/duplicate?locationId=loc1&number=%2B15550100001",
              """
              {"contact": {"id": "contact1"}}
              """),
          write(
              Operation.ADD_TAGS,
              api -> api.contacts().addTags("contact1", List.of("vip")),
              "/contacts/contact1/tags",
              """
              {"tags": ["vip"]}
              """,
              201,
              """
              {"tags": ["vip"]}
              """),
          write(
              Operation.REMOVE_TAGS,
              api -> api.contacts().removeTags("contact1", List.of("vip")),
              "/contacts/contact1/tags",
              """
              {"tags": ["vip"]}
              """,
              200,
              """
              {"tags": []}
              """),
          read(
              Operation.LIST_TASKS,
              api -> api.contactWork().tasks("contact1"),
              "/contacts/contact1/tasks",
              """
              {"tasks": [{"id": "task1", "title": "Call back", "completed": false,
                "dueDate": "2026-11-02T12:00:00.000Z", "contactId": "contact1"}]}
              """),
          write(
              Operation.CREATE_TASK,
              api ->
                  api.contactWork()
                      .createTask(
                          "contact1",
                          NewTask.titled("Call back", NOON).saying("ref 7").assignedTo("user1")),
              "/contacts/contact1/tasks",
              """
              {"title": "Call back", "dueDate": "2026-11-02T12:00:00Z", "completed": false,
               "body": "ref 7", "assignedTo": "user1"}
              """,
              201,
              """
              {"task": {"id": "task1", "title": "Call back"}}
              """),
          write(
              Operation.SET_TASK_COMPLETED,
              api -> api.contactWork().setTaskCompleted("contact1", "task1", true),
              "/contacts/contact1/tasks/task1/completed",
              """
              {"completed": true}
              """,
              200,
              """
              {"task": {"id": "task1", "completed": true}}
              """),
          read(
              Operation.LIST_NOTES,
              api -> api.contactWork().notes("contact1"),
              "/contacts/contact1/notes",
              """
              {"notes": [{"id": "note1", "body": "hello", "contactId": "contact1"}]}
              """),
          write(
              Operation.CREATE_NOTE,
              api -> api.contactWork().createNote("contact1", "hello"),
              "/contacts/contact1/notes",
              """
              {"body": "hello"}
              """,
              201,
              """
              {"note": {"id": "note1", "body": "hello"}}
              """),
          write(
              Operation.ADD_TO_WORKFLOW,
              api -> api.contactWork().addToWorkflow("contact1", "flow1", NOON),
              "/contacts/contact1/workflow/flow1",
              """
              {"eventStartTime": "2026-11-02T12:00:00+00:00"}
              """,
              200,
              """
              {"succeded": true}
              """),
          write(
              Operation.REMOVE_FROM_WORKFLOW,
              api -> api.contactWork().removeFromWorkflow("contact1", "flow1", NOON),
              "/contacts/contact1/workflow/flow1",
              """
              {"eventStartTime": "2026-11-02T12:00:00+00:00"}
              """,
              200,
              """
              {"succeded": true}
              """),
          read(
              Operation.LIST_CONTACT_APPOINTMENTS,
              api -> api.contactWork().appointments("contact1"),
              "/contacts/contact1/appointments",
              """
              {"events": [{"id": "appt1", "calendarId": "cal1", "appointmentStatus": "confirmed",
                "startTime": "2026-11-02 10:00:00"}]}
              """),
          write(
              Operation.SEND_MESSAGE,
              api -> api.messages().send(new OutgoingMessage.Sms("contact1", "Hello")),
              "/conversations/messages",
              """
              {"type": "SMS", "contactId": "contact1", "message": "Hello"}
              """,
              200,
              """
              {"conversationId": "conv1", "messageId": "msg1", "msg": "Message queued successfully."}
              """),
          read(
              Operation.GET_MESSAGE,
              api -> api.messages().message("msg1"),
              "/conversations/messages/msg1",
              """
              {"message": {"id": "msg1", "type": 2, "messageType": "TYPE_SMS", "status": "delivered",
                "locationId": "loc1", "contactId": "contact1", "conversationId": "conv1",
                "dateAdded": "2026-11-02T12:00:01.000Z", "direction": "outbound",
                "contentType": "text/plain"}, "traceId": "t1"}
              """),
          read(
              Operation.GET_EMAIL,
              api -> api.messages().email("mail1"),
              "/conversations/messages/email/mail1",
              """
              {"id": "mail1", "altId": "msg1", "threadId": "mail1", "locationId": "loc1",
                "contactId": "contact1", "conversationId": "conv1", "direction": "outbound",
                "dateAdded": "2026-11-02T12:00:01.000Z", "subject": "Hello", "body": "<p>Hi</p>",
                "contentType": "text/html", "from": "Desk <desk@example.com>",
                "to": ["ann@example.com"]}
              """),
          read(
              Operation.LIST_MESSAGES,
              api -> api.messages().messages("conv1"),
              "/conversations/conv1/messages?limit=100",
              """
              {"messages": {"lastMessageId": "msg1", "nextPage": true,
                "messages": [{"id": "msg1", "type": 2, "messageType": "TYPE_SMS", "locationId": "loc1",
                  "contactId": "contact1", "conversationId": "conv1", "direction": "inbound",
                  "dateAdded": "2026-11-02T12:00:01.000Z", "contentType": "text/plain"}]},
               "traceId": "t1"}
              """),
          read(
              Operation.EXPORT_MESSAGES,
              api ->
                  api.messages()
                      .export(MessageExport.of("SMS").ofContact("contact1").since(NOON).at("c1")),
              "/conversations/messages/export?locationId=loc1&limit=100&contactId=contact1"
                  + "&channel=SMS&cursor=c1&startDate=2026-11-02T12%3A00%3A00Z",
              """
              {"messages": [{"id": "msg1", "type": 2, "messageType": "TYPE_SMS",
                 "locationId": "loc1", "contactId": "contact1", "conversationId": "conv1",
                 "dateAdded": "2026-11-02T12:00:01.000Z", "direction": "outbound", "source": "api",
                 "contentType": "text/plain", "body": "Hello"}],
               "total": 1}
              """),
          read(
              Operation.SEARCH_CONVERSATIONS,
              api -> api.messages().conversations("contact1"),
              "/conversations/search?locationId=loc1&contactId=contact1",
              """
              {"conversations": [{"id": "conv1", "contactId": "contact1", "locationId": "loc1",
                 "lastMessageBody": "Hello", "lastMessageType": "TYPE_SMS", "type": "TYPE_PHONE",
                 "unreadCount": 0, "fullName": "Ann", "contactName": "Ann",
                 "email": "ann@example.com", "phone": "+15550100001"}],
               "total": 1}
              """),
          read(
              Operation.SEARCH_OPPORTUNITIES,
              api ->
                  api.opportunities()
                      .search(
                          OpportunitySearch.all()
                              .ofContact("contact1")
                              .inPipeline("pipe1")
                              .withStatus("open")
                              .pagesOf(20)
                              .at(new WireOpportunityPage.Next("1793620800000", "opp0"))),
              "/opportunities/search?location_id=loc1&status=open&limit=20&contact_id=contact1"
                  + "&pipeline_id=pipe1&startAfter=1793620800000&startAfterId=opp0",
              """
              {"opportunities": [{"id": "opp1", "pipelineId": "pipe1", "pipelineStageId": "stage1",
                 "status": "open", "contactId": "contact1", "monetaryValue": 120.5}],
               "meta": {"total": 1, "startAfter": 1793620800001, "startAfterId": "opp1"}}
              """),
          write(
              Operation.SEARCH_CHANGED_OPPORTUNITIES,
              api -> api.opportunities().changed(ChangedOpportunities.since(NOON, 50)),
              "/opportunities/search",
              """
              {"locationId": "loc1", "query": "", "limit": 50, "page": 1, "searchAfter": [],
               "additionalDetails": {"notes": false, "tasks": false, "calendarEvents": false,
                 "unReadConversations": false},
               "filters": [
                 {"field": "date_updated", "operator": "range",
                  "value": {"gte": "2026-11-02T12:00:00Z"}}],
               "sort": [{"field": "date_updated", "direction": "asc"}]}
              """,
              200,
              """
              {"opportunities": [{"id": "opp1", "status": "open",
                "updatedAt": "2026-11-02T12:00:00.000Z"}], "total": 1}
              """),
          read(
              Operation.GET_OPPORTUNITY,
              api -> api.opportunities().opportunity("opp1"),
              "/opportunities/opp1",
              """
              {"opportunity": {"id": "opp1", "status": "open",
                "customFields": [{"id": "field1", "fieldValue": "gold"}]}}
              """),
          write(
              Operation.CREATE_OPPORTUNITY,
              api ->
                  api.opportunities()
                      .create(
                          new NewOpportunity("contact1", "Roof", "pipe1", "stage1")
                              .worth(new BigDecimal("120.50"))
                              .assignedTo("user1")),
              "/opportunities/",
              """
              {"pipelineId": "pipe1", "locationId": "loc1", "name": "Roof", "status": "open",
               "contactId": "contact1", "pipelineStageId": "stage1", "monetaryValue": 120.50,
               "assignedTo": "user1"}
              """,
              201,
              """
              {"opportunity": {"id": "opp1"}}
              """),
          write(
              Operation.UPDATE_OPPORTUNITY,
              api ->
                  api.opportunities()
                      .update(
                          "opp1",
                          OpportunityChange.none()
                              .toStage("pipe1", "stage2")
                              .withStatus("won")
                              .with("field1", new FieldValue.Text("gold"))),
              "/opportunities/opp1",
              """
              {"pipelineId": "pipe1", "pipelineStageId": "stage2", "status": "won",
               "customFields": [{"id": "field1", "field_value": "gold"}]}
              """,
              200,
              """
              {"opportunity": {"id": "opp1"}}
              """),
          write(
              Operation.SET_OPPORTUNITY_STATUS,
              api -> api.opportunities().setStatus("opp1", "lost"),
              "/opportunities/opp1/status",
              """
              {"status": "lost"}
              """,
              200,
              """
              {"succeded": true}
              """),
          read(
              Operation.LIST_PIPELINES,
              api -> api.opportunities().pipelines(),
              "/opportunities/pipelines?locationId=loc1",
              """
              {"pipelines": [{"id": "pipe1", "name": "Sales", "stages": [
                {"id": "stage2", "name": "Won", "position": 1},
                {"id": "stage1", "name": "New", "position": 0}], "locationId": "loc1"}]}
              """),
          read(
              Operation.LIST_CALENDARS,
              api -> api.calendars().calendars(),
              "/calendars/?locationId=loc1",
              """
              {"calendars": [{"id": "cal1", "locationId": "loc1", "name": "Visits",
                "isActive": true}]}
              """),
          read(
              Operation.LIST_CALENDAR_EVENTS,
              api -> api.calendars().events("cal1", NOON, NEXT_DAY),
              "/calendars/events?locationId=loc1&calendarId=cal1"
                  + "&startTime=1793620800000&endTime=1793707200000",
              """
              {"events": [{"id": "appt1", "title": "Visit", "calendarId": "cal1",
                "locationId": "loc1", "contactId": "contact1", "groupId": "group1",
                "appointmentStatus": "confirmed", "assignedUserId": "user1", "users": ["user1"],
                "startTime": "2026-11-02T10:00:00-05:00", "endTime": "2026-11-02T10:30:00-05:00",
                "dateAdded": "2026-11-01T12:00:00.000Z",
                "dateUpdated": "2026-11-01T12:00:00.000Z"}]}
              """),
          read(
              Operation.LIST_FREE_SLOTS,
              api ->
                  api.calendars().freeSlots("cal1", NOON, NEXT_DAY, ZoneId.of("America/New_York")),
              "/calendars/cal1/free-slots?startDate=1793620800000&endDate=1793707200000"
                  + "&timezone=America%2FNew_York",
              """
              {"2026-11-02": {"slots": ["2026-11-02T10:00:00-05:00"]}, "traceId": "t1"}
              """),
          write(
              Operation.CREATE_APPOINTMENT,
              api ->
                  api.calendars()
                      .create(
                          NewAppointment.at(
                                  new WireSlot("2026-11-02T10:00:00-05:00", NOON),
                                  "cal1",
                                  "contact1")
                              .titled("Visit")
                              .assignedTo("user1")),
              "/calendars/events/appointments",
              """
              {"calendarId": "cal1", "locationId": "loc1", "contactId": "contact1",
               "startTime": "2026-11-02T10:00:00-05:00", "title": "Visit",
               "assignedUserId": "user1"}
              """,
              200,
              """
              {"id": "appt1", "calendarId": "cal1", "locationId": "loc1", "contactId": "contact1"}
              """),
          write(
              Operation.UPDATE_APPOINTMENT,
              api -> api.calendars().update("appt1", AppointmentChange.toStatus("cancelled")),
              "/calendars/events/appointments/appt1",
              """
              {"appointmentStatus": "cancelled"}
              """,
              200,
              """
              {"id": "appt1", "calendarId": "cal1", "locationId": "loc1", "contactId": "contact1"}
              """),
          read(
              Operation.GET_APPOINTMENT,
              api -> api.calendars().appointment("appt1"),
              "/calendars/events/appointments/appt1",
              """
              {"event": {"id": "appt1", "title": "Visit", "calendarId": "cal1",
                "locationId": "loc1", "contactId": "contact1", "groupId": "group1",
                "appointmentStatus": "confirmed", "assignedUserId": "user1", "users": ["user1"],
                "startTime": "2026-11-02T10:00:00-05:00", "endTime": "2026-11-02T10:30:00-05:00",
                "dateAdded": "2026-11-01T12:00:00.000Z",
                "dateUpdated": "2026-11-01T12:00:00.000Z"}}
              """),
          read(
              Operation.GET_LOCATION,
              api -> api.location().location(),
              "/locations/loc1",
              """
              {"location": {"id": "loc1", "companyId": "company1", "name": "Acme",
                "timezone": "America/New_York", "settings": {"allowDuplicateContact": false}}}
              """),
          read(
              Operation.LIST_TAGS,
              api -> api.location().tags(),
              "/locations/loc1/tags",
              """
              {"tags": [{"id": "tag1", "name": "vip", "locationId": "loc1"}]}
              """),
          write(
              Operation.CREATE_TAG,
              api -> api.location().createTag("vip"),
              "/locations/loc1/tags",
              """
              {"name": "vip"}
              """,
              200,
              """
              {"tag": {"id": "tag1", "name": "vip", "locationId": "loc1"}}
              """),
          read(
              Operation.LIST_CUSTOM_FIELDS,
              api -> api.location().customFields(),
              "/locations/loc1/customFields?model=all",
              """
              {"customFields": [{"id": "field1", "name": "Plan", "fieldKey": "contact.plan",
                "dataType": "SINGLE_OPTIONS", "picklistOptions": ["gold"], "model": "contact"}]}
              """),
          write(
              Operation.CREATE_CUSTOM_FIELD,
              api -> api.location().createCustomField("Plan", "TEXT", "contact"),
              "/locations/loc1/customFields",
              """
              {"name": "Plan", "dataType": "TEXT", "model": "contact"}
              """,
              201,
              """
              {"customField": {"id": "field1", "name": "Plan"}}
              """),
          read(
              Operation.LIST_CUSTOM_VALUES,
              api -> api.location().customValues(),
              "/locations/loc1/customValues",
              """
              {"customValues": [{"id": "value1", "name": "Booking link",
                "fieldKey": "{{ custom_values.booking_link }}", "value": "https://example.com"}]}
              """),
          write(
              Operation.CREATE_CUSTOM_VALUE,
              api -> api.location().createCustomValue("Booking link", "https://example.com"),
              "/locations/loc1/customValues",
              """
              {"name": "Booking link", "value": "https://example.com"}
              """,
              201,
              """
              {"customValue": {"id": "value1", "name": "Booking link",
                "value": "https://example.com"}}
              """),
          read(
              Operation.LIST_CHANNEL_PROVIDERS,
              api -> api.location().channelProviders("SMS"),
              "/locations/loc1/conversationChannels/SMS",
              """
              {"conversationChannel": {"SMS": [{"conversationProvider":
                {"_id": "twilio_provider", "name": "Twilio", "type": "SMS", "default": true}}]}}
              """),
          read(
              Operation.LIST_NUMBERS,
              api -> api.location().numbers(),
              "/phone-system/numbers/location/loc1",
              """
              {"numbers": [{"phoneNumber": "+14155550100", "friendlyName": "Front desk",
                 "sid": "PN1", "countryCode": "US", "type": "local", "isDefaultNumber": true,
                 "linkedRingAllUsers": [], "isGroupConversationEnabled": false,
                 "capabilities": {"voice": true, "sms": true, "mms": true, "fax": false}}],
               "isUnderGhl": true, "pageSize": 1000, "page": 0, "accountStatus": "active"}
              """),
          read(
              Operation.SEARCH_USERS,
              api -> api.location().searchUsers("company1"),
              "/users/search?companyId=company1&locationId=loc1&limit=100",
              """
              {"users": [{"id": "user1", "name": "Bo", "roles": {"role": "admin"}}], "count": 1}
              """),
          read(
              Operation.LIST_USERS,
              api -> api.location().users(),
              "/users/?locationId=loc1",
              """
              {"users": [{"id": "user1", "name": "Bo", "roles": {"role": "admin"}}]}
              """),
          read(
              Operation.LIST_WORKFLOWS,
              api -> api.location().workflows(),
              "/workflows/?locationId=loc1",
              """
              {"workflows": [{"id": "flow1", "name": "Newsletter", "status": "published",
                "version": 3, "locationId": "loc1"}]}
              """),
          read(
              Operation.LIST_FORMS,
              api -> api.location().forms(50, 50),
              "/forms/?locationId=loc1&skip=50&limit=50",
              """
              {"forms": [{"id": "form1", "name": "Contact us", "locationId": "loc1"}], "total": 51}
              """),
          read(
              Operation.LIST_FORM_SUBMISSIONS,
              api ->
                  api.location()
                      .submissions(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2), 1),
              "/forms/submissions?locationId=loc1&startAt=2026-11-01&endAt=2026-11-02&page=1"
                  + "&limit=100",
              """
              {"submissions": [{"id": "sub1", "contactId": "contact1", "formId": "form1",
                 "createdAt": "2026-11-02T12:00:00.000Z", "name": "Ann",
                 "email": "ann@example.com", "others": {"field1": "gold"}}],
               "meta": {"total": 1, "currentPage": 1, "nextPage": null, "prevPage": null}}
              """));

  private Samples() {}

  static Sample of(Operation operation) {
    return ALL.stream()
        .filter(sample -> sample.operation() == operation)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + operation));
  }

  private static Sample read(
      Operation operation, Function<HighLevelApi, Answer<?>> call, String target, String answer) {
    return new Sample(operation, call, target, "", 200, answer);
  }

  private static Sample write(
      Operation operation,
      Function<HighLevelApi, Answer<?>> call,
      String target,
      String body,
      int status,
      String answer) {
    return new Sample(operation, call, target, body, status, answer);
  }
}
