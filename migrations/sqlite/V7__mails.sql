-- Mail services tell of e-mails by recipient and header, and of nobody's contact: by these their e-mails are found again.
-- the address that an e-mail goes to, as a fingerprint: it is only ever compared
ALTER TABLE message ADD COLUMN recipient TEXT;
-- the e-mail as the CRM numbers it beside the message
ALTER TABLE message ADD COLUMN mail TEXT;
-- its Message-ID, once the CRM told it, and how often the CRM was asked
ALTER TABLE message ADD COLUMN header TEXT;
ALTER TABLE message ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;

CREATE INDEX message_recipient ON message (installation, recipient, at) WHERE recipient IS NOT NULL;
CREATE INDEX message_mail ON message (installation, mail) WHERE mail IS NOT NULL;
CREATE INDEX message_header ON message (installation, header) WHERE header IS NOT NULL;
