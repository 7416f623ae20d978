package dev.davit.target;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.LeaseTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Keeps the leases of several places as one: it is held by whoever holds all of them. They are taken in one order by everybody, and who
 * does not get a later one gives back those before it, so that nobody waits for another in a circle.
 */
final class JoinedLease implements LeaseStore {
    /** In no version of a platform: a version of the whole is those of its parts, with this between. */
    private static final String BETWEEN = "\n";

    private final List<LeaseStore> parts;
    private String holding = "";

    JoinedLease(List<LeaseStore> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The longest of each: a renewal renews all. */
    @Override
    public LeaseTerms terms(LeaseTerms asked) {
        List<LeaseTerms> all = parts.stream().map(it -> it.terms(asked)).toList();
        return new LeaseTerms(
                longest(all.stream().map(LeaseTerms::lasts).toList()),
                longest(all.stream().map(LeaseTerms::renewed).toList()),
                longest(all.stream().map(LeaseTerms::looked).toList()));
    }

    private static Duration longest(List<Duration> times) {
        return times.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public Optional<LeaseRecord> read() {
        List<Optional<LeaseRecord>> found = parts.stream().map(LeaseStore::read).toList();
        return found.stream().allMatch(Optional::isEmpty) ? Optional.empty() : Optional.of(joined(found));
    }

    private static LeaseRecord joined(List<Optional<LeaseRecord>> found) {
        List<LeaseRecord> there = found.stream().flatMap(Optional::stream).toList();
        return new LeaseRecord(
                holder(found),
                there.stream().mapToLong(LeaseRecord::token).max().orElse(0),
                there.stream()
                        .map(LeaseRecord::renewedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                there.stream().mapToInt(LeaseRecord::seconds).max().orElse(0),
                String.join(
                        BETWEEN,
                        found.stream()
                                .map(it -> it.map(LeaseRecord::version).orElse(""))
                                .toList()));
    }

    /** Whoever holds a part alone is named so, and is then no longer the holder that it was. */
    private static String holder(List<Optional<LeaseRecord>> found) {
        TreeSet<String> holders = new TreeSet<>();
        found.forEach(it -> holders.add(it.map(LeaseRecord::holder).orElse("")));
        boolean free = holders.remove("");
        return String.join(" and ", holders) + (free && !holders.isEmpty() ? ", at one of the places" : "");
    }

    @Override
    public synchronized Optional<LeaseRecord> write(LeaseRecord record) {
        String[] versions = record.version().split(BETWEEN, -1);
        return record.holder().isEmpty() ? givenBack(record, versions) : held(record, versions);
    }

    /** What was held before and cannot be renewed somewhere stays as it is: nobody may think it free while its holder still writes. */
    private Optional<LeaseRecord> held(LeaseRecord record, String[] versions) {
        boolean renews = record.holder().equals(holding);
        List<Optional<LeaseRecord>> written = new ArrayList<>();
        boolean all = false;
        try {
            for (int i = 0; i < parts.size(); i++) {
                Optional<LeaseRecord> one = parts.get(i).write(part(record, versions, i));
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                written.add(one);
            }
            all = true;
            holding = record.holder();
            return Optional.of(joined(written));
        } finally {
            if (!all && !renews) {
                letGo(written);
            }
        }
    }

    private static LeaseRecord part(LeaseRecord record, String[] versions, int index) {
        return new LeaseRecord(
                record.holder(),
                record.token(),
                record.renewedAt(),
                record.seconds(),
                index < versions.length ? versions[index] : "");
    }

    private void letGo(List<Optional<LeaseRecord>> written) {
        for (int i = 0; i < written.size(); i++) {
            LeaseRecord it = written.get(i).orElseThrow();
            parts.get(i).write(new LeaseRecord("", it.token(), it.renewedAt(), it.seconds(), it.version()));
        }
    }

    /** Everywhere where it was, also if the place to keep it is gone somewhere. */
    private Optional<LeaseRecord> givenBack(LeaseRecord record, String[] versions) {
        holding = "";
        List<Optional<LeaseRecord>> written = new ArrayList<>();
        boolean all = true;
        for (int i = 0; i < parts.size(); i++) {
            LeaseRecord free = part(record, versions, i);
            Optional<LeaseRecord> one =
                    free.version().isEmpty() ? Optional.empty() : parts.get(i).write(free);
            all &= one.isPresent() || free.version().isEmpty();
            written.add(one);
        }
        return all ? Optional.of(joined(written)) : Optional.empty();
    }
}
