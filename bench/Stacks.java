import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Adds up the samples of flight recordings, one line per stack, outermost first: {@code main;a.B.c;a.D.e 12}. Flame graphs are drawn from it. */
final class Stacks {
    private Stacks() {}

    public static void main(String[] recordings) throws IOException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String recording : recordings) {
            for (RecordedEvent event : RecordingFile.readAllEvents(Path.of(recording))) {
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    counts.merge(stack(event), 1, Integer::sum);
                }
            }
        }
        counts.forEach((stack, count) -> System.out.println(stack + " " + count));
    }

    private static String stack(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        List<String> frames = new ArrayList<>();
        trace.getFrames().stream().filter(RecordedFrame::isJavaFrame).map(Stacks::frame).forEach(frames::add);
        if (trace.isTruncated()) {
            frames.add("...");
        }
        frames.add(thread(event));
        Collections.reverse(frames);
        return String.join(";", frames);
    }

    /** Threads of one pool differ in their number alone. */
    private static String thread(RecordedEvent event) {
        RecordedThread thread = event.getThread("sampledThread");
        String name = thread == null ? null : thread.getJavaName();
        return name == null ? "thread" : name.replaceAll("[0-9]+", "N").replaceAll("[; ]", "_");
    }

    /** Classes that Java makes as it runs have another number in each run. */
    private static String frame(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName().replaceAll("(\\$\\$Lambda|LambdaForm\\$\\w+).*", "$1");
        return type + "." + frame.getMethod().getName();
    }
}
