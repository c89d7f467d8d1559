package io.quartermaster.domain.replenishment;

/** Which lot leaves stock first. */
public enum LotOrder {
    /** First in, first out. */
    FIFO,
    /** Last in, first out. */
    LIFO
}
