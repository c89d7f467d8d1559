/*
 * Solving of linear programmes by SCIP's LP interface, and what a solve leaves: optimum, basis and
 * the proof that there is none. How a programme is loaded and changed: scip_lpi_change.c.
 */
#include <dlfcn.h>
#include <stdlib.h>

#include "scip_calls.h"

enum { SENSE_MINIMISE = 1 };
enum {
    PARAMETER_FROM_SCRATCH = 0,
    PARAMETER_PRESOLVING = 3,
    PARAMETER_INFO = 5,
    PARAMETER_ITERATIONS = 10,
    PARAMETER_SECONDS = 11,
    PARAMETER_TIMER = 16
};
enum { TIMER_WALL_CLOCK = 2 };

/* Where a variable or a row's activity stands. */
enum { AT_LOWER, BASIC, AT_UPPER, AT_ZERO };

/* Ordinals of the Java enum LinearProgrammeStatus. */
enum {
    STATUS_OPTIMAL,
    STATUS_INFEASIBLE,
    STATUS_UNBOUNDED,
    STATUS_ITERATION_LIMIT,
    STATUS_TIME_LIMIT,
    STATUS_UNDECIDED
};

#define FUNCTIONS(F)                                                                               \
    F(Retcode, SCIPlpiCreate, (Lpi **, void *messages, const char *name, int sense))               \
    F(Retcode, SCIPlpiFree, (Lpi **))                                                              \
    F(Retcode, SCIPlpiSetIntpar, (Lpi *, int parameter, int value))                                \
    F(Retcode, SCIPlpiSetRealpar, (Lpi *, int parameter, double value))                            \
    F(Retcode, SCIPlpiSolveDual, (Lpi *))                                                          \
    F(Retcode, SCIPlpiSolvePrimal, (Lpi *))                                                        \
    F(Truth, SCIPlpiIsOptimal, (Lpi *))                                                            \
    F(Truth, SCIPlpiIsPrimalInfeasible, (Lpi *))                                                   \
    F(Truth, SCIPlpiIsPrimalUnbounded, (Lpi *))                                                    \
    F(Truth, SCIPlpiIsIterlimExc, (Lpi *))                                                         \
    F(Truth, SCIPlpiIsTimelimExc, (Lpi *))                                                         \
    F(Truth, SCIPlpiHasDualRay, (Lpi *))                                                           \
    F(Truth, SCIPlpiHasPrimalRay, (Lpi *))                                                         \
    F(Retcode, SCIPlpiGetDualfarkas, (Lpi *, double *multipliers))                                 \
    F(Retcode, SCIPlpiGetPrimalRay, (Lpi *, double *ray))                                          \
    F(Retcode, SCIPlpiGetBase, (Lpi *, int *columns, int *rows))                                   \
    F(Retcode, SCIPlpiSetBase, (Lpi *, const int *columns, const int *rows))                       \
    F(Retcode, SCIPlpiGetSol,                                                                      \
      (Lpi *, double *objective, double *primal, double *dual, double *activity, double *reduced)) \
    F(Retcode, SCIPlpiGetIterations, (Lpi *, int *iterations))                                     \
    F(Retcode, SCIPlpiGetBounds, (Lpi *, int first, int last, double *lower, double *upper))       \
    F(Retcode, SCIPlpiGetSides, (Lpi *, int first, int last, double *left, double *right))         \
    F(double, SCIPlpiInfinity, (Lpi *))

FUNCTIONS(POINTER)

int find_solving(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

JNIEXPORT jlong CALLS(create)(JNIEnv *env, jclass type) {
    (void)type;
    Lpi *lpi = NULL;
    if (!OKAY(SCIPlpiCreate, &lpi, NULL, "quartermaster", SENSE_MINIMISE)) {
        return 0;
    }
    if (OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_INFO, 0)
        && OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_PRESOLVING, 0)
        && OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_TIMER, TIMER_WALL_CLOCK)) {
        return (jlong)(size_t)lpi;
    }
    SCIPlpiFree(&lpi);
    return 0;
}

JNIEXPORT void CALLS(free)(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    Lpi *lpi = LPI(handle);
    OKAY(SCIPlpiFree, &lpi);
}

JNIEXPORT jdouble CALLS(infinity)(JNIEnv *env, jclass type, jlong handle) {
    (void)env;
    (void)type;
    return SCIPlpiInfinity(LPI(handle));
}

/* Dual or primal simplex, from the basis that is there or from scratch. SCIP's infinity of seconds
 * is no limit. */
JNIEXPORT jint CALLS(solve)(JNIEnv *env, jclass type, jlong handle, jint iterations,
                            jdouble seconds, jboolean primal, jboolean scratch) {
    (void)type;
    Lpi *lpi = LPI(handle);
    if (!OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_ITERATIONS, iterations)
        || !OKAY(SCIPlpiSetRealpar, lpi, PARAMETER_SECONDS, seconds)
        || !OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_FROM_SCRATCH, scratch ? 1 : 0)) {
        return STATUS_UNDECIDED;
    }
    if (!(primal ? OKAY(SCIPlpiSolvePrimal, lpi) : OKAY(SCIPlpiSolveDual, lpi))) {
        return STATUS_UNDECIDED;
    }
    if (SCIPlpiIsOptimal(lpi)) {
        return STATUS_OPTIMAL;
    }
    if (SCIPlpiIsIterlimExc(lpi)) {
        return STATUS_ITERATION_LIMIT;
    }
    if (SCIPlpiIsTimelimExc(lpi)) {
        return STATUS_TIME_LIMIT;
    }
    if (SCIPlpiIsPrimalInfeasible(lpi)) {
        return STATUS_INFEASIBLE;
    }
    return SCIPlpiIsPrimalUnbounded(lpi) ? STATUS_UNBOUNDED : STATUS_UNDECIDED;
}

