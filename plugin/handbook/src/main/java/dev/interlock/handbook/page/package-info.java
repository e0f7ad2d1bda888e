/// What each page of the handbook says, worked out from the model before a template sees it: plain
/// records whose texts are finished sentences. Templates only arrange them. Start at
/// [dev.interlock.handbook.page.WorkflowView].
@NullMarked
package dev.interlock.handbook.page;

import org.jspecify.annotations.NullMarked;
