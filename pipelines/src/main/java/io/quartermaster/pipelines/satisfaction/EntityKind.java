package io.quartermaster.pipelines.satisfaction;

import java.util.Locale;

/** Whose satisfaction is measured. */
public enum EntityKind {
    BRAND {
        @Override
        String entity(Signal signal) {
            return signal.brand();
        }
    },
    SELLER {
        @Override
        String entity(Signal signal) {
            return signal.seller();
        }
    },
    ITEM {
        @Override
        String entity(Signal signal) {
            return signal.item();
        }
    },
    PLACE {
        @Override
        String entity(Signal signal) {
            return Circumstances.placeOfOrder(signal);
        }
    },
    /** A group of customers: those of one region. */
    GROUP {
        @Override
        String entity(Signal signal) {
            return signal.more().group();
        }
    };

    /** The entity of this kind that a signal is about, empty if none. */
    abstract String entity(Signal signal);

    /**
     * Whether actions are proposed about entities of a kind with this label: brands and sellers.
     */
    static boolean acts(String label) {
        return label.equals(BRAND.label()) || label.equals(SELLER.label());
    }

    /** Lower-case name, as in the column {@code entity_kind}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
