package dev.davit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.importing.DefinitionCompiler;
import dev.davit.model.EnvGroupSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JavaLaws {
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars("\\\"u000a\n\r\t '#/*{}\u2028\u202e\u0007x")
                .ofMaxLength(200);
        return Arbitraries.oneOf(any, nasty)
                .filter(it -> it.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .list()
                .ofSize(40);
    }

    private static DefinitionSource source(List<Call> calls, List<String> comments) {
        Code group = Code.call("infra", "envGroup", Code.quoted("it"), new Code.Lambda("g", calls));
        return DefinitionSource.of(
                Optional.empty(),
                "It",
                comments,
                List.of(new Statement(Optional.empty(), group, comments, true)),
                comments,
                List.of());
    }

    private static Map<String, String> run(DefinitionSource source) {
        Definition definition = DefinitionCompiler.compile("It", source.text(), "it");
        return new TreeMap<>(((EnvGroupSpec)
                        Evaluation.of(definition, "prod").assembly().specs().get(0))
                .env());
    }

    @Property(tries = 100)
    void a_text_is_the_same_text_when_the_java_runs_whatever_the_comments_say(@ForAll("texts") List<String> texts) {
        List<Call> calls = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (String text : texts) {
            String name = "V" + calls.size();
            expected.put(name, text);
            calls.add(Call.of("env", Code.quoted(name), Code.quoted(text)).commented(List.of(text.replace("\n", " "))));
        }
        assertThat(run(source(calls, texts.subList(0, 3)))).isEqualTo(expected);
    }

    @Example
    void a_text_that_no_literal_holds_is_joined() {
        String text = "abcdefghi ".repeat(9_000);
        DefinitionSource source = source(List.of(Call.of("env", Code.quoted("LONG"), Code.quoted(text))), List.of());
        assertThat(run(source)).containsEntry("LONG", text);
    }

    @Example
    void a_chain_of_three_thousand_calls_is_cut_where_the_compiler_can_follow() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            calls.add(Call.of("env", Code.quoted("V" + i), Code.quoted("text")));
        }
        assertThat(run(source(calls, List.of()))).hasSize(3_000);
    }

    @Property
    void a_name_is_a_name_of_java_and_given_once(@ForAll List<String> names) {
        JavaName given = new JavaName(java.util.Set.of("infra"));
        List<String> variables = names.stream().map(given::variable).toList();
        assertThat(variables).doesNotHaveDuplicates().doesNotContain("infra").allMatch(SourceVersion::isName);
        assertThat(names).allMatch(it -> SourceVersion.isName(JavaName.type(it, "It")));
    }
}
