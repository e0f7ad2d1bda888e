package dev.interlock.app.order;

import dev.interlock.app.account.Survey;
import dev.interlock.app.account.Surveyor;
import dev.interlock.app.console.CannotRunException;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Has the server that is at work look through its accounts.
///
/// @param line to it
public record SurveyLine(OrderLine line) implements Surveyor {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// Many things may be made, each with pauses that the CRM asks for.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public List<Installed> accounts() {
    return List.of(asked(new Inquiry.Accounts(), Installed[].class));
  }

  @Override
  public Survey plan(String account, Wanted wanted) {
    return asked(new Inquiry.Plan(account, wanted), Survey.class);
  }

  @Override
  public Survey make(String account, Wanted wanted, List<String> things, String by) {
    return asked(new Inquiry.Make(account, wanted, things, by), Survey.class);
  }

  private <T> T asked(Inquiry inquiry, Class<T> kind) {
    var answer = line.send(InquiryForm.write(inquiry), PATIENCE);
    if (!answer.isDone()) {
      throw new CannotRunException("the server says: " + answer.words());
    }
    try {
      return MAPPER.readValue(answer.words(), kind);
    } catch (JacksonException otherVersion) {
      throw new CannotRunException(
          "the server's answer is not understood; it is perhaps of another version", otherVersion);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
