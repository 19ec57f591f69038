-- A backup is made by the owner, retailer by retailer, in one transaction. Who the retailers are only the directory sees, and wrapped keys
-- only the role that wraps them anew.
GRANT openaisle_directory, openaisle_keys TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
