package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.cairn.domain.kernel.Tree;
import java.io.IOException;
import java.util.function.Function;

/** Reads JSON that is stored as a whole by the domain's own reader of trees, which says where it did not fit. */
final class TreeReader<T> extends JsonDeserializer<T> {
    private final Function<Tree, T> read;

    TreeReader(Function<Tree, T> read) {
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return read.apply(JsonTrees.read(context.readTree(parser)));
    }
}
