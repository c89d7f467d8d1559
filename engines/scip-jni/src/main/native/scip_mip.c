/*
 * SCIP's solver of mixed integer programmes, as one call: the programme comes in as arrays, is
 * solved in a SCIP of its own, which is freed before the call returns. See scip_lpi.c.
 */
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

#include "scip_calls.h"

typedef struct Scip Scip;
typedef struct Variable Variable;
typedef struct Constraint Constraint;
typedef struct Solution Solution;

/* Types of variables and results of SCIP 10. */
enum { VARIABLE_INTEGER = 1, VARIABLE_CONTINUOUS = 3 };
enum {
    RESULT_OPTIMAL = 1,
    RESULT_INFEASIBLE = 2,
    RESULT_UNBOUNDED = 3,
    RESULT_INFEASIBLE_OR_UNBOUNDED = 4,
    RESULT_NODE_LIMIT = 20,
    RESULT_TOTAL_NODE_LIMIT = 21
};

/* Ordinals of the Java enum IntegerProgrammeStatus. */
enum {
    STATUS_OPTIMAL,
    STATUS_INFEASIBLE,
    STATUS_UNBOUNDED,
    STATUS_INFEASIBLE_OR_UNBOUNDED,
    STATUS_NODE_LIMIT,
    STATUS_UNDECIDED
};

#define FUNCTIONS(F)                                                                               \
    F(Retcode, SCIPcreate, (Scip **))                                                              \
    F(Retcode, SCIPfree, (Scip **))                                                                \
    F(Retcode, SCIPincludeDefaultPlugins, (Scip *))                                                \
    F(void, SCIPsetMessagehdlrQuiet, (Scip *, unsigned int quiet))                                 \
    F(Retcode, SCIPcreateProbBasic, (Scip *, const char *name))                                    \
    F(Retcode, SCIPcreateVarBasic,                                                                 \
      (Scip *, Variable **, const char *name, double lower, double upper, double cost, int type))  \
    F(Retcode, SCIPaddVar, (Scip *, Variable *))                                                   \
    F(Retcode, SCIPreleaseVar, (Scip *, Variable **))                                              \
    F(Retcode, SCIPcreateConsBasicLinear,                                                          \
      (Scip *, Constraint **, const char *name, int entries, Variable **, double *values,          \
       double left, double right))                                                                 \
    F(Retcode, SCIPaddCons, (Scip *, Constraint *))                                                \
    F(Retcode, SCIPreleaseCons, (Scip *, Constraint **))                                           \
    F(Retcode, SCIPsetLongintParam, (Scip *, const char *name, long long value))                   \
    F(Retcode, SCIPsetBoolParam, (Scip *, const char *name, unsigned int value))                   \
    F(Retcode, SCIPsolve, (Scip *))                                                                \
    F(int, SCIPgetStatus, (Scip *))                                                                \
    F(int, SCIPgetNSols, (Scip *))                                                                 \
    F(Solution *, SCIPgetBestSol, (Scip *))                                                        \
    F(Retcode, SCIPgetSolVals, (Scip *, Solution *, int count, Variable **, double *values))       \
    F(double, SCIPgetPrimalbound, (Scip *))                                                        \
    F(double, SCIPgetDualbound, (Scip *))                                                          \
    F(long long, SCIPgetNTotalNodes, (Scip *))                                                     \
    F(double, SCIPinfinity, (Scip *))

FUNCTIONS(POINTER)

