/// Tests of what an account has and how it drifts.
@NullMarked
package dev.interlock.crm.inventory;

import org.jspecify.annotations.NullMarked;
