package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/// One page of form submissions.
public record WireSubmissionPage(Json json) {
  public WireSubmissionPage {
    var _ = json.all("submissions", WireSubmission::new);
  }

  public List<WireSubmission> submissions() {
    return json.all("submissions", WireSubmission::new);
  }

  /// The next page's number; empty when this is the last one.
  public OptionalInt nextPage() {
    return json.at("meta").number("nextPage").stream().mapToInt(BigDecimal::intValue).findFirst();
  }
}
