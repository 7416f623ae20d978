package dev.davit.render.stack;

import dev.davit.Cpu;
import dev.davit.Definition;
import dev.davit.Disk;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Infra;
import dev.davit.Model;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.StaticContent;
import java.time.Duration;

/** Asks for what Render cannot do. */
public final class Refused implements Definition {
    @Override
    public void define(Infra infra) {
        var jobs = infra.jobQueue("jobs", q -> q.memory(Size.gib(64)));
        var model = infra.model(
                "llm",
                Model.huggingFace("acme/llm")
                        .revision("a09a35458c702b33eeacc393d103063234e8bc28")
                        .size(Size.gib(90)));
        var image = Image.of("ghcr.io/acme/app:1");
        infra.privateService("gpu", image, s -> s.gpu(Gpu.nvidia("L4")).health(Health.tcp()));
        infra.privateService(
                "slow", image, s -> s.serves(model).memory(Size.gib(16)).health(Health.http("/ready")));
        infra.worker(
                "deep",
                image,
                w -> w.consumes(jobs)
                        .drain(Duration.ofMinutes(20))
                        .scale(Scale.between(1, 200).queueDepth(jobs, "celery", 5)));
        infra.worker("huge", image, w -> w.cpu(Cpu.cores(32)));
        infra.webService("hot", image, w -> w.scale(Scale.between(1, 2).cpu(95)));
        infra.job("idle", image, j -> {});
        var other = infra.job("other", Image.of("ghcr.io/acme/other:1"), j -> j.command("go"));
        infra.webService(
                "waits", image, w -> w.preDeploy(other).env("PORT", "80").port(8080));
        var same = infra.job("same", image, j -> {});
        infra.webService("waits-too", image, w -> w.preDeploy(same));
        infra.webService("unstarted", NativeRuntime.ruby("3.3"), w -> {});
        var free = infra.webService(
                "free",
                NativeRuntime.node("22").build("cp -r dist /data/dist").start("npm start"),
                Disk.at("/data", Size.gib(1)),
                w -> w.preDeploy("ls", "/data").drain(Duration.ofSeconds(10)));
        var site = infra.staticSite("site", StaticContent.at("dist"));
        infra.deployTo(Render.region(Region.OREGON)
                .plan(free, Plan.FREE)
                .plan(jobs, Plan.FREE)
                .plan(site, Plan.STARTER)
                .allow(free, "10.0.0.0/8", "all")
                .address(free, "https://free.example.com"));
    }
}
