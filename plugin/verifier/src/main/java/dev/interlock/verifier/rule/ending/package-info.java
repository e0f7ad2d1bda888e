/// How a contract ends: its exits, what they leave, and where they lead.
@NullMarked
package dev.interlock.verifier.rule.ending;

import org.jspecify.annotations.NullMarked;
