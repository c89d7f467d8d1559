package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quartermaster.pipelines.event.RealData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class NetworkAssignCommandTest {

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    @Test
    void assignsOrdersAndKeepsThoseThatGoUnserved() throws IOException {
        tables();

        assertThat(assign()).isZero();

        assertThat(result("assigned.csv"))
                .hasContent(
                        """
                        order,day,plant,port,carrier,service,mode,days,plant_cost,freight_cost
                        o1,2024-01-01,A,P1,V1,DTD,AIR,2,10.0,24.0
                        o2,2024-01-01,B,P1,,CRF,,0,20.0,0.0
                        """);
        assertThat(result("unserved.csv"))
                .hasContent(
                        """
                        order,day,customer,product,reason
                        o3,2024-01-01,c,y,no plant makes the product (y)
                        """);
        JsonNode summary = new ObjectMapper().readTree(result("summary.json").toFile());
        assertThat(summary.get("cost").asDouble()).isEqualTo(54);
        assertThat(summary.get("plants").get("A").get("orders").asInt()).isEqualTo(1);
    }

    /** A linear programme of the same choices serves 2,444 orders for 1,245,716.74. */
    @Test
    void servesAsManyRealOrdersAsCanBe() throws IOException {
        folder = folder.resolve("out");
        Files.createDirectory(folder);
        Path data = RealData.path("supply/logistics");

        int code =
                execute(
                        "network",
                        "assign",
                        "--input",
                        data.toString(),
                        "--output",
                        folder.resolve("result").toString());

        assertThat(code).isZero();
        JsonNode summary = new ObjectMapper().readTree(result("summary.json").toFile());
        assertThat(summary.get("served").asInt()).isEqualTo(2444);
        assertThat(summary.get("cost").asDouble()).isCloseTo(1245716.745, within(0.01));
        try (Stream<String> served = Files.lines(result("assigned.csv"));
                Stream<String> unserved = Files.lines(result("unserved.csv"))) {
            assertThat(served.count() + unserved.count()).isEqualTo(9215 + 2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WhCapacities.csv|'Plant ID,Daily Capacity\nA,1.5\n'|Its Daily Capacity (1.5) is no whole number of orders.",
                "WhCapacities.csv|'Plant ID,Daily Capacity\nA,1\nA,2\n'|Its Plant ID (A) stands twice.",
                "WhCosts.csv|'WH,Cost/unit\nA,1\n'|The plant (B) of WhCapacities.csv is not in WhCosts.csv.",
                "WhCosts.csv|'WH,Cost/unit\nA,-1\n'|Its Cost/unit (-1.0) is negative.",
                "PlantPorts.csv|'Plant Code\nA\n'|lacks the columns (Port)",
                "FreightRates.csv|'Carrier,orig_port_cd,dest_port_cd,minm_wgh_qty,max_wgh_qty,svc_cd,minimum cost,rate,mode_dsc,tpt_day_cnt\nV1,P1,P9,9,1,DTD,5,2,AIR,2\n'|Its band of weight (9.0 to 1.0) falls.",
                "OrderList.csv|'Order ID,Order Date,Customer,Product ID,Destination Port,Service Level,Unit quantity,Weight\no,d,c,x,P9,DTD,1,NaN\n'|Its Weight (NaN) is not finite.",
                "OrderList.csv|'Order ID,Order Date,Customer,Product ID,Destination Port,Service Level,Unit quantity,Weight\no,d,c,x,P9,DTD,1,1\no,d,c,x,P9,DTD,1,1\n'|Its order (o) stands twice.",
            })
    void refusesTablesThatAreWrong(String name, String text, String expected) throws IOException {
        tables();
        Files.writeString(folder.resolve(name), text);

        assertThat(assign()).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(expected).contains("Maybe ");
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private void tables() throws IOException {
        write("WhCapacities.csv", "Plant ID,Daily Capacity\nA,1\nB,5\n");
        write("WhCosts.csv", "WH,Cost/unit\nA,1\nB,2\n");
        write("ProductsPerPlant.csv", "Plant Code,Product ID\nA,x\nB,x\n");
        write("VmiCustomers.csv", "Plant Code,Customers\nB,c\n");
        write("PlantPorts.csv", "Plant Code,Port\nA,P1\nB,P1\n");
        write(
                "FreightRates.csv",
                "Carrier,orig_port_cd,dest_port_cd,minm_wgh_qty,max_wgh_qty,svc_cd,minimum cost,rate,mode_dsc,tpt_day_cnt\nV1,P1,P9,0,99.99,DTD,5,2,AIR  ,2\n");
        write(
                "OrderList.csv",
                "Order ID,Order Date,Customer,Product ID,Destination Port,Service Level,Unit quantity,Weight\no1,2024-01-01,z,x,P9,DTD,10,12\no2,2024-01-01,c,x,P9,CRF,10,1\no3,2024-01-01,c,y,P9,DTD,1,1\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Path result(String name) {
        return folder.resolve("result").resolve(name);
    }

    private int assign() {
        return execute(
                "network",
                "assign",
                "--input",
                folder.toString(),
                "--output",
                folder.resolve("result").toString());
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error));
        return line.execute(arguments);
    }
}
