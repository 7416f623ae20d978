package dev.davit.render.sandbox;

import java.util.List;

/** Makes one of everything and gives a good request for most operations that take a body. */
final class Samples {
    private Samples() {}

    static List<RobustnessLaws.Sample> of(Scene scene) {
        Client client = scene.client;
        String owner = scene.sandbox.ownerId();
        String web = scene.web("");
        String worker = client.image("background_worker", "worker", "");
        String site = client.post("/services", site("site", owner))
                .is(201)
                .map()
                .getMap("service")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
        String cron = client.image("cron_job", "cron", ",'schedule':'0 3 * * *'");
        String disk = client.post("/disks", disk(worker)).is(201).text("id");
        String pg = client.post("/postgres", postgres(owner)).is(201).text("id");
        String kv = client.post("/key-value", keyValue(owner)).is(201).text("id");
        String group = client.post("/env-groups", group(owner, web)).is(201).text("id");
        String project = client.post("/projects", project(owner)).is(201).text("id");
        return List.of(
                sample("POST", "/services", site("other", owner)),
                sample("POST", "/services", web(owner)),
                sample(
                        "PATCH",
                        "/services/" + web,
                        "{'name':'web','autoDeploy':'no','serviceDetails':{'plan':'pro',"
                                + "'envSpecificDetails':{'dockerCommand':'run'},'healthCheckPath':'/h','maxShutdownDelaySeconds':9}}"),
                sample("PATCH", "/services/" + site, "{'branch':'b','serviceDetails':{'publishPath':'x'}}"),
                sample("PATCH", "/services/" + cron, "{'serviceDetails':{'schedule':'1 2 * * *','plan':'pro'}}"),
                sample("POST", "/services/" + web + "/deploys", "{'clearCache':'clear'}"),
                sample("POST", "/services/" + web + "/rollback", "{'deployId':'dep-1'}"),
                sample("POST", "/services/" + web + "/scale", "{'numInstances':2}"),
                sample(
                        "PUT",
                        "/services/" + web + "/autoscaling",
                        "{'enabled':true,'min':1,'max':2,'criteria':"
                                + "{'cpu':{'enabled':true,'percentage':50},'memory':{'percentage':50}}}"),
                sample("PUT", "/services/" + web + "/env-vars", "[{'key':'A','value':'1'}]"),
                sample("PUT", "/services/" + web + "/env-vars/A", "{'value':'1'}"),
                sample("PUT", "/services/" + web + "/secret-files", "[{'name':'a','content':'1'}]"),
                sample("PUT", "/services/" + web + "/secret-files/a", "{'content':'1'}"),
                sample("POST", "/services/" + web + "/custom-domains", "{'name':'example.org'}"),
                sample("POST", "/services/" + web + "/suspend", ""),
                sample("POST", "/services/" + web + "/resume", ""),
                sample("POST", "/services/" + web + "/restart", ""),
                sample("PUT", "/services/" + site + "/headers", "[{'path':'/','name':'a','value':'b'}]"),
                sample("POST", "/services/" + site + "/headers", "{'path':'/','name':'a','value':'b'}"),
                sample("PUT", "/services/" + site + "/routes", "[{'type':'rewrite','source':'/','destination':'/b'}]"),
                sample(
                        "POST",
                        "/services/" + site + "/routes",
                        "{'type':'rewrite','source':'/','destination':'/b','priority':0}"),
                sample("POST", "/cron-jobs/" + cron + "/runs", ""),
                sample("POST", "/disks", disk(web)),
                sample("PATCH", "/disks/" + disk, "{'sizeGB':20,'name':'x','mountPath':'/x'}"),
                sample("DELETE", "/disks/" + disk, ""),
                sample("POST", "/postgres", postgres(owner)),
                sample("PATCH", "/postgres/" + pg, "{'plan':'pro_8gb','diskSizeGB':100,'readReplicas':[{'name':'r'}]}"),
                sample("POST", "/key-value", keyValue(owner)),
                sample("PATCH", "/key-value/" + kv, "{'plan':'pro','maxmemoryPolicy':'noeviction'}"),
                sample("POST", "/env-groups", group(owner, web)),
                sample("PATCH", "/env-groups/" + group, "{'name':'x'}"),
                sample("PUT", "/env-groups/" + group + "/env-vars/A", "{'generateValue':true}"),
                sample("PUT", "/env-groups/" + group + "/secret-files/A", "{'content':'x'}"),
                sample("POST", "/projects", project(owner)),
                sample("PATCH", "/projects/" + project, "{'name':'x'}"),
                sample("POST", "/environments", "{'name':'e','projectId':'" + project + "'}"),
                sample(
                        "POST",
                        "/registrycredentials",
                        "{'name':'n','registry':'DOCKER','username':'u','authToken':'t','ownerId':'" + owner + "'}"),
                sample("DELETE", "/services/" + worker, ""),
                sample("POST", "/services/" + web + "/jobs", "{'startCommand':'echo'}"),
                sample("POST", "/blueprints/validate", "{}"));
    }

    private static RobustnessLaws.Sample sample(String method, String path, String body) {
        return new RobustnessLaws.Sample(method, path, body);
    }

    private static String site(String name, String owner) {
        return "{'type':'static_site','name':'" + name + "','ownerId':'" + owner
                + "','repo':'https://github.com/example/site','serviceDetails':{'publishPath':'dist',"
                + "'headers':[{'path':'/','name':'a','value':'b'}],'buildCommand':'x'}}";
    }

    private static String web(String owner) {
        return "{'type':'web_service','name':'more','ownerId':'" + owner
                + "','repo':'https://github.com/example/node','envVars':[{'key':'A','value':'1'}],"
                + "'secretFiles':[{'name':'f','content':'c'}],'serviceDetails':{'runtime':'node','numInstances':1,"
                + "'disk':{'name':'d','mountPath':'/d','sizeGB':1},'preDeployCommand':'m','plan':'standard',"
                + "'envSpecificDetails':{'buildCommand':'b','startCommand':'s'}}}";
    }

    private static String disk(String service) {
        return "{'serviceId':'" + service + "','name':'data','mountPath':'/data','sizeGB':10}";
    }

    private static String postgres(String owner) {
        return "{'name':'db','ownerId':'" + owner + "','plan':'pro_4gb','version':'17','enableHighAvailability':true,"
                + "'diskSizeGB':100,'readReplicas':[{'name':'r'}]}";
    }

    private static String keyValue(String owner) {
        return "{'name':'kv','ownerId':'" + owner + "','plan':'starter','persistenceMode':'snapshot'}";
    }

    private static String group(String owner, String service) {
        return "{'name':'g','ownerId':'" + owner + "','envVars':[{'key':'A','value':'1'}],'serviceIds':['" + service
                + "']}";
    }

    private static String project(String owner) {
        return "{'name':'p','ownerId':'" + owner + "','environments':[{'name':'e','networkIsolationEnabled':true}]}";
    }
}
