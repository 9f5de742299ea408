package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedTree;
import java.io.IOException;

/** Reads collected data by the domain's own reader of trees, which says where it did not fit. */
final class CollectedReader extends JsonDeserializer<CollectedData> {
    @Override
    public CollectedData deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return CollectedTree.read(JsonTrees.read(context.readTree(parser)));
    }
}
