package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Setting;
import dev.davit.model.WorkloadSpec;

/**
 * Guards a private service that has a public host: an nginx beside the program lets nobody through who does not bring {@code
 * Authorization: Bearer} and the token that the cluster made.
 */
final class Access {
    static final String PORT_NAME = "access";

    private static final Origin GUARD =
            Origin.target("nobody reaches a private service from outside without its token");
    private static final String FOLDER = "/opt/davit/access";
    private static final String TOKEN_FOLDER = "/run/davit/access";
    private static final int PORT = 4180;

    private final Cluster cluster;
    private final WorkloadSpec spec;
    private final Setting host;

    Access(Cluster cluster, WorkloadSpec spec, Setting host) {
        this.cluster = cluster;
        this.spec = spec;
        this.host = host;
    }

    int port() {
        return spec.port() == PORT ? PORT + 1 : PORT;
    }

    MapNode servicePort() {
        return Owned.port(PORT_NAME, port(), host.origin());
    }

    Ingresses.Host host() {
        return new Ingresses.Host(Settings.text(host), PORT_NAME, host.origin());
    }

    ConfigMap configMap() {
        return ConfigMap.of(
                cluster, spec.id() + "-access", spec.id(), new MapNode(GUARD).put("nginx.conf", config()), GUARD);
    }

    /** Streams both ways, since a model answers token by token; the program itself never sees the token. */
    private String config() {
        long timeout = Seconds.ofRoundedUp(spec.requestTimeout());
        return "pid /tmp/nginx.pid;\n"
                + "worker_processes 2;\n"
                + "error_log /dev/stderr warn;\n"
                + "events {\n  worker_connections 1024;\n}\n"
                + "http {\n"
                + "  map_hash_bucket_size 256;\n"
                + "  include " + TOKEN_FOLDER + "/" + Credentials.NGINX_CONF + ";\n"
                + "  access_log off;\n  server_tokens off;\n"
                + "  client_body_temp_path /tmp/body;\n  proxy_temp_path /tmp/proxy;\n"
                + "  fastcgi_temp_path /tmp/fastcgi;\n  uwsgi_temp_path /tmp/uwsgi;\n  scgi_temp_path /tmp/scgi;\n"
                + "  server {\n"
                + NginxStart.listen(port(), "    ")
                + "    client_max_body_size 0;\n"
                + "    location = " + Probes.READY + " {\n      return 200;\n    }\n"
                + "    location / {\n"
                + "      if ($allowed = 0) {\n        return 401;\n      }\n"
                + "      proxy_pass http://127.0.0.1:" + spec.port() + ";\n"
                + "      proxy_http_version 1.1;\n"
                + "      proxy_set_header Host $host;\n"
                + "      proxy_set_header Connection \"\";\n"
                + "      proxy_set_header Authorization \"\";\n"
                + "      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n"
                + "      proxy_set_header X-Forwarded-Proto https;\n"
                + "      proxy_read_timeout " + timeout + "s;\n"
                + "      proxy_send_timeout " + timeout + "s;\n"
                + "      proxy_buffering off;\n"
                + "      proxy_request_buffering off;\n"
                + "    }\n  }\n}\n";
    }

    void into(Pod pod) {
        cluster.verdicts().emulated(spec.key(), "an nginx beside the program asks callers from outside for the token");
        Container guard = Container.ofOwn(Container.OWN + "access", PinnedImages.NGINX, GUARD)
                .command(NginxStart.command(port(), " -c " + FOLDER + "/nginx.conf"), GUARD)
                .port(PORT_NAME, port(), GUARD)
                .resources(Amounts.small(100, 128, GUARD)
                        .scratch(dev.davit.Size.mib(256), GUARD)
                        .tree())
                .mount("access", FOLDER, true, GUARD)
                .mount("access-token", TOKEN_FOLDER, true, GUARD)
                .mount("access-tmp", "/tmp", false, Volumes.scratch());
        Probes.ofNginx(PORT_NAME, GUARD, guard.checks());
        Probes.preStop(guard.checks());
        pod.container(guard.tree())
                .volume(Volumes.configMap("access", configMap().name(), GUARD))
                .volume(Volumes.secret("access-token", Credentials.access(spec.id()), GUARD, Credentials.NGINX_CONF))
                .volume(Volumes.empty("access-tmp", java.util.Optional.of(dev.davit.Size.mib(128)), GUARD));
    }
}
