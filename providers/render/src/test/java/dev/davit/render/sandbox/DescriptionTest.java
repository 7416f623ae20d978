package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds every answer of one long day against Render's own API description. */
class DescriptionTest {
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-10-01T08:00:00Z"));
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.usual().clock(clock));
    private final Client client = new Client(sandbox);
    private final Contract contract = new Contract();
    private final String owner = sandbox.ownerId();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void every_documented_operation_is_answered_or_refused_in_words() {
        assertThat(sandbox.api().operations().keySet()).isEqualTo(contract.operations());
    }

    @Test
    void what_the_sandbox_does_not_know_it_says() {
        assertThat(client.get("/metrics/cpu").is(501).text("message"))
                .isEqualTo("not implemented: the sandbox does not know GET /metrics/cpu");
    }

    @Test
    void every_answer_of_a_long_day_fits_the_description() {
        services();
        pass(30);
        variables();
        pass(1);
        deploys();
        pass(1);
        scaleAndDisks();
        pass(2);
        sites();
        pass(2);
        groupsAndProjects();
        pass(2);
        stores();
        pass(2);
        events();
        refusals();

        assertThat(client.exchanges().stream()
                        .flatMap(it -> contract.violations(it).stream())
                        .distinct())
                .isEmpty();
        assertThat(unvisited()).isEmpty();
    }

    private void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private String web;
    private String worker;
    private String cron;
    private String site;

    private void services() {
        client.get("/owners").is(200);
        client.get("/owners/" + owner).is(200);
        client.get("/users").is(200);
        web = client.image("web_service", "web", ",'healthCheckPath':'/healthz','numInstances':2");
        worker = client.image("background_worker", "worker", "");
        client.image("private_service", "inside", "");
        cron = client.image("cron_job", "nightly", ",'schedule':'0 3 * * *'");
        site = client.post(
                        "/services",
                        "{'type':'static_site','name':'site','ownerId':'" + owner
                                + "','repo':'https://github.com/example/site','serviceDetails':{'publishPath':'dist',"
                                + "'routes':[{'type':'rewrite','source':'/*','destination':'/index.html'}]}}")
                .is(201)
                .map()
                .getMap("service")
                .orElseThrow()
                .getText("id")
                .orElseThrow();
        client.post(
                        "/services",
                        "{'type':'web_service','name':'node','ownerId':'" + owner
                                + "','repo':'https://github.com/example/node','serviceDetails':{'runtime':'node',"
                                + "'preDeployCommand':'npm run migrate','envSpecificDetails':{'buildCommand':'npm ci',"
                                + "'startCommand':'node .'},'maintenanceMode':{'enabled':false,'uri':''}}}")
                .is(201);
        client.get("/services?limit=2").is(200);
        client.get("/services/" + web).is(200);
        client.patch("/services/" + web, "{'serviceDetails':{'plan':'standard','cache':{'profile':'no-cache'}}}")
                .is(200);
        client.patch("/services/" + site, "{'autoDeploy':'no','branch':'next'}").is(200);
        client.post("/services/" + web + "/cache/purge").is(202);
        client.post("/cron-jobs/" + cron + "/runs").is(200);
        client.delete("/cron-jobs/" + cron + "/runs").is(204);
    }

    private void variables() {
        String vars = "/services/" + web + "/env-vars";
        client.put(vars, "[{'key':'A','value':'1'},{'key':'B','generateValue':true}]")
                .is(200);
        client.get(vars).is(200);
        client.put(vars + "/C", "{'value':'3'}").is(200);
        client.get(vars + "/C").is(200);
        client.delete(vars + "/C").is(204);
        String files = "/services/" + web + "/secret-files";
        client.put(files, "[{'name':'a.pem','content':'x'}]").is(200);
        client.get(files).is(200);
        client.put(files + "/b.pem", "{'content':'y'}").is(201);
        client.get(files + "/b.pem").is(200);
        client.delete(files + "/b.pem").is(204);
    }

    private void deploys() {
        String deploys = "/services/" + web + "/deploys";
        String first = client.get(deploys)
                .is(200)
                .list()
                .get(0)
                .getMap("deploy")
                .orElseThrow()
                .getText("id")
                .orElseThrow();
        String second = client.post(deploys, "{}").is(201).text("id");
        client.post(deploys, "{}").is(202);
        client.get(deploys).is(200);
        client.get(deploys + "/" + second).is(200);
        client.post(deploys + "/" + second + "/cancel").is(200);
        pass(30);
        client.post("/services/" + web + "/rollback", "{'deployId':'" + first + "'}")
                .is(201);
        pass(30);
        client.get("/services/" + web + "/instances").is(200);
        String jobs = "/services/" + web + "/jobs";
        String job = client.post(jobs, "{'startCommand':'echo 1'}").is(201).text("id");
        client.get(jobs).is(200);
        client.get(jobs + "/" + job).is(200);
        client.post(jobs + "/" + job + "/cancel").is(200);
        client.get("/logs?ownerId=" + owner + "&resource=" + web).is(200);
        client.get("/logs/values?label=level&ownerId=" + owner + "&resource=" + web)
                .is(200);
        String event = client.get("/services/" + web + "/events?limit=1")
                .is(200)
                .list()
                .get(0)
                .getMap("event")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
        client.get("/events/" + event).is(200);
        client.post("/services/" + web + "/restart").is(200);
        client.post("/services/" + web + "/suspend").is(202);
        client.post("/services/" + web + "/resume").is(202);
        pass(30);
    }

    private void scaleAndDisks() {
        client.post("/services/" + web + "/scale", "{'numInstances':3}").is(202);
        client.put(
                        "/services/" + web + "/autoscaling",
                        "{'enabled':true,'min':2,'max':4,'criteria':{'cpu':{'enabled':true,'percentage':70},"
                                + "'memory':{'enabled':false,'percentage':80}}}")
                .is(200);
        client.get("/services/" + web).is(200);
        client.delete("/services/" + web + "/autoscaling").is(204);
        String disk = client.post(
                        "/disks", "{'serviceId':'" + worker + "','name':'data','mountPath':'/data','sizeGB':10}")
                .is(201)
                .text("id");
        client.get("/disks?serviceId=" + worker).is(200);
        client.get("/disks/" + disk).is(200);
        client.get("/services/" + worker).is(200);
        client.patch("/disks/" + disk, "{'sizeGB':20}").is(200);
        clock.advance(Duration.ofDays(2));
        assertThat(client.get("/disks/" + disk + "/snapshots").is(201).list()).isNotEmpty();
        client.delete("/disks/" + disk).is(204);
    }

    private void sites() {
        String headers = "/services/" + site + "/headers";
        client.put(headers, "[{'path':'/*','name':'X-A','value':'1'}]").is(200);
        client.post(headers, "{'path':'/*','name':'X-B','value':'2'}").is(201);
        String header = client.get(headers)
                .is(200)
                .list()
                .get(0)
                .getMap("header")
                .orElseThrow()
                .getText("id")
                .orElseThrow();
        client.delete(headers + "/" + header).is(204);
        String routes = "/services/" + site + "/routes";
        client.put(routes, "[{'type':'rewrite','source':'/a','destination':'/b'}]")
                .is(200);
        String route = client.post(routes, "{'type':'redirect','source':'/c','destination':'/d'}")
                .is(201)
                .text("id");
        client.patch(routes + "/" + route, "{'priority':0}").is(200);
        client.get(routes).is(200);
        client.delete(routes + "/" + route).is(204);
        String domains = "/services/" + site + "/custom-domains";
        assertThat(client.post(domains, "{'name':'example.org'}").is(201).list())
                .hasSize(2);
        client.get(domains).is(200);
        client.get(domains + "/example.org").is(200);
        client.post(domains + "/example.org/verify").is(202);
        client.delete(domains + "/example.org").is(204);
    }

    private void groupsAndProjects() {
        String group = client.post(
                        "/env-groups",
                        "{'name':'shared','ownerId':'" + owner + "','envVars':[{'key':'G','value':'1'}],'serviceIds':['"
                                + web + "']}")
                .is(201)
                .text("id");
        String path = "/env-groups/" + group;
        client.get("/env-groups").is(200);
        client.get(path).is(200);
        client.patch(path, "{'name':'common'}").is(200);
        client.post(path + "/services/" + worker).is(200);
        client.delete(path + "/services/" + worker).is(204);
        client.put(path + "/env-vars/H", "{'generateValue':true}").is(200);
        client.get(path + "/env-vars/H").is(200);
        client.delete(path + "/env-vars/H").is(204);
        client.put(path + "/secret-files/f", "{'content':'z'}").is(200);
        client.get(path + "/secret-files/f").is(200);
        client.delete(path + "/secret-files/f").is(204);
        client.delete(path).is(204);
        String project = client.post(
                        "/projects", "{'name':'shop','ownerId':'" + owner + "','environments':[{'name':'prod'}]}")
                .is(201)
                .text("id");
        client.get("/projects").is(200);
        client.get("/projects/" + project).is(200);
        client.patch("/projects/" + project, "{'name':'store'}").is(200);
        String environment = client.post("/environments", "{'name':'dev','projectId':'" + project + "'}")
                .is(201)
                .text("id");
        String place = "/environments/" + environment;
        client.get("/environments").is(200);
        client.get(place).is(200);
        client.patch(place, "{'protectedStatus':'protected'}").is(200);
        client.post(place + "/resources", "{'resourceIds':['" + worker + "']}").is(200);
        client.delete(place + "/resources?resourceIds=" + worker).is(204);
        client.delete(place).is(204);
        client.delete("/projects/" + project).is(204);
    }

    private void stores() {
        String pg = "/postgres/"
                + client.post(
                                "/postgres",
                                "{'name':'db','ownerId':'" + owner
                                        + "','plan':'pro_4gb','version':'17','enableHighAvailability':true,"
                                        + "'readReplicas':[{'name':'reader'}]}")
                        .is(201)
                        .text("id");
        client.get("/postgres").is(200);
        client.get(pg).is(200);
        client.patch(pg, "{'plan':'pro_8gb','connectionPool':'pgbouncer'}").is(200);
        client.get(pg + "/connection-info").is(200);
        client.get(pg + "/recovery").is(200);
        client.post(pg + "/restart").is(202);
        client.post(pg + "/failover").is(202);
        client.post(pg + "/suspend").is(202);
        client.post(pg + "/resume").is(202);
        client.delete(pg).is(204);
        String kv = "/key-value/"
                + client.post("/key-value", "{'name':'cache','ownerId':'" + owner + "','plan':'starter'}")
                        .is(201)
                        .text("id");
        client.get("/key-value").is(200);
        client.get(kv).is(200);
        client.patch(kv, "{'maxmemoryPolicy':'noeviction'}").is(200);
        client.get(kv + "/connection-info").is(200);
        client.post(kv + "/suspend").is(202);
        client.post(kv + "/resume").is(202);
        client.delete(kv).is(204);
        String credential = client.post(
                        "/registrycredentials",
                        "{'name':'hub','registry':'DOCKER','username':'u','authToken':'t','ownerId':'" + owner + "'}")
                .is(200)
                .text("id");
        client.get("/registrycredentials").is(200);
        client.get("/registrycredentials/" + credential).is(200);
        client.patch(
                        "/registrycredentials/" + credential,
                        "{'name':'hub2','registry':'DOCKER','username':'u','authToken':'t'}")
                .is(200);
        client.delete("/registrycredentials/" + credential).is(204);
        client.get("/blueprints").is(200);
        validate("services: []\n");
        validate("services:\n  - type: web\n    nonsense: 1\n");
    }

    private void validate(String yaml) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"ownerId\"\r\n\r\n" + owner
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"render.yaml\"\r\n\r\n" + yaml
                + "\r\n--b--\r\n";
        client.send("POST", "/blueprints/validate", "multipart/form-data; boundary=b", body)
                .is(200);
    }

    /** All that the day brought, for each kind of service. */
    private void events() {
        for (String service : List.of(web, worker, cron, site)) {
            assertThat(client.get("/services/" + service + "/events?limit=100&startTime=2026-10-01T00:00:00Z")
                            .is(200)
                            .list())
                    .isNotEmpty();
        }
    }

    private void refusals() {
        client.get("/services/srv-nothing").is(404);
        client.post("/services", "{'name':'x'}").is(400);
        client.post("/services", "not json").is(400);
        client.delete("/services/" + web).is(204);
    }

    /** Gives the operations that are answered and were not asked for. */
    private Set<String> unvisited() {
        Set<String> left = new TreeSet<>();
        sandbox.api().operations().forEach((template, answered) -> {
            String pattern = template.replace("{}", "[^/]+");
            List<Client.Exchange> asked = client.exchanges().stream()
                    .filter(it -> (it.method() + " " + it.path().replaceFirst("\\?.*", "")).matches(pattern))
                    .filter(it -> it.status() < 300)
                    .toList();
            if (answered && asked.isEmpty()) {
                left.add(template);
            }
        });
        return left;
    }
}
