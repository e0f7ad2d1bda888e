/// Whether people, programs and the CRM can understand what a contract says.
@NullMarked
package dev.interlock.verifier.rule.understanding;

import org.jspecify.annotations.NullMarked;
