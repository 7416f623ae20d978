package dev.davit;

/** Say what a cron job can have. A run starts only when the one before has ended. */
public final class CronJobBuilder extends EndingBuilder<CronJobBuilder> {
    CronJobBuilder(Creation creation, Source source, Cron schedule) {
        super(creation, source);
        positional("schedule");
        spec.schedule(schedule);
    }
}
