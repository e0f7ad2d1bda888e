package dev.interlock.crm.inventory;

import dev.interlock.contract.model.Channel;
import dev.interlock.crm.Read;
import java.util.Set;

/// The port by which an account is looked through before contracts go live, and by which what it
/// lacks is made. Calls block. Nothing is ever deleted, renamed or overwritten.
public interface Provisioning {

  /// Reads all that the account has. Each kind that cannot be read says so itself; the whole is
  /// refused only when nothing could be read at all, as with a wrong token.
  ///
  /// @param sending the channels that messages are to go out by
  Read<Inventory> inventory(Set<Channel> sending);

  /// Makes one thing, unless it is there: that is read right before. When it is in doubt whether it
  /// was made, it is looked for and not made again.
  Made make(Creatable thing);

  /// What can be made, and where people do the rest.
  Guide guide();
}
