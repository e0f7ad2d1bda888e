/// Secrets at rest: sealed with a key that is kept apart from them.
@NullMarked
package dev.interlock.app.secret;

import org.jspecify.annotations.NullMarked;
