package io.quartermaster.domain.brand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of clusters that stay: a new cluster takes the name of the earlier one whose members it
 * shares most (Jaccard: common members over all members), best pairs first; one that shares with
 * none takes the lowest free {@code cluster-N}, in order of its first member.
 */
public final class ClusterNames {

    private ClusterNames() {}

    /**
     * The name of each brand's cluster.
     *
     * @param labels number of its cluster by brand
     * @param previous name of its earlier cluster by brand; empty at the first time
     */
    public static Map<String, String> keep(
            Map<String, Integer> labels, Map<String, String> previous) {
        Map<Integer, Set<String>> clusters = groups(labels);
        Map<Integer, String> names = matched(clusters, groups(previous));
        List<Integer> inOrder = new ArrayList<>(clusters.keySet());
        inOrder.sort(Comparator.comparing(label -> clusters.get(label).iterator().next()));
        Set<String> taken = new HashSet<>(names.values());
        taken.addAll(previous.values());
        for (int label : inOrder) {
            names.computeIfAbsent(label, none -> free(taken));
        }
        Map<String, String> named = new TreeMap<>();
        labels.forEach((brand, label) -> named.put(brand, names.get(label)));
        return named;
    }

    private static Map<Integer, String> matched(
            Map<Integer, Set<String>> clusters, Map<String, Set<String>> earlier) {
        List<Match> matches = new ArrayList<>();
        clusters.forEach(
                (label, members) ->
                        earlier.forEach(
                                (name, others) ->
                                        matches.add(
                                                new Match(
                                                        label,
                                                        members.iterator().next(),
                                                        name,
                                                        jaccard(members, others)))));
        matches.sort(
                Comparator.comparingDouble(Match::share)
                        .reversed()
                        .thenComparing(Match::name)
                        .thenComparing(Match::firstMember));
        Map<Integer, String> names = new LinkedHashMap<>();
        for (Match match : matches) {
            boolean free = !names.containsKey(match.label) && !names.containsValue(match.name);
            if (match.share > 0 && free) {
                names.put(match.label, match.name);
            }
        }
        return names;
    }

    private static <K extends Comparable<K>> Map<K, Set<String>> groups(Map<String, K> byMember) {
        Map<K, Set<String>> groups = new TreeMap<>();
        byMember.forEach(
                (member, group) ->
                        groups.computeIfAbsent(group, none -> new TreeSet<>()).add(member));
        return groups;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        long common = a.stream().filter(b::contains).count();
        return (double) common / (a.size() + b.size() - common);
    }

    private static String free(Set<String> taken) {
        int number = 1;
        while (!taken.add("cluster-" + number)) {
            number++;
        }
        return "cluster-" + number;
    }

    private record Match(int label, String firstMember, String name, double share) {}
}
