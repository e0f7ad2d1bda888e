/// Has contracts verified, with the limits of the CRM that they are for.
@NullMarked
package dev.interlock.app.check;

import org.jspecify.annotations.NullMarked;
