-- two people at one item of a draft: whoever saves second is told
alter table standard_item add column version int not null default 1;
