package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.ClusterMerge;
import io.quartermaster.domain.brand.ClusterNames;
import io.quartermaster.domain.brand.ClusterTree;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Cuts the tree of each table of brands into clusters and gives them names that stay (see {@link
 * ClusterNames}). The first input brings the brands of a table, the second its merges without event
 * time (see {@link FlinkMlLinkage}): by a table's time all have come. Keyed by one key for all.
 */
final class ClusterNamingFunction
        extends KeyedCoProcessFunction<String, RatedBrand, ClusterMerge, BrandCluster> {

    private static final long serialVersionUID = 1L;

    /** Brands whose table's time has not come; its timer takes them away. */
    private static final ListStateDescriptor<RatedBrand> RATED =
            new ListStateDescriptor<>("rated", PlainTypes.of(RatedBrand.class));

    /** Merges of tables whose time has not come; its timer takes them away. */
    private static final ListStateDescriptor<ClusterMerge> MERGES =
            new ListStateDescriptor<>("merges", PlainTypes.of(ClusterMerge.class));

    /** Name of each brand's last cluster; kept as long as the platform remembers the brand. */
    private static final MapStateDescriptor<String, String> NAMES =
            new MapStateDescriptor<>("names", Types.STRING, Types.STRING);

    /** More clusters than this tell a reader nothing. */
    private static final int MOST_CLUSTERS = 12;

    private final ClusterOptions options;

    private transient ListState<RatedBrand> rated;
    private transient ListState<ClusterMerge> merges;
    private transient MapState<String, String> names;

    ClusterNamingFunction(ClusterOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) {
        rated = getRuntimeContext().getListState(RATED);
        merges = getRuntimeContext().getListState(MERGES);
        names = getRuntimeContext().getMapState(NAMES);
    }

    @Override
    public void processElement1(RatedBrand brand, Context context, Collector<BrandCluster> out)
            throws Exception {
        rated.add(brand);
        context.timerService().registerEventTimeTimer(context.timestamp());
    }

    @Override
    public void processElement2(ClusterMerge merge, Context context, Collector<BrandCluster> out)
            throws Exception {
        merges.add(merge);
    }

    /** Tables come in the order of time, so the first brands and merges are those of this time. */
    @Override
    public void onTimer(long time, OnTimerContext context, Collector<BrandCluster> out)
            throws Exception {
        List<RatedBrand> waiting = list(rated);
        List<ClusterMerge> steps = list(merges);
        LocalDate day = waiting.get(0).day();
        int count = 0;
        while (count < waiting.size() && waiting.get(count).day().equals(day)) {
            count++;
        }
        List<RatedBrand> table = waiting.subList(0, count);
        ClusterTree tree = new ClusterTree(count, steps.subList(0, count - 1));
        rated.update(List.copyOf(waiting.subList(count, waiting.size())));
        merges.update(List.copyOf(steps.subList(count - 1, steps.size())));
        Map<String, String> named = named(table, tree);
        for (RatedBrand brand : table) {
            String name = named.get(brand.brand());
            names.put(brand.brand(), name);
            out.collect(new BrandCluster(brand.brand(), name, day));
        }
    }

    private Map<String, String> named(List<RatedBrand> table, ClusterTree tree) throws Exception {
        double[][] parts = table.stream().map(RatedBrand::parts).toArray(double[][]::new);
        int count =
                options.count() > 0
                        ? Math.min(options.count(), table.size())
                        : tree.naturalCount(parts, MOST_CLUSTERS);
        int[] labels = tree.labels(count);
        Map<String, Integer> byBrand = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            byBrand.put(table.get(i).brand(), labels[i]);
        }
        return ClusterNames.keep(byBrand, known());
    }

    private Map<String, String> known() throws Exception {
        Map<String, String> known = new TreeMap<>(options.previous());
        for (Map.Entry<String, String> entry : names.entries()) {
            known.put(entry.getKey(), entry.getValue());
        }
        return known;
    }

    private static <T> List<T> list(ListState<T> state) throws Exception {
        List<T> elements = new ArrayList<>();
        state.get().forEach(elements::add);
        return elements;
    }
}
