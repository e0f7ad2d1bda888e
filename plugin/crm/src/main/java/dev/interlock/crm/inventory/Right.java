package dev.interlock.crm.inventory;

/// Something that a token has to allow, so that contracts can run.
public enum Right {
  READ_ACCOUNT("read the account's name and time zone"),
  READ_PIPELINES("read pipelines and deals"),
  READ_TAGS("read the list of tags"),
  READ_FIELDS("read the list of custom fields"),
  READ_VALUES("read custom values"),
  READ_USERS("read who works here"),
  READ_CALENDARS("read calendars"),
  READ_AUTOMATIONS("read the CRM's own automations"),
  READ_CONTACTS("read contacts"),
  READ_MESSAGES("read messages, and see what became of ours"),
  READ_APPOINTMENTS("read appointments"),
  READ_FORMS("read forms that were filled in"),
  CHANGE_CONTACTS("change contacts, and what hangs on them"),
  CHANGE_DEALS("move and change deals"),
  SEND_MESSAGES("send messages");

  private final String words;

  Right(String words) {
    this.words = words;
  }

  /// As in "it is there to read contacts".
  public String words() {
    return words;
  }
}
