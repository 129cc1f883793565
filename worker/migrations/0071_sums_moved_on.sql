-- Writing rests on the sums that the present definitions keep, and filling on the rows it has read: an insert says on
-- which workspace, and how many rows have changed since. It keeps nothing, and is refused when either has moved on.
CREATE VIEW sums_seen AS SELECT digest, 0 AS changed FROM workspace;
