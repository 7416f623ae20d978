package dev.davit;

/** Say what a web service with a disk can have. It has no {@code scale}: a disk belongs to one instance. */
public final class WebServiceWithDiskBuilder extends WebBuilder<WebServiceWithDiskBuilder> {
    WebServiceWithDiskBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }
}
