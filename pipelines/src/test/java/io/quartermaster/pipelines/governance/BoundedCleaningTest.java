package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.governance.PersonalField;
import io.quartermaster.domain.governance.Tokeniser;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.embedded.EmbeddedKafka;
import io.quartermaster.pipelines.event.KafkaExchange;
import io.quartermaster.pipelines.event.KafkaOptions;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.RawFeed;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cleaning job on topics that end, whose candidates are sorted before they are judged. */
class BoundedCleaningTest {

    private static final TypeInformation<RawRecord> RAW = PlainTypes.of(RawRecord.class);

    @TempDir private static Path broker;
    private static EmbeddedKafka kafka;

    @TempDir private Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = EmbeddedKafka.start(broker);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void onlyTheScreenTakesRawRecordsSoNoStateKeepsTheirPersonalFields() {
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        new CleaningJob().define(environment, topics("graph."), new Configuration());
        StreamGraph graph = environment.getStreamGraph();
        assertThat(graph.getStreamNodes())
                .filteredOn(node -> takesRaw(graph, node))
                .extracting(StreamNode::getTransformationUID)
                .containsExactly("screen");
        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .contains("sort-screened");
    }

    @Test
    void cleansWhatLiesInTheTopicsInAnyOrder() throws Exception {
        Files.writeString(
                folder.resolve("orders.csv"),
                """
                id,time,order,item,place,customer,units,unit_price,currency
                c,2024-03-03T09:00:00Z,3,A,main,17850,1,2.5,GBP
                a,2024-03-01T09:00:00Z,1,A,main,17850,2,2.5,GBP
                b,2024-03-02T09:00:00Z,2,A,main,17850,1,2.5,GBP
                a,2024-03-01T09:00:00Z,1,A,main,17850,2,2.5,GBP
                """);
        new RawFeed(kafka.bootstrapServers(), "run.").send(List.of(RawInput.events(folder)));
        KafkaExchange topics = topics("run.");
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        environment.enableCheckpointing(200);
        new CleaningJob().define(environment, topics, new Configuration());
        environment.execute();
        assertThat(topics.contents(Channels.ORDERS))
                .extracting(OrderLine::id)
                .containsExactly("a", "b", "c");
        assertThat(topics.contents(Channels.ORDERS))
                .extracting(OrderLine::customer)
                .containsOnly(
                        new Tokeniser("quartermaster").token(PersonalField.CUSTOMER, "17850"));
        assertThat(topics.contents(Channels.QUARANTINE))
                .extracting(reject -> reject.line() + " " + reject.rule())
                .containsExactly("5 duplicate");
    }

    private static boolean takesRaw(StreamGraph graph, StreamNode node) {
        return node.getInEdges().stream()
                .map(StreamEdge::getSourceId)
                .map(graph::getStreamNode)
                .anyMatch(source -> source.getTypeSerializerOut().equals(rawSerializer(graph)));
    }

    private static Object rawSerializer(StreamGraph graph) {
        return RAW.createSerializer(graph.getExecutionConfig().getSerializerConfig());
    }

    private static KafkaExchange topics(String prefix) {
        return new KafkaExchange(
                new KafkaOptions(
                        kafka.bootstrapServers(),
                        prefix,
                        true,
                        Duration.ZERO,
                        Duration.ofSeconds(1)),
                ZoneOffset.UTC);
    }
}
