-- U2: takes back V2.

DROP TABLE activity_base;
