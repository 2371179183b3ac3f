-- The role of review-role.sql has no password until it is given one: here that of the environment, at the first start.
\getenv password GENWATCH_REVIEWER_PASSWORD
ALTER ROLE genwatch_reviewer PASSWORD :'password';
