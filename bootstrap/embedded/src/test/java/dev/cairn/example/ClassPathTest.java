package dev.cairn.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C7: what the library does not bring along. That it brings no logging backend shows the project that `.ci/consumer` builds. */
class ClassPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"io.micronaut.http.HttpRequest", "io.netty.channel.Channel", "picocli.CommandLine"})
    void thereIsNoHttpAndNoCommandLine(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }
}
