/// Watches how long deals stand in their stages. Start at [dev.interlock.engine.stays.StayWatch].
@NullMarked
package dev.interlock.engine.stays;

import org.jspecify.annotations.NullMarked;
