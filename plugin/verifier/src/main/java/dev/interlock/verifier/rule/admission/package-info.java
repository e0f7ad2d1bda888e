/// How a contract begins: what starts it, whom it admits, which lane it holds.
@NullMarked
package dev.interlock.verifier.rule.admission;

import org.jspecify.annotations.NullMarked;
