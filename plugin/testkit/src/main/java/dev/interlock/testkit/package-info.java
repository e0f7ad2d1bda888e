/// For authors of contracts: rehearse them in virtual time on the real decision core, with people
/// who reply, book, stay silent or have a wrong number. Start at [dev.interlock.testkit.Rehearsal].
@NullMarked
package dev.interlock.testkit;

import org.jspecify.annotations.NullMarked;
