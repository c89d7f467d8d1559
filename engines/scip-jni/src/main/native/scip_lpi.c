/*
 * A thin bridge from Java to SCIP's linear programming interface (SCIPlpi*).
 *
 * It is written against no header of SCIP and linked against no library: the functions are declared
 * here, and found by name in the libscip that the process opens. Arrays cross in bulk. Every call
 * into SCIP is checked, and a failure names the call.
 *
 * Java: io.quartermaster.engines.scipjni.ScipCalls. Build: build.sh beside this file.
 */
#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>

#include "scip_calls.h"

#ifndef SOURCE_SHA256
#error "build.sh defines SOURCE_SHA256"
#endif

/* Read by a test, which fails when a source changed and the committed library did not. */
__attribute__((used)) const char quartermaster_source[] = "source-sha256=" SOURCE_SHA256;

/* What the calls below use of SCIP 10's interface. A truth value is read as one byte: it is 0 or 1
 * there whether the library returns an int or a bool. */
typedef struct Lpi Lpi;
typedef unsigned char Truth;

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
    F(int, SCIPmajorVersion, (void))                                                               \
    F(int, SCIPminorVersion, (void))                                                               \
    F(int, SCIPtechVersion, (void))                                                                \
    F(void, SCIPmessageSetErrorPrinting, (void (*printing)(void *, FILE *, const char *), void *)) \
    F(Retcode, SCIPlpiCreate, (Lpi **, void *messages, const char *name, int sense))               \
    F(Retcode, SCIPlpiFree, (Lpi **))                                                              \
    F(Retcode, SCIPlpiLoadColLP,                                                                   \
      (Lpi *, int sense, int columns, const double *objective, const double *lower,                \
       const double *upper, char **column_names, int rows, const double *left,                     \
       const double *right, char **row_names, int entries, const int *starts, const int *indexes,  \
       const double *values))                                                                      \
    F(Retcode, SCIPlpiSetIntpar, (Lpi *, int parameter, int value))                                \
    F(Retcode, SCIPlpiSetRealpar, (Lpi *, int parameter, double value))                            \
    F(Retcode, SCIPlpiSolveDual, (Lpi *))                                                          \
    F(Retcode, SCIPlpiSolvePrimal, (Lpi *))                                                        \
    F(Truth, SCIPlpiIsOptimal, (Lpi *))                                                            \
    F(Truth, SCIPlpiIsPrimalInfeasible, (Lpi *))                                                   \
    F(Truth, SCIPlpiIsPrimalUnbounded, (Lpi *))                                                    \
    F(Truth, SCIPlpiIsIterlimExc, (Lpi *))                                                         \
    F(Truth, SCIPlpiIsTimelimExc, (Lpi *))                                                         \
    F(Retcode, SCIPlpiGetSol,                                                                      \
      (Lpi *, double *objective, double *primal, double *dual, double *activity, double *reduced)) \
    F(Retcode, SCIPlpiGetIterations, (Lpi *, int *iterations))                                     \
    F(double, SCIPlpiInfinity, (Lpi *))

FUNCTIONS(POINTER)

void fail(JNIEnv *env, const char *format, const char *call, const char *why, int code) {
    char message[1024];
    snprintf(message, sizeof message, format, call, why, code);
    jclass type = (*env)->FindClass(env, "java/lang/IllegalStateException");
    if (type != NULL) {
        (*env)->ThrowNew(env, type, message);
    }
}

static const char *named(Retcode code) {
    static const char *const names[] = {
        "ERROR",          "NOMEMORY",     "READERROR",       "WRITEERROR",       "NOFILE",
        "FILECREATEERROR", "LPERROR",     "NOPROBLEM",       "INVALIDCALL",      "INVALIDDATA",
        "INVALIDRESULT",  "PLUGINNOTFOUND", "PARAMETERUNKNOWN", "PARAMETERWRONGTYPE",
        "PARAMETERWRONGVAL", "KEYALREADYEXISTING", "MAXDEPTHLEVEL", "BRANCHERROR",
        "NOTIMPLEMENTED"};
    int index = -code;
    return index >= 0 && index < (int)(sizeof names / sizeof names[0]) ? names[index] : "unknown";
}

int okay(JNIEnv *env, const char *call, Retcode code) {
    if (code == RETCODE_OKAY) {
        return 1;
    }
    fail(env, "%s failed with %s (%d).", call, named(code), code);
    return 0;
}

