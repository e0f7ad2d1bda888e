/// What HighLevel's answers mean to the port: whether to try again, to look first, or to give up.
@NullMarked
package dev.interlock.crm.highlevel.outcome;

import org.jspecify.annotations.NullMarked;
