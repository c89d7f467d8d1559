/*
 * Solving of a mixed integer programme by SCIP: limits, a solution to start from, the search, an
 * interrupt from another thread, and of an infeasible one the rows that contradict each other.
 */
#include <dlfcn.h>
#include <stdlib.h>

#include "scip_mip.h"

enum {
    RESULT_OPTIMAL = 1,
    RESULT_INFEASIBLE = 2,
    RESULT_UNBOUNDED = 3,
    RESULT_INFEASIBLE_OR_UNBOUNDED = 4,
    RESULT_USER_INTERRUPT = 10,
    RESULT_NODE_LIMIT = 20,
    RESULT_TOTAL_NODE_LIMIT = 21,
    RESULT_TIME_LIMIT = 23,
    RESULT_MEMORY_LIMIT = 24,
    RESULT_GAP_LIMIT = 25
};

/* Ordinals of the Java enum IntegerProgrammeStatus. */
enum {
    STATUS_OPTIMAL,
    STATUS_INFEASIBLE,
    STATUS_UNBOUNDED,
    STATUS_INFEASIBLE_OR_UNBOUNDED,
    STATUS_NODE_LIMIT,
    STATUS_TIME_LIMIT,
    STATUS_GAP_LIMIT,
    STATUS_MEMORY_LIMIT,
    STATUS_INTERRUPTED,
    STATUS_UNDECIDED
};

/* A minimal infeasible subsystem. */
typedef struct Subsystem Subsystem;

#define FUNCTIONS(F)                                                                               \
    F(Retcode, SCIPsetLongintParam, (Scip *, const char *name, long long value))                   \
    F(Retcode, SCIPsetIntParam, (Scip *, const char *name, int value))                             \
    F(Retcode, SCIPsetRealParam, (Scip *, const char *name, double value))                         \
    F(Retcode, SCIPsetBoolParam, (Scip *, const char *name, unsigned int value))                   \
    F(Retcode, SCIPcreateSol, (Scip *, Solution **, void *heuristic))                              \
    F(Retcode, SCIPsetSolVals, (Scip *, Solution *, int count, Variable **, double *values))       \
    F(Retcode, SCIPcheckSolOrig,                                                                   \
      (Scip *, Solution *, Truth *feasible, unsigned int print, unsigned int all))                 \
    F(Retcode, SCIPaddSolFree, (Scip *, Solution **, Truth *stored))                               \
    F(Retcode, SCIPfreeSol, (Scip *, Solution **))                                                 \
    F(Retcode, SCIPsolve, (Scip *))                                                                \
    F(Retcode, SCIPinterruptSolve, (Scip *))                                                       \
    F(int, SCIPgetStatus, (Scip *))                                                                \
    F(int, SCIPgetNSols, (Scip *))                                                                 \
    F(Solution *, SCIPgetBestSol, (Scip *))                                                        \
    F(Retcode, SCIPgetSolVals, (Scip *, Solution *, int count, Variable **, double *values))       \
    F(double, SCIPgetPrimalbound, (Scip *))                                                        \
    F(double, SCIPgetDualbound, (Scip *))                                                          \
    F(long long, SCIPgetNTotalNodes, (Scip *))                                                     \
    F(long long, SCIPgetMemUsed, (Scip *))                                                         \
    F(double, SCIPinfinity, (Scip *))                                                              \
    F(Retcode, SCIPgenerateIIS, (Scip *))                                                          \
    F(Subsystem *, SCIPgetIIS, (Scip *))                                                           \
    F(Scip *, SCIPiisGetSubscip, (Subsystem *))                                                    \
    F(Truth, SCIPiisIsSubscipInfeasible, (Subsystem *))                                            \
    F(int, SCIPgetNOrigConss, (Scip *))                                                            \
    F(Constraint **, SCIPgetOrigConss, (Scip *))                                                   \
    F(const char *, SCIPconsGetName, (Constraint *))

FUNCTIONS(POINTER)

