package dev.davit.document;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLGenerator;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Write trees with Jackson's own generator, in our style: what {@link BlockWriter} is measured by. */
final class JacksonYaml {
    private JacksonYaml() {}

    static String write(List<MapNode> documents) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = new Factory().createGenerator(ObjectWriteContext.empty(), out)) {
            NodeWriter writer = new NodeWriter(generator);
            documents.forEach(writer::write);
        }
        return Escapes.visible(out.toString());
    }

    private static final class Factory extends YAMLFactory {
        private static final long serialVersionUID = 1;

        private static final DumpSettings SETTINGS = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setBestLineBreak("\n")
                .build();

        Factory() {
            super(YAMLFactory.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER));
        }

        @Override
        protected YAMLGenerator _createGenerator(ObjectWriteContext context, IOContext io, Writer out) {
            return new Generator(
                    context,
                    io,
                    context.getStreamWriteFeatures(_streamWriteFeatures),
                    context.getFormatWriteFeatures(_formatWriteFeatures),
                    out,
                    SETTINGS);
        }
    }

    private static final class Generator extends YAMLGenerator {
        Generator(ObjectWriteContext context, IOContext io, int stream, int yaml, Writer out, DumpSettings settings) {
            super(context, io, stream, yaml, new Names(), out, null, settings);
        }

        /** Jackson asks its quoting checker about text of one line only, and takes a literal block for any other. */
        @Override
        public JsonGenerator writeString(String value) {
            _verifyValueWrite("write text");
            _writeScalar(value, "string", style(value));
            return this;
        }

        private static ScalarStyle style(String value) {
            if (YamlText.style(value) == YamlText.Style.BLOCK) {
                return ScalarStyle.LITERAL;
            }
            return value.indexOf('\n') >= 0 || new Names().needToQuoteValue(value)
                    ? ScalarStyle.DOUBLE_QUOTED
                    : ScalarStyle.PLAIN;
        }
    }

    /** Says by expressions what {@link YamlText} says by loops. */
    private static final class Names extends StringQuotingChecker {
        private static final long serialVersionUID = 1;

        private static final Pattern NAME = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
        private static final Pattern PHRASE = Pattern.compile("[A-Za-z_/][ -~]*");
        private static final Pattern QUANTITY = Pattern.compile("(?=.*[G-MQRSUVWYg-mq-suvwy])[0-9][A-Za-z0-9.-]*");
        private static final Pattern WORD = Pattern.compile("(?i:y|n|yes|no|on|off|true|false|null|nan|inf|infinity)");

        @Override
        public boolean needToQuoteName(String name) {
            return !NAME.matcher(name).matches() || WORD.matcher(name).matches();
        }

        @Override
        public boolean needToQuoteValue(String text) {
            return !(PHRASE.matcher(text).matches() || QUANTITY.matcher(text).matches())
                    || text.endsWith(" ")
                    || text.endsWith(":")
                    || text.contains(": ")
                    || text.contains(" #")
                    || WORD.matcher(text).matches();
        }
    }
}