JNIEXPORT jint CALLS(iterations)(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    int iterations = 0;
    OKAY(SCIPlpiGetIterations, LPI(handle), &iterations);
    return iterations;
}

/* Fills the arrays and returns the objective. */
JNIEXPORT jdouble CALLS(solution)(JNIEnv *env, jclass type, jlong handle, jdoubleArray primal,
                                  jdoubleArray dual, jdoubleArray reduced) {
    (void)type;
    double objective = 0;
    BORROW(arrays);
    double *x = doubles_out(&arrays, primal);
    double *y = doubles_out(&arrays, dual);
    double *r = doubles_out(&arrays, reduced);
    if (!arrays.failed) {
        OKAY(SCIPlpiGetSol, LPI(handle), &objective, x, y, NULL, r);
    }
    give_back(&arrays);
    return objective;
}

/* Multipliers of the rows that prove infeasibility; false when the solver kept none. */
JNIEXPORT jboolean CALLS(farkas)(JNIEnv *env, jclass type, jlong handle, jdoubleArray multipliers) {
    (void)type;
    if (!SCIPlpiHasDualRay(LPI(handle))) {
        return JNI_FALSE;
    }
    BORROW(arrays);
    double *y = doubles_out(&arrays, multipliers);
    int found = !arrays.failed && OKAY(SCIPlpiGetDualfarkas, LPI(handle), y);
    give_back(&arrays);
    return found ? JNI_TRUE : JNI_FALSE;
}

/* A direction along which the cost falls without end; false when the solver kept none. */
JNIEXPORT jboolean CALLS(ray)(JNIEnv *env, jclass type, jlong handle, jdoubleArray direction) {
    (void)type;
    if (!SCIPlpiHasPrimalRay(LPI(handle))) {
        return JNI_FALSE;
    }
    BORROW(arrays);
    double *x = doubles_out(&arrays, direction);
    int found = !arrays.failed && OKAY(SCIPlpiGetPrimalRay, LPI(handle), x);
    give_back(&arrays);
    return found ? JNI_TRUE : JNI_FALSE;
}

JNIEXPORT void CALLS(basis)(JNIEnv *env, jclass type, jlong handle, jintArray columns,
                            jintArray rows) {
    (void)type;
    BORROW(arrays);
    jint *of_columns = ints_out(&arrays, columns);
    jint *of_rows = ints_out(&arrays, rows);
    if (!arrays.failed) {
        OKAY(SCIPlpiGetBase, LPI(handle), of_columns, of_rows);
    }
    give_back(&arrays);
}

/* A basis of another time may stand at a limit that is gone: it moves to the one that is there. */
static void settle(double infinity, int count, const double *lower, const double *upper,
                   jint *status) {
    for (int i = 0; i < count; i++) {
        int has_lower = lower[i] > -infinity;
        int has_upper = upper[i] < infinity;
        int lost = (status[i] == AT_LOWER && !has_lower) || (status[i] == AT_UPPER && !has_upper)
                   || (status[i] == AT_ZERO && (has_lower || has_upper));
        if (lost) {
            status[i] = has_lower ? AT_LOWER : has_upper ? AT_UPPER : AT_ZERO;
        }
    }
}

static int settle_all(JNIEnv *env, Lpi *lpi, jint *columns, int column_count, jint *rows,
                      int row_count) {
    size_t room = (size_t)(column_count > row_count ? column_count : row_count) + 1;
    double *lower = malloc(room * sizeof *lower);
    double *upper = malloc(room * sizeof *upper);
    double infinity = SCIPlpiInfinity(lpi);
    int settled = 0;
    if (lower == NULL || upper == NULL) {
        fail(env, "%s failed: %s (%d).", "malloc", "out of memory", 0);
    } else if (column_count == 0 || OKAY(SCIPlpiGetBounds, lpi, 0, column_count - 1, lower, upper)) {
        settle(infinity, column_count, lower, upper, columns);
        if (row_count == 0 || OKAY(SCIPlpiGetSides, lpi, 0, row_count - 1, lower, upper)) {
            settle(infinity, row_count, lower, upper, rows);
            settled = 1;
        }
    }
    free(lower);
    free(upper);
    return settled;
}

/* One status for each column and row; Java checks how many. */
JNIEXPORT void CALLS(startFrom)(JNIEnv *env, jclass type, jlong handle, jintArray columns,
                                jintArray rows) {
    (void)type;
    BORROW(arrays);
    jint *of_columns = ints(&arrays, columns);
    jint *of_rows = ints(&arrays, rows);
    if (!arrays.failed
        && settle_all(env, LPI(handle), of_columns, (*env)->GetArrayLength(env, columns), of_rows,
                      (*env)->GetArrayLength(env, rows))) {
        OKAY(SCIPlpiSetBase, LPI(handle), of_columns, of_rows);
    }
    give_back(&arrays);
}
