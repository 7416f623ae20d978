package dev.davit.document;

import java.io.Writer;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLGenerator;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Make generators that write block style with our own quotes. */
final class BlockFactory extends YAMLFactory {
    private static final long serialVersionUID = 1;
    private static final YamlText TEXT = new YamlText();

    /** Lists are indented below their key, as in Render's and Kubernetes' own documentation; lines are never folded. */
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setBestLineBreak("\n")
            .build();

    BlockFactory() {
        super(YAMLFactory.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER));
    }

    @Override
    protected YAMLGenerator _createGenerator(ObjectWriteContext context, IOContext io, Writer out) {
        return new BlockGenerator(
                context,
                io,
                context.getStreamWriteFeatures(_streamWriteFeatures),
                context.getFormatWriteFeatures(_formatWriteFeatures),
                TEXT,
                out,
                SETTINGS);
    }
}
