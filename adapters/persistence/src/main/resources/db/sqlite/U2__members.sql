-- U2: takes back V2.

DROP TABLE project_members;