int find_mip(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

/* The programme as it came: columns, and rows in compressed sparse form. */
typedef struct {
    int columns;
    int rows;
    double *cost;
    double *lower;
    double *upper;
    jint *whole;
    double *left;
    double *right;
    jint *starts;
    jint *indexes;
    double *values;
} Programme;

static double finite(Scip *scip, double bound) {
    double infinity = SCIPinfinity(scip);
    return bound > infinity ? infinity : bound < -infinity ? -infinity : bound;
}

static int add_columns(JNIEnv *env, Scip *scip, const Programme *programme, Variable **variables) {
    for (int i = 0; i < programme->columns; i++) {
        int type = programme->whole[i] ? VARIABLE_INTEGER : VARIABLE_CONTINUOUS;
        if (!OKAY(SCIPcreateVarBasic, scip, &variables[i], "x", finite(scip, programme->lower[i]),
                  finite(scip, programme->upper[i]), programme->cost[i], type)
            || !OKAY(SCIPaddVar, scip, variables[i])) {
            return 0;
        }
    }
    return 1;
}

static int add_row(JNIEnv *env, Scip *scip, const Programme *programme, int row,
                   Variable **variables, Variable **scratch) {
    int from = programme->starts[row];
    int entries = programme->starts[row + 1] - from;
    for (int i = 0; i < entries; i++) {
        scratch[i] = variables[programme->indexes[from + i]];
    }
    Constraint *constraint = NULL;
    if (!OKAY(SCIPcreateConsBasicLinear, scip, &constraint, "r", entries, scratch,
              programme->values + from, finite(scip, programme->left[row]),
              finite(scip, programme->right[row]))) {
        return 0;
    }
    int added = OKAY(SCIPaddCons, scip, constraint);
    return OKAY(SCIPreleaseCons, scip, &constraint) && added;
}

static int status(Scip *scip) {
    switch (SCIPgetStatus(scip)) {
        case RESULT_OPTIMAL: return STATUS_OPTIMAL;
        case RESULT_INFEASIBLE: return STATUS_INFEASIBLE;
        case RESULT_UNBOUNDED: return STATUS_UNBOUNDED;
        case RESULT_INFEASIBLE_OR_UNBOUNDED: return STATUS_INFEASIBLE_OR_UNBOUNDED;
        case RESULT_NODE_LIMIT:
        case RESULT_TOTAL_NODE_LIMIT: return STATUS_NODE_LIMIT;
        default: return STATUS_UNDECIDED;
    }
}

/* Fills x and {objective, bound, nodes, whether there is an x}; returns the status. */
static int solve(JNIEnv *env, Scip *scip, const Programme *programme, Variable **variables,
                 Variable **scratch, jlong nodes, double *x, double *outcome) {
    SCIPsetMessagehdlrQuiet(scip, 1);
    if (!OKAY(SCIPcreateProbBasic, scip, "quartermaster")
        || !OKAY(SCIPsetBoolParam, scip, "misc/catchctrlc", 0)
        || !OKAY(SCIPsetLongintParam, scip, "limits/totalnodes", nodes)
        || !add_columns(env, scip, programme, variables)) {
        return STATUS_UNDECIDED;
    }
    for (int row = 0; row < programme->rows; row++) {
        if (!add_row(env, scip, programme, row, variables, scratch)) {
            return STATUS_UNDECIDED;
        }
    }
    if (!OKAY(SCIPsolve, scip)) {
        return STATUS_UNDECIDED;
    }
    outcome[1] = SCIPgetDualbound(scip);
    outcome[2] = (double)SCIPgetNTotalNodes(scip);
    if (SCIPgetNSols(scip) > 0) {
        outcome[0] = SCIPgetPrimalbound(scip);
        outcome[3] = 1;
        if (!OKAY(SCIPgetSolVals, scip, SCIPgetBestSol(scip), programme->columns, variables, x)) {
            return STATUS_UNDECIDED;
        }
    }
    return status(scip);
}

static int solve_and_free(JNIEnv *env, const Programme *programme, jlong nodes, double *x,
                          double *outcome) {
    size_t room = (size_t)programme->columns + 1;
    Variable **variables = calloc(room, sizeof *variables);
    Variable **scratch = calloc(room, sizeof *scratch);
    Scip *scip = NULL;
    int result = STATUS_UNDECIDED;
    if (variables == NULL || scratch == NULL) {
        fail(env, "%s failed: %s (%d).", "calloc", "out of memory", 0);
    } else if (OKAY(SCIPcreate, &scip)) {
        if (OKAY(SCIPincludeDefaultPlugins, scip)) {
            result = solve(env, scip, programme, variables, scratch, nodes, x, outcome);
        }
        for (int i = 0; i < programme->columns; i++) {
            if (variables[i] != NULL) {
                SCIPreleaseVar(scip, &variables[i]);
            }
        }
        SCIPfree(&scip);
    }
    free(variables);
    free(scratch);
    return result;
}

/* Solves one programme. A row has no more entries than there are columns; Java checks it. */
JNIEXPORT jint CALLS(solveMixed)(JNIEnv *env, jclass type, jdoubleArray cost, jdoubleArray lower,
                                 jdoubleArray upper, jintArray whole, jdoubleArray left,
                                 jdoubleArray right, jintArray starts, jintArray indexes,
                                 jdoubleArray values, jlong nodes, jdoubleArray x,
                                 jdoubleArray outcome) {
    (void)type;
    BORROW(arrays);
    Programme programme = {(*env)->GetArrayLength(env, cost),
                           (*env)->GetArrayLength(env, left),
                           doubles(&arrays, cost),
                           doubles(&arrays, lower),
                           doubles(&arrays, upper),
                           ints(&arrays, whole),
                           doubles(&arrays, left),
                           doubles(&arrays, right),
                           ints(&arrays, starts),
                           ints(&arrays, indexes),
                           doubles(&arrays, values)};
    double *primal = doubles_out(&arrays, x);
    double *results = doubles_out(&arrays, outcome);
    int result = STATUS_UNDECIDED;
    if (!arrays.failed) {
        result = solve_and_free(env, &programme, nodes, primal, results);
    }
    give_back(&arrays);
    return result;
}
