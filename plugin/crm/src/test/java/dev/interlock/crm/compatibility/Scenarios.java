package dev.interlock.crm.compatibility;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Read;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What all scenarios need.
interface Scenarios {
  /// A new account in which everything goes as it should.
  default CrmBackdoor account() {
    return account(Weather.FINE);
  }

  /// A new account.
  CrmBackdoor account(Weather weather);

  /// The contact with everything there is to read.
  static ContactSnapshot read(CrmBackdoor account, ContactId contact) {
    return got(account.crm().contact(contact, EnumSet.allOf(Detail.class)));
  }

  static Optional<Deal> deal(CrmBackdoor account, ContactId contact) {
    return read(account, contact).deal(KitAccount.SALES).orElse(Optional.empty());
  }

  static List<Deal> deals(CrmBackdoor account, ContactId contact) {
    return said(read(account, contact).deals());
  }

  static <T> T said(Known<T> known) {
    return switch (known) {
      case Known.Said<T>(var value) -> value;
      case Known.Unsaid<T> _ -> throw new AssertionError("the CRM said nothing");
    };
  }

  static <T> T got(Read<T> read) {
    return switch (read) {
      case Read.Got<T>(var value) -> value;
      case Read<T> other -> throw new AssertionError("could not be read: " + other);
    };
  }
}
