package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.Channel;
import java.io.IOException;
import java.util.List;

/** What channels hold once the stages that write them are over. */
public interface ChannelContents {

    /** Every element, in a fixed order; none where nobody wrote the channel. */
    <T> List<T> read(Channel<T> channel) throws IOException;

    /** Puts elements into a channel, beside what it holds. */
    <T> void add(Channel<T> channel, List<T> elements) throws IOException;
}
