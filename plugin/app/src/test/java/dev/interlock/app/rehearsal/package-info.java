/// Tests of the rehearsal.
@NullMarked
package dev.interlock.app.rehearsal;

import org.jspecify.annotations.NullMarked;