/* Opens libscip, finds every function, and returns major * 10000 + minor * 100 + patch. */
JNIEXPORT jint CALLS(open)(JNIEnv *env, jclass type, jstring path) {
    (void)type;
    const char *name = (*env)->GetStringUTFChars(env, path, NULL);
    if (name == NULL) {
        return 0;
    }
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    (*env)->ReleaseStringUTFChars(env, path, name);
    if (library == NULL) {
        const char *why = dlerror();
        fail(env, "%s failed: %s (%d).", "dlopen", why == NULL ? "unknown" : why, 0);
        return 0;
    }
    FUNCTIONS(FIND)
    if (!find_mip(env, library)) {
        return 0;
    }
    SCIPmessageSetErrorPrinting(NULL, NULL);
    return SCIPmajorVersion() * 10000 + SCIPminorVersion() * 100 + SCIPtechVersion();
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
    Lpi *lpi = (Lpi *)(size_t)handle;
    OKAY(SCIPlpiFree, &lpi);
}

JNIEXPORT jdouble CALLS(infinity)(JNIEnv *env, jclass type, jlong handle) {
    (void)env;
    (void)type;
    return SCIPlpiInfinity((Lpi *)(size_t)handle);
}

double *doubles(JNIEnv *env, jdoubleArray array) {
    return (*env)->GetDoubleArrayElements(env, array, NULL);
}

void release(JNIEnv *env, jdoubleArray array, double *values, jint mode) {
    if (values != NULL) {
        (*env)->ReleaseDoubleArrayElements(env, array, values, mode);
    }
}

jint *ints(JNIEnv *env, jintArray array) {
    return (*env)->GetIntArrayElements(env, array, NULL);
}

void release_ints(JNIEnv *env, jintArray array, jint *values) {
    if (values != NULL) {
        (*env)->ReleaseIntArrayElements(env, array, values, JNI_ABORT);
    }
}

/* Columns in compressed sparse form; rows from left to right hand side. Replaces what was loaded. */
JNIEXPORT void CALLS(load)(JNIEnv *env, jclass type, jlong handle, jdoubleArray objective,
                           jdoubleArray lower, jdoubleArray upper, jdoubleArray left,
                           jdoubleArray right, jintArray starts, jintArray indexes,
                           jdoubleArray values) {
    (void)type;
    double *c = doubles(env, objective);
    double *l = doubles(env, lower);
    double *u = doubles(env, upper);
    double *from = doubles(env, left);
    double *to = doubles(env, right);
    double *entries = doubles(env, values);
    jint *begins = ints(env, starts);
    jint *rows = ints(env, indexes);
    if (c != NULL && l != NULL && u != NULL && from != NULL && to != NULL && entries != NULL
        && begins != NULL && rows != NULL) {
        OKAY(SCIPlpiLoadColLP, (Lpi *)(size_t)handle, SENSE_MINIMISE,
             (*env)->GetArrayLength(env, objective), c, l, u, NULL,
             (*env)->GetArrayLength(env, left), from, to, NULL,
             (*env)->GetArrayLength(env, values), begins, rows, entries);
    }
    release(env, objective, c, JNI_ABORT);
    release(env, lower, l, JNI_ABORT);
    release(env, upper, u, JNI_ABORT);
    release(env, left, from, JNI_ABORT);
    release(env, right, to, JNI_ABORT);
    release(env, values, entries, JNI_ABORT);
    release_ints(env, starts, begins);
    release_ints(env, indexes, rows);
}

/* Dual simplex from the basis that is there, or primal simplex from scratch. SCIP's infinity of
 * seconds is no limit. */
JNIEXPORT jint CALLS(solve)(JNIEnv *env, jclass type, jlong handle, jint iterations,
                            jdouble seconds, jboolean primal) {
    (void)type;
    Lpi *lpi = (Lpi *)(size_t)handle;
    if (!OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_ITERATIONS, iterations)
        || !OKAY(SCIPlpiSetRealpar, lpi, PARAMETER_SECONDS, seconds)
        || !OKAY(SCIPlpiSetIntpar, lpi, PARAMETER_FROM_SCRATCH, primal ? 1 : 0)) {
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
    OKAY(SCIPlpiGetIterations, (Lpi *)(size_t)handle, &iterations);
    return iterations;
}

/* Fills the arrays and returns the objective. */
JNIEXPORT jdouble CALLS(solution)(JNIEnv *env, jclass type, jlong handle, jdoubleArray primal,
                                  jdoubleArray dual, jdoubleArray reduced) {
    (void)type;
    double objective = 0;
    double *x = doubles(env, primal);
    double *y = doubles(env, dual);
    double *r = doubles(env, reduced);
    if (x != NULL && y != NULL && r != NULL) {
        OKAY(SCIPlpiGetSol, (Lpi *)(size_t)handle, &objective, x, y, NULL, r);
    }
    release(env, primal, x, 0);
    release(env, dual, y, 0);
    release(env, reduced, r, 0);
    return objective;
}
