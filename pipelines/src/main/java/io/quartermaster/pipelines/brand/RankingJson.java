package io.quartermaster.pipelines.brand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.brand.HierarchyRanking;
import io.quartermaster.domain.brand.Turn;
import io.quartermaster.pipelines.event.JsonCodec;
import java.util.Map;

/**
 * A ranking as JSON: weights and consistency by path, the worst pair, what would mend a node that
 * contradicts itself, the ranking with its parts, and at which weights the order turns.
 */
public final class RankingJson {

    private RankingJson() {}

    /** One JSON object, indented. */
    public static String of(HierarchyRanking ranking) throws JsonProcessingException {
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        put(root.putObject("weights"), ranking.weights());
        put(root.putObject("consistency_ratio"), ranking.consistencyRatios());
        put(root.putObject("alonso_lamata_ratio"), ranking.alonsoLamataRatios());
        putWorstPair(root, ranking);
        putMendings(root.putObject("mending"), ranking);
        var ranked = root.putArray("ranking");
        for (HierarchyRanking.Ranked one : ranking.ranked()) {
            ObjectNode row = ranked.addObject();
            row.put("position", ranked.size());
            row.put("name", one.name());
            row.put("score", one.score());
            put(row.putObject("parts"), one.parts());
        }
        var sensitivity = root.putArray("sensitivity");
        for (Turn turn : ranking.turns()) {
            ObjectNode row = sensitivity.addObject();
            row.put("criterion", turn.path());
            row.put("weight", turn.weight());
            row.put("turns_at", turn.turnsAt());
            row.put("instead", turn.instead());
        }
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void putWorstPair(ObjectNode root, HierarchyRanking ranking) {
        if (ranking.worstPair() == null) {
            root.putNull("worst_pair");
            return;
        }
        ObjectNode worst = root.putObject("worst_pair");
        worst.put("path", ranking.worstPath());
        worst.put("first", ranking.worstPair().first());
        worst.put("second", ranking.worstPair().second());
        worst.put("pair", ranking.worstPair().first() + "|" + ranking.worstPair().second());
        worst.put("judged", ranking.worstPair().judged());
        worst.put("implied", ranking.worstPair().implied());
    }

    private static void putMendings(ObjectNode node, HierarchyRanking ranking) {
        ranking.mendings()
                .forEach(
                        (path, mending) -> {
                            ObjectNode row = node.putObject(path);
                            row.put("pair", mending.first() + "|" + mending.second());
                            row.put("judged", mending.judged());
                            row.put("value", mending.value());
                            row.put("consistency_ratio", mending.consistencyRatio());
                        });
    }

    private static void put(ObjectNode node, Map<String, Double> values) {
        values.forEach(node::put);
    }
}
