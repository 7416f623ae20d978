package dev.davit.document;

import java.io.Writer;
import org.snakeyaml.engine.v2.api.DumpSettings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLGenerator;

/**
 * Write text in the style that {@link YamlText} chooses.
 *
 * <p>Jackson asks its quoting checker about text of one line only and takes a literal block for any other, even where a
 * reader of YAML 1.1 would see other line breaks in it.
 */
final class BlockGenerator extends YAMLGenerator {
    private final YamlText text;

    BlockGenerator(
            ObjectWriteContext context,
            IOContext io,
            int streamFeatures,
            int yamlFeatures,
            YamlText text,
            Writer out,
            DumpSettings settings) {
        super(context, io, streamFeatures, yamlFeatures, text, out, null, settings);
        this.text = text;
    }

    @Override
    public JsonGenerator writeString(String value) {
        _verifyValueWrite("write text");
        _writeScalar(value, "string", text.style(value));
        return this;
    }
}
