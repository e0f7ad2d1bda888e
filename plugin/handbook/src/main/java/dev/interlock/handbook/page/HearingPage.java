package dev.interlock.handbook.page;

import java.util.List;

/// The page of what webhooks told, and what only reading the CRM found.
///
/// @param verdict the one sentence that an operator wants to read
public record HearingPage(Frame frame, When now, String verdict, List<EarRow> ears) {
  public HearingPage {
    ears = List.copyOf(ears);
  }

  /// One kind of thing that is read.
  ///
  /// @param last when it was looked last, as a list of one, or none when never
  public record EarRow(
      String kind,
      String sentence,
      long met,
      long told,
      long found,
      String look,
      When since,
      List<When> last,
      When next,
      String obstacle) {
    public EarRow {
      last = List.copyOf(last);
    }
  }
}
