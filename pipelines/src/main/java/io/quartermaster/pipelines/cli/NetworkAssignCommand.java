package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.network.OrderAssignment;
import io.quartermaster.domain.network.PlantNetwork;
import io.quartermaster.domain.network.ShippingOrder;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.network.AssignmentFiles;
import io.quartermaster.pipelines.network.LogisticsFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Assigns orders to plants, ports, carriers and services. */
@Command(
        name = "assign",
        description =
                "Assign orders to plants, ports and carriers at least cost, within what plants take a day; orders that cannot be served are written with the reason.")
final class NetworkAssignCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder with OrderList, WhCapacities, WhCosts, ProductsPerPlant, VmiCustomers, PlantPorts and FreightRates, each .csv.")
    private Path input;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Override
    public Integer call() throws Exception {
        PlantNetwork network = LogisticsFolder.network(input);
        List<ShippingOrder> orders = LogisticsFolder.orders(input);
        try (OutputFolder folder = output.folder()) {
            talk.progress()
                    .say(
                            "Assigning %,d orders to %d plants"
                                    .formatted(orders.size(), network.plants().size()));
            OrderAssignment assignment = OrderAssignment.of(network, orders);
            AssignmentFiles.write(folder.path(), network, assignment);
            folder.commit();
            talk.progress()
                    .say(
                            "Served %,d of %,d orders, cost %.2f"
                                    .formatted(
                                            assignment.served().size(),
                                            orders.size(),
                                            assignment.cost()));
        }
        return 0;
    }
}
