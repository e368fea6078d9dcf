-- a message to staff in English, beside the Chinese one: the app shows the one of whoever reads
alter table outbox_message add column body_en text;
