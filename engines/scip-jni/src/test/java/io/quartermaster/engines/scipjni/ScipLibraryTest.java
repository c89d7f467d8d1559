package io.quartermaster.engines.scipjni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScipLibraryTest {

    @Test
    void acceptsTheVersionWhoseInterfaceItDeclares() {
        assertThat(ScipLibrary.checked(100001)).isEqualTo(new ScipLibrary("10.0.1", ""));
    }

    @Test
    void refusesAnotherMajorVersion() {
        ScipLibrary library = ScipLibrary.checked(90201);
        assertThat(library.available()).isFalse();
        assertThatThrownBy(library::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SCIP is not available: libscip is version 9.2.1, 10 is needed.");
    }
}
