-- CP-080: a suggestion box is a watched place too; it has no address on line
alter table watch_channel
  add column kind text not null default 'online' constraint watch_channel_kind check (kind in ('online', 'box'));
alter table watch_channel add constraint watch_channel_box_url check (kind = 'online' or url is null);
