/// What was played, told as a story that whoever runs the CRM understands. Start at
/// [dev.interlock.verifier.prove.telling.Story].
@NullMarked
package dev.interlock.verifier.prove.telling;

import org.jspecify.annotations.NullMarked;
