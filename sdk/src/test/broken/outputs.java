var db = infra.postgres("db", 17);
infra.output("url", db.connectionString());
infra.output("password", Value.text("the password is ", db.password()));
infra.output("token", infra.secret("token"));
infra.output("host", db.host());
infra.output("host", db.port());
