package io.quartermaster.pipelines.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this process: one node that is controller and broker at once (KRaft), on a free
 * port of the loopback address, its log in a folder given. It can be stopped and started again on
 * the same port with all that it holds.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    private final Properties properties;
    private final int port;
    private KafkaRaftServer server;

    private EmbeddedKafka(Properties properties, int port) {
        this.properties = properties;
        this.port = port;
    }

    /**
     * Starts a new broker.
     *
     * @param folder for its log, made if it is not there; whoever calls deletes it
     */
    public static EmbeddedKafka start(Path folder) throws IOException {
        Path log = Files.createDirectories(folder.resolve("kafka-log"));
        int[] ports = freePorts();
        Properties properties = properties(log, ports[0], ports[1]);
        format(folder.resolve("kafka.properties"), properties);
        EmbeddedKafka kafka = new EmbeddedKafka(properties, ports[0]);
        kafka.start();
        return kafka;
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Starts it again after {@link #stop}. */
    public void start() {
        if (server == null) {
            server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
        }
    }

    /** Stops it; what it holds stays on disk. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                        "listeners",
                                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
                                        .formatted(HOST, port, HOST, controllerPort),
                        "advertised.listeners", "PLAINTEXT://" + HOST + ":" + port,
                        "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "controller.listener.names", "CONTROLLER",
                        "log.dirs", log.toString(),
                        "auto.create.topics.enable", "false",
                        "log.retention.ms", "-1"));
        properties.putAll(
                Map.of(
                        "offsets.topic.replication.factor", "1",
                        "offsets.topic.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.num.partitions", "2",
                        "transaction.state.log.min.isr", "1",
                        "group.initial.rebalance.delay.ms", "0",
                        "num.network.threads", "2",
                        "num.io.threads", "4",
                        // Compaction would take 128 MB for topics that live for one run.
                        "log.cleaner.enable", "false",
                        "log.index.size.max.bytes", "1048576"));
        return properties;
    }

    private static void format(Path file, Properties properties) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--config",
                            file.toString()
                        },
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException(
                    "The broker's log cannot be set up: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }
}
