/// Finds whose e-mail a delivery is about that says so only as mail services do. Start at
/// [dev.interlock.engine.mail.Addressing].
@NullMarked
package dev.interlock.engine.mail;

import org.jspecify.annotations.NullMarked;
