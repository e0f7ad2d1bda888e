/// Contacts, opportunities and appointments as HighLevel tells them, in the words of the domain.
///
/// Start at [dev.interlock.crm.highlevel.contact.ContactReader].
@NullMarked
package dev.interlock.crm.highlevel.contact;

import org.jspecify.annotations.NullMarked;
