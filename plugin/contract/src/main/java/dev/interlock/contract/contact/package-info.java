/// What a CRM says about a contact. Start at [dev.interlock.contract.contact.ContactSnapshot].
@NullMarked
package dev.interlock.contract.contact;

import org.jspecify.annotations.NullMarked;
