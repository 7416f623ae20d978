package dev.davit.render.blueprint;

import dev.davit.Cpu;
import dev.davit.Size;
import java.util.List;
import java.util.Optional;

/**
 * List Render's plans, each list from the cheapest to the dearest.
 *
 * <p>As of October 2026. Names: Render's Blueprint schema of 2026-10-02. Sizes and the order of prices: https://render.com/pricing as
 * copied between April and August 2026; for plans that have no name but their size (such as {@code 2c-8g}), a third party's copy of
 * the page of October 2026, which is the only source. A plan that is named in the schema and has no known price (Key Value {@code
 * 3g} and {@code 50g}, Postgres {@code 1c-2g}) is never chosen, but can be asked for.
 */
public final class Plans {
    /** The plans of web services, private services and workers; the free one sleeps, so it is never chosen. */
    public static final Plans SERVER = new Plans(
            Offer.of("starter", 500, 512),
            Offer.of("standard", 1000, 2 * 1024),
            Offer.of("pro", 2000, 4 * 1024),
            Offer.of("2c-8g", 2000, 8 * 1024),
            Offer.of("pro plus", 4000, 8 * 1024),
            Offer.of("2c-16g", 2000, 16 * 1024),
            Offer.of("pro max", 4000, 16 * 1024),
            Offer.of("8c-16g", 8000, 16 * 1024),
            Offer.of("4c-32g", 4000, 32 * 1024),
            Offer.of("pro ultra", 8000, 32 * 1024),
            Offer.of("12c-24g", 12_000, 24 * 1024),
            Offer.of("12c-48g", 12_000, 48 * 1024),
            Offer.of("8c-64g", 8000, 64 * 1024),
            Offer.of("12c-96g", 12_000, 96 * 1024));

    /** Cron jobs have no free plan, none with twelve cores, and write two sizes without their old names. */
    static final Plans CRON = new Plans(
            Offer.of("starter", 500, 512),
            Offer.of("standard", 1000, 2 * 1024),
            Offer.of("pro", 2000, 4 * 1024),
            Offer.of("2c-8g", 2000, 8 * 1024),
            Offer.of("pro plus", 4000, 8 * 1024),
            Offer.of("2c-16g", 2000, 16 * 1024),
            Offer.of("4c-16g", 4000, 16 * 1024),
            Offer.of("8c-16g", 8000, 16 * 1024),
            Offer.of("4c-32g", 4000, 32 * 1024),
            Offer.of("8c-32g", 8000, 32 * 1024),
            Offer.of("8c-64g", 8000, 64 * 1024));

    /** The free plan keeps nothing over a restart, so it is never chosen. Key Value plans name no processor time. */
    static final Plans KEY_VALUE = new Plans(
            Offer.of("starter", 1, 256),
            Offer.of("standard", 1, 1024),
            Offer.of("pro", 1, 5 * 1024),
            Offer.of("pro plus", 1, 10 * 1024),
            Offer.of("pro max", 1, 20 * 1024),
            Offer.of("pro ultra", 1, 40 * 1024));

    static final Plans POSTGRES = new Plans(
            Offer.of("basic-256mb", 100, 256),
            Offer.of("basic-1gb", 500, 1024),
            Offer.of("pro-4gb", 1000, 4 * 1024),
            Offer.of("basic-4gb", 2000, 4 * 1024),
            Offer.of("pro-8gb", 2000, 8 * 1024),
            Offer.of("accelerated-16gb", 2000, 16 * 1024),
            Offer.of("pro-16gb", 4000, 16 * 1024),
            Offer.of("accelerated-32gb", 4000, 32 * 1024),
            Offer.of("pro-32gb", 8000, 32 * 1024),
            Offer.of("accelerated-64gb", 8000, 64 * 1024),
            Offer.of("pro-64gb", 16_000, 64 * 1024),
            Offer.of("accelerated-128gb", 16_000, 128 * 1024),
            Offer.of("pro-128gb", 32_000, 128 * 1024),
            Offer.of("pro-192gb", 48_000, 192 * 1024),
            Offer.of("accelerated-256gb", 32_000, 256 * 1024),
            Offer.of("pro-256gb", 64_000, 256 * 1024),
            Offer.of("accelerated-384gb", 48_000, 384 * 1024),
            Offer.of("pro-384gb", 96_000, 384 * 1024),
            Offer.of("accelerated-512gb", 64_000, 512 * 1024),
            Offer.of("pro-512gb", 128_000, 512 * 1024),
            Offer.of("accelerated-768gb", 96_000, 768 * 1024),
            Offer.of("accelerated-1024gb", 128_000, 1024 * 1024));

    private final List<Offer> offers;

    private Plans(Offer... offers) {
        this(List.of(offers));
    }

    private Plans(List<Offer> offers) {
        this.offers = offers;
    }

    /** Gives the plans that can have a standby; source: https://render.com/docs/blueprint-spec, {@code highAvailability}. */
    Plans withStandby() {
        return new Plans(
                offers.stream().filter(it -> !it.word().startsWith("basic")).toList());
    }

    /** Give the plan of a name, if it is one that Davit knows the size of. */
    public Optional<Offer> offer(String word) {
        return offers.stream().filter(it -> it.word().equals(word)).findFirst();
    }

    /** Gives the cheapest plan that has so much of both. */
    Optional<Offer> cheapest(Cpu cpu, Size memory) {
        return offers.stream().filter(it -> it.holds(cpu, memory)).findFirst();
    }

    List<Offer> offers() {
        return offers;
    }

    /** Give the largest plan. */
    public Offer largest() {
        return offers.get(offers.size() - 1);
    }
}
