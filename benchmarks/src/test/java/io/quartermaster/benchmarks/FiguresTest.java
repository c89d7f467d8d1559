package io.quartermaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void namesEachFigureOnce() {
        assertThat(Figures.all()).extracting(Figure::name).doesNotHaveDuplicates();
    }

    @Test
    void choosesFiguresByName() {
        assertThat(Figures.chosen(List.of("olist-balance", "start")))
                .extracting(Figure::name)
                .containsExactly("olist-balance", "start");
        assertThat(Figures.chosen(List.of())).hasSameSizeAs(Figures.all());
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Figures.chosen(List.of("speed")))
                .hasMessageStartingWith("The figure (speed) is not known.\nMaybe one of: start, ");
    }
}
