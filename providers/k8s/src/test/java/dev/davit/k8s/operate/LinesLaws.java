package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LinesLaws {
    @Property
    void no_text_of_a_cluster_can_steer_a_terminal(@ForAll String text) {
        assertThat(Lines.visible(text).chars().filter(Character::isISOControl)).isEmpty();
        assertThat(Lines.visible(text)).doesNotContain("\u202e", "\u2028", "\u200b");
    }

    @Property
    void a_log_is_cut_to_its_last_lines(@ForAll String log, @ForAll @IntRange(max = 20) int count) {
        assertThat(Lines.last(log, count)).hasSizeLessThanOrEqualTo(count).allMatch(it -> it.length() <= 310);
    }

    @Example
    void the_last_lines_come_in_their_order() {
        assertThat(Lines.last("one\n\ntwo\r\nthr\u001b[31mee\n", 2)).containsExactly("two", "thr\\u001b[31mee");
    }
}
