package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;

/** A value that its field does not take; the mapper adds its place. */
final class Misread extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    private final WireCode code;

    Misread(JsonParser parser, WireCode code, String message) {
        super(parser, message);
        this.code = code;
    }

    /** @param expected with its article: {@code a string} */
    static Misread wrongType(JsonParser parser, String expected) {
        return new Misread(parser, ErrorCode.INVALID, "Expected here: " + expected);
    }

    WireCode code() {
        return code;
    }
}
