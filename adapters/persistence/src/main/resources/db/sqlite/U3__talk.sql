-- U3: takes back V3.

DROP TABLE providers;
