package dev.davit;

/** Say what a worker with a disk can have. It has no {@code scale}: a disk belongs to one instance. */
public final class WorkerWithDiskBuilder extends TakingBuilder<WorkerWithDiskBuilder> {
    WorkerWithDiskBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }
}
