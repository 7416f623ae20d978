infra.cache("one", c -> c.movedFrom("one"));
infra.cache("two", c -> c.movedFrom("Old Name"));
infra.cache("three", c -> c.movedFrom("one"));
infra.postgres("four", 17, p -> p.movedFrom("db"));
infra.postgres("five", 17, p -> p.movedFrom("db"));
