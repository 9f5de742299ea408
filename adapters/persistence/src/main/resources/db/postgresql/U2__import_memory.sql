-- U2: takes back V2.

ALTER TABLE aliases DROP COLUMN seen;

DROP TABLE import_stagings;
