-- What the weights of words are taken from. It stays while the lists change little, so that scores of other entries stay what they are.
create table word_counts (
    id         text        primary key,              -- a digest of the counts
    counts     text        not null,                 -- a line a word
    counted_at timestamptz not null
);
create table word_counts_in_use (
    one    boolean primary key default true check (one),
    counts text    references word_counts (id)
);
insert into word_counts_in_use (counts) values (null);

-- Screenings that hold for other editions than those that they were made against: what came between cannot touch their parties.
create table screening_holds (
    editions text not null,                          -- as party.screened_edition: what is searched
    screened text not null,                          -- what a screening was made against
    primary key (editions, screened)
);
