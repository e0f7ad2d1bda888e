package dev.interlock.crm.compatibility;

import dev.interlock.contract.model.TagName;
import java.util.Set;

/// A contact to be put into the account; what is empty is left out.
///
/// @param plan what stands in [KitAccount#PLAN]
/// @param assignee a user's full name
public record Newcomer(
    String firstName,
    String lastName,
    String phone,
    String email,
    Set<TagName> tags,
    String plan,
    String assignee) {

  /// Somebody of whom everything is known.
  public static Newcomer ann() {
    return new Newcomer(
        "Ann",
        "Example",
        "+15550100001",
        "ann@example.com",
        Set.of(new TagName("lead")),
        "gold",
        KitAccount.DANA);
  }

  /// Somebody of whom nothing is known but this number.
  public static Newcomer caller(String phone) {
    return new Newcomer("", "", phone, "", Set.of(), "", "");
  }

  /// Somebody of whom nothing is known but this address.
  public static Newcomer writer(String email) {
    return new Newcomer("", "", "", email, Set.of(), "", "");
  }
}
