/// What happens in a CRM, in neutral words. Start at [dev.interlock.contract.event.DomainEvent].
@NullMarked
package dev.interlock.contract.event;

import org.jspecify.annotations.NullMarked;