int find_search(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

/* Nodes below 0, or seconds and megabytes of infinity, are no limit. */
JNIEXPORT void CALLS(limitMixed)(JNIEnv *env, jclass type, jlong handle, jlong nodes,
                                 jdouble seconds, jdouble gap, jdouble megabytes) {
    (void)type;
    Scip *scip = MIXED(handle)->scip;
    double infinity = SCIPinfinity(scip);
    if (!OKAY(SCIPsetLongintParam, scip, "limits/totalnodes", nodes)
        || !OKAY(SCIPsetRealParam, scip, "limits/time", seconds < infinity ? seconds : infinity)
        || !OKAY(SCIPsetRealParam, scip, "limits/gap", gap)) {
        return;
    }
    if (megabytes < infinity) {
        OKAY(SCIPsetRealParam, scip, "limits/memory", megabytes);
    }
}

/* No cuts are looked for below the root. */
JNIEXPORT void CALLS(cutAtRootOnlyMixed)(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    OKAY(SCIPsetIntParam, MIXED(handle)->scip, "separating/maxrounds", 0);
}

/* Adds a solution if it is feasible; SCIP checks bounds and whole numbers again when it solves. The
 * answers have room for an int, should a truth value be one. */
static int start(JNIEnv *env, Mixed *mixed, double *values) {
    Solution *solution = NULL;
    unsigned int feasible = 0;
    unsigned int stored = 0;
    if (!OKAY(SCIPcreateSol, mixed->scip, &solution, NULL)) {
        return 0;
    }
    if (OKAY(SCIPsetSolVals, mixed->scip, solution, mixed->columns, mixed->variables, values)
        && OKAY(SCIPcheckSolOrig, mixed->scip, solution, (Truth *)&feasible, 0, 0) && feasible) {
        OKAY(SCIPaddSolFree, mixed->scip, &solution, (Truth *)&stored);
        return stored != 0;
    }
    SCIPfreeSol(mixed->scip, &solution);
    return 0;
}

/* Whether the solution is feasible, and so is taken. */
JNIEXPORT jboolean CALLS(startMixed)(JNIEnv *env, jclass type, jlong handle, jdoubleArray x) {
    (void)type;
    BORROW(arrays);
    double *values = doubles(&arrays, x);
    int taken = !arrays.failed && start(env, MIXED(handle), values);
    give_back(&arrays);
    return taken ? JNI_TRUE : JNI_FALSE;
}

static int status(Scip *scip) {
    switch (SCIPgetStatus(scip)) {
        case RESULT_OPTIMAL: return STATUS_OPTIMAL;
        case RESULT_INFEASIBLE: return STATUS_INFEASIBLE;
        case RESULT_UNBOUNDED: return STATUS_UNBOUNDED;
        case RESULT_INFEASIBLE_OR_UNBOUNDED: return STATUS_INFEASIBLE_OR_UNBOUNDED;
        case RESULT_NODE_LIMIT:
        case RESULT_TOTAL_NODE_LIMIT: return STATUS_NODE_LIMIT;
        case RESULT_TIME_LIMIT: return STATUS_TIME_LIMIT;
        case RESULT_GAP_LIMIT: return STATUS_GAP_LIMIT;
        case RESULT_MEMORY_LIMIT: return STATUS_MEMORY_LIMIT;
        case RESULT_USER_INTERRUPT: return STATUS_INTERRUPTED;
        default: return STATUS_UNDECIDED;
    }
}

static int solve(JNIEnv *env, Mixed *mixed, double *x, double *outcome) {
    Scip *scip = mixed->scip;
    if (!OKAY(SCIPsolve, scip)) {
        return STATUS_UNDECIDED;
    }
    outcome[1] = SCIPgetDualbound(scip);
    outcome[2] = (double)SCIPgetNTotalNodes(scip);
    outcome[4] = (double)SCIPgetMemUsed(scip);
    if (SCIPgetNSols(scip) > 0) {
        outcome[0] = SCIPgetPrimalbound(scip);
        outcome[3] = 1;
        if (!OKAY(SCIPgetSolVals, scip, SCIPgetBestSol(scip), mixed->columns, mixed->variables,
                  x)) {
            return STATUS_UNDECIDED;
        }
    }
    return status(scip);
}

/* Fills x and {objective, bound, nodes, whether there is an x, bytes}; returns the status. */
JNIEXPORT jint CALLS(solveMixed)(JNIEnv *env, jclass type, jlong handle, jdoubleArray x,
                                 jdoubleArray outcome) {
    (void)type;
    BORROW(arrays);
    double *values = doubles_out(&arrays, x);
    double *results = doubles_out(&arrays, outcome);
    int result = arrays.failed ? STATUS_UNDECIDED : solve(env, MIXED(handle), values, results);
    give_back(&arrays);
    return result;
}

/* Safe from another thread while solveMixed runs. */
JNIEXPORT void CALLS(interruptMixed)(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    OKAY(SCIPinterruptSolve, MIXED(handle)->scip);
}

/* After a solve that ended infeasible: marks with 1 the rows of a set that already is. False when
 * none was found. Bounds and whole numbers stay as they are. */
JNIEXPORT jboolean CALLS(conflictMixed)(JNIEnv *env, jclass type, jlong handle, jdouble seconds,
                                        jintArray marks) {
    (void)type;
    Mixed *mixed = MIXED(handle);
    Scip *scip = mixed->scip;
    if (!OKAY(SCIPsetBoolParam, scip, "iis/silent", 1)
        || !OKAY(SCIPsetBoolParam, scip, "iis/irreducible", 1)
        || !OKAY(SCIPsetBoolParam, scip, "iis/removebounds", 0)
        || !OKAY(SCIPsetRealParam, scip, "iis/time",
                 seconds < SCIPinfinity(scip) ? seconds : SCIPinfinity(scip))
        || !OKAY(SCIPgenerateIIS, scip)) {
        return JNI_FALSE;
    }
    Subsystem *subsystem = SCIPgetIIS(scip);
    if (subsystem == NULL || !SCIPiisIsSubscipInfeasible(subsystem)) {
        return JNI_FALSE;
    }
    Scip *part = SCIPiisGetSubscip(subsystem);
    int count = SCIPgetNOrigConss(part);
    Constraint **constraints = SCIPgetOrigConss(part);
    BORROW(arrays);
    jint *rows = ints_out(&arrays, marks);
    for (int i = 0; !arrays.failed && i < count; i++) {
        int row = atoi(SCIPconsGetName(constraints[i]));
        if (row >= 0 && row < mixed->rows) {
            rows[row] = 1;
        }
    }
    give_back(&arrays);
    return arrays.failed ? JNI_FALSE : JNI_TRUE;
}
