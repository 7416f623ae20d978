package dev.davit;

/** Say what a one-off job can have. */
public final class JobBuilder extends EndingBuilder<JobBuilder> {
    JobBuilder(Creation creation, Source source) {
        super(creation, source);
    }
}
