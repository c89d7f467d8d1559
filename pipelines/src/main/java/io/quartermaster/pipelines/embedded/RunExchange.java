package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An exchange into which one can look between the stages of a run. */
interface RunExchange extends Exchange {

    /** Everything a finished stage wrote into a channel, in a fixed order. */
    <T> List<T> contents(Channel<T> channel) throws IOException;

    /** Puts elements into a channel, beside what it holds. */
    <T> void add(Channel<T> channel, List<T> elements) throws IOException;

    /** Raw records that were put in before the run, by topic; none where files are read. */
    default Map<String, Long> fed() {
        return Map.of();
    }

    /** A stage is over: what it wrote can be read from now on. */
    void seal(List<Channel<?>> channels);
}
