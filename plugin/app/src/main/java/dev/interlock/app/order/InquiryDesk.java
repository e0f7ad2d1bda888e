package dev.interlock.app.order;

import dev.interlock.app.account.Surveyor;
import dev.interlock.app.console.Json;
import java.util.Optional;

/// Answers inquiries in the server.
///
/// @param surveyor looks through the accounts; nobody where there is one account by its token
record InquiryDesk(Optional<Surveyor> surveyor) {

  /// Answers what the JSON asks; empty when it is no inquiry.
  Optional<OrderAnswer> answer(byte[] json) {
    return switch (InquiryForm.read(json)) {
      case InquiryForm.Reading.Other() -> Optional.empty();
      case InquiryForm.Reading.Malformed(var words) ->
          Optional.of(new OrderAnswer(OrderAnswer.NOT_UNDERSTOOD, words));
      case InquiryForm.Reading.Read(var inquiry) ->
          Optional.of(
              surveyor
                  .map(one -> new OrderAnswer(OrderAnswer.DONE, Json.of(answered(one, inquiry))))
                  .orElseGet(() ->
                      new OrderAnswer(
                          OrderAnswer.CONFLICT,
                          "this server works on one account by its token, which `interlock plan`"
                              + " reaches by itself")));
    };
  }

  private static Object answered(Surveyor surveyor, Inquiry inquiry) {
    return switch (inquiry) {
      case Inquiry.Accounts() -> surveyor.accounts();
      case Inquiry.Plan(var account, var wanted) -> surveyor.plan(account, wanted);
      case Inquiry.Make(var account, var wanted, var things, var by) ->
          surveyor.make(account, wanted, things, by);
    };
  }
}
