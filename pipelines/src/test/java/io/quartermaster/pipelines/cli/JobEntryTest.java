package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobEntryTest {

    @Test
    void readsTheSettingsBehindTheJobsName() {
        String[] arguments = {"cleaning", "--set", "kafka.bootstrap-servers=kafka:9092"};
        assertThat(JobEntry.settings(arguments))
                .containsEntry("kafka.bootstrap-servers", "kafka:9092");
    }

    @Test
    void refusesAnArgumentThatIsNoSetting() {
        String[] arguments = {"cleaning", "--set", "kafka.bootstrap-servers"};
        assertThatThrownBy(() -> JobEntry.settings(arguments))
                .hasMessage(
                        "The argument (--set kafka.bootstrap-servers) must read --set key=value.");
    }

    @Test
    void refusesToStartWithoutAJob() {
        assertThatThrownBy(() -> JobEntry.main(new String[0]))
                .hasMessageStartingWith("The name of a job is missing.\nMaybe one of: ");
    }
}
