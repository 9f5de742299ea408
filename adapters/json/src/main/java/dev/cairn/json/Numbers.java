package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.cairn.domain.error.ErrorCode;
import java.io.IOException;

/** Reads numbers and truth values from their own JSON types only; absent primitives are required, except truth values. */
final class Numbers {
    private Numbers() {}

    static void addTo(SimpleModule module) {
        module.addDeserializer(Long.class, new LongReader(false));
        module.addDeserializer(long.class, new LongReader(true));
        module.addDeserializer(Integer.class, new IntReader(false));
        module.addDeserializer(int.class, new IntReader(true));
        module.addDeserializer(Boolean.class, new BooleanReader(false));
        module.addDeserializer(boolean.class, new BooleanReader(true));
    }

    private static long integer(JsonParser parser, long min, long max) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw Misread.wrongType(parser, "an integer");
        }
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new Misread(parser, ErrorCode.RANGE, "The number is too large");
        }
        long value = parser.getLongValue();
        if (value < min || value > max) {
            throw new Misread(parser, ErrorCode.RANGE, "The number is too large");
        }
        return value;
    }

    private static final class LongReader extends Scalar<Long> {
        LongReader(boolean primitive) {
            super(primitive);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return integer(parser, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    private static final class IntReader extends Scalar<Integer> {
        IntReader(boolean primitive) {
            super(primitive);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return (int) integer(parser, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    private static final class BooleanReader extends Scalar<Boolean> {
        private final boolean primitive;

        BooleanReader(boolean primitive) {
            super(primitive);
            this.primitive = primitive;
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw Misread.wrongType(parser, "true or false");
            };
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
            return primitive ? false : super.getAbsentValue(context);
        }
    }

    private abstract static class Scalar<T> extends com.fasterxml.jackson.databind.JsonDeserializer<T> {
        private final boolean primitive;

        Scalar(boolean primitive) {
            this.primitive = primitive;
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            if (primitive) {
                throw new Misread(context.getParser(), ErrorCode.NULL_NOT_ALLOWED, "Cannot be null");
            }
            return super.getNullValue(context);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
            if (primitive) {
                throw new Misread(context.getParser(), ErrorCode.REQUIRED, "Is required");
            }
            return super.getNullValue(context);
        }
    }
}
