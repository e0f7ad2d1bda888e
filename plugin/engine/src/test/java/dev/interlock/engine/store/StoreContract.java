package dev.interlock.engine.store;

/// Everything that every store promises, as tests.
public interface StoreContract
    extends DoorContract,
        RunsContract,
        IntentsContract,
        LanesContract,
        MailsContract,
        RecordsContract,
        RoundsContract,
        StaysContract,
        AccountsContract,
        WritingContract {
  /// A store that [Samples#furnish] has furnished.
  @Override
  Store store();
}
