/// Message texts as Handlebars templates: whether they can be read, and what they ask for.
@NullMarked
package dev.interlock.verifier.template;

import org.jspecify.annotations.NullMarked;
