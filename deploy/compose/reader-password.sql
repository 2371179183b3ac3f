-- The role of read-only-role.sql has no password until it is given one: here that of the environment, at the first start.
\getenv password GENWATCH_READER_PASSWORD
ALTER ROLE genwatch_reader PASSWORD :'password';
