package dev.interlock.sandbox.records;

import tools.jackson.databind.json.JsonMapper;

/// Writes records as JSON and reads them back.
public final class RecordsJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RecordsJson() {}

  /// The records as one JSON object.
  public static byte[] write(SandboxRecords records) {
    return MAPPER.writeValueAsBytes(records);
  }

  /// The records of an agency as one JSON object.
  public static byte[] write(AgencyRecords records) {
    return MAPPER.writeValueAsBytes(records);
  }

  /// The records that [#write(AgencyRecords)] wrote, in this process or in another.
  public static AgencyRecords readAgency(byte[] json) {
    return MAPPER.readValue(json, AgencyRecords.class);
  }

  /// The records that [#write(SandboxRecords)] wrote, in this process or in another.
  public static SandboxRecords read(byte[] json) {
    return MAPPER.readValue(json, SandboxRecords.class);
  }
}
