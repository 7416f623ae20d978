package dev.davit;

/** Say what a private service with a disk can have. It has no {@code scale}: a disk belongs to one instance. */
public final class PrivateServiceWithDiskBuilder extends PrivateBuilder<PrivateServiceWithDiskBuilder> {
    PrivateServiceWithDiskBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }
}
