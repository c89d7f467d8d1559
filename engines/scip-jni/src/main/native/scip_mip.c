/*
 * How a mixed integer programme comes into SCIP and leaves it: each has a SCIP of its own, into
 * which it is built in bulk. How it is solved: scip_search.c.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "scip_mip.h"

/* Types of variables of SCIP 10. */
enum { VARIABLE_BINARY = 0, VARIABLE_INTEGER = 1, VARIABLE_CONTINUOUS = 3 };
enum { CLOCK_WALL = 2 };

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
    F(Retcode, SCIPsetBoolParam, (Scip *, const char *name, unsigned int value))                   \
    F(Retcode, SCIPsetIntParam, (Scip *, const char *name, int value))                             \
    F(double, SCIPinfinity, (Scip *))

FUNCTIONS(POINTER)

int find_mip(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

/* The programme as it came: columns, and rows in compressed sparse form. */
typedef struct {
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

static int variable_type(jint whole, double lower, double upper) {
    if (!whole) {
        return VARIABLE_CONTINUOUS;
    }
    return lower >= 0 && upper <= 1 ? VARIABLE_BINARY : VARIABLE_INTEGER;
}

static int add_columns(JNIEnv *env, Mixed *mixed, const Programme *programme) {
    Scip *scip = mixed->scip;
    for (int i = 0; i < mixed->columns; i++) {
        double lower = programme->lower[i];
        double upper = programme->upper[i];
        int type = variable_type(programme->whole[i], lower, upper);
        if (!OKAY(SCIPcreateVarBasic, scip, &mixed->variables[i], "x", finite(scip, lower),
                  finite(scip, upper), programme->cost[i], type)
            || !OKAY(SCIPaddVar, scip, mixed->variables[i])) {
            return 0;
        }
    }
    return 1;
}

/* A row's name is its number, by which scip_conflict.c knows it again. */
static int add_row(JNIEnv *env, Mixed *mixed, const Programme *programme, int row,
                   Variable **scratch) {
    Scip *scip = mixed->scip;
    int from = programme->starts[row];
    int entries = programme->starts[row + 1] - from;
    for (int i = 0; i < entries; i++) {
        scratch[i] = mixed->variables[programme->indexes[from + i]];
    }
    char name[16];
    snprintf(name, sizeof name, "%d", row);
    Constraint *constraint = NULL;
    if (!OKAY(SCIPcreateConsBasicLinear, scip, &constraint, name, entries, scratch,
              programme->values + from, finite(scip, programme->left[row]),
              finite(scip, programme->right[row]))) {
        return 0;
    }
    int added = OKAY(SCIPaddCons, scip, constraint);
    return OKAY(SCIPreleaseCons, scip, &constraint) && added;
}

static int build(JNIEnv *env, Mixed *mixed, const Programme *programme) {
    Scip *scip = mixed->scip;
    if (!OKAY(SCIPincludeDefaultPlugins, scip)) {
        return 0;
    }
    SCIPsetMessagehdlrQuiet(scip, 1);
    if (!OKAY(SCIPcreateProbBasic, scip, "quartermaster")
        || !OKAY(SCIPsetBoolParam, scip, "misc/catchctrlc", 0)
        || !OKAY(SCIPsetIntParam, scip, "timing/clocktype", CLOCK_WALL)
        || !add_columns(env, mixed, programme)) {
        return 0;
    }
    Variable **scratch = calloc((size_t)mixed->columns + 1, sizeof *scratch);
    if (scratch == NULL) {
        fail(env, "%s failed: %s (%d).", "calloc", "out of memory", 0);
        return 0;
    }
    int built = 1;
    for (int row = 0; built && row < mixed->rows; row++) {
        built = add_row(env, mixed, programme, row, scratch);
    }
    free(scratch);
    return built;
}

static void free_mixed(Mixed *mixed) {
    for (int i = 0; i < mixed->columns; i++) {
        if (mixed->variables[i] != NULL) {
            SCIPreleaseVar(mixed->scip, &mixed->variables[i]);
        }
    }
    if (mixed->scip != NULL) {
        SCIPfree(&mixed->scip);
    }
    free(mixed->variables);
    free(mixed);
}

static Mixed *allocated(JNIEnv *env, int columns, int rows) {
    Mixed *mixed = calloc(1, sizeof *mixed);
    Variable **variables = calloc((size_t)columns + 1, sizeof *variables);
    if (mixed == NULL || variables == NULL) {
        free(mixed);
        free(variables);
        fail(env, "%s failed: %s (%d).", "calloc", "out of memory", 0);
        return NULL;
    }
    mixed->columns = columns;
    mixed->rows = rows;
    mixed->variables = variables;
    return mixed;
}

/* Builds a programme. A row has no more entries than there are columns; Java checks it. */
JNIEXPORT jlong CALLS(createMixed)(JNIEnv *env, jclass type, jdoubleArray cost, jdoubleArray lower,
                                   jdoubleArray upper, jintArray whole, jdoubleArray left,
                                   jdoubleArray right, jintArray starts, jintArray indexes,
                                   jdoubleArray values) {
    (void)type;
    Mixed *mixed =
        allocated(env, (*env)->GetArrayLength(env, cost), (*env)->GetArrayLength(env, left));
    if (mixed == NULL) {
        return 0;
    }
    BORROW(arrays);
    Programme programme = {doubles(&arrays, cost),  doubles(&arrays, lower), doubles(&arrays, upper),
                           ints(&arrays, whole),    doubles(&arrays, left),  doubles(&arrays, right),
                           ints(&arrays, starts),   ints(&arrays, indexes),
                           doubles(&arrays, values)};
    int built = !arrays.failed && OKAY(SCIPcreate, &mixed->scip) && build(env, mixed, &programme);
    give_back(&arrays);
    if (!built) {
        free_mixed(mixed);
        return 0;
    }
    return (jlong)(size_t)mixed;
}

JNIEXPORT void CALLS(freeMixed)(JNIEnv *env, jclass type, jlong handle) {
    (void)env;
    (void)type;
    free_mixed(MIXED(handle));
}
