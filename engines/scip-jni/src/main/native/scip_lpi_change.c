/*
 * How a linear programme is loaded, grows and changes, in bulk. The basis stays where SCIP's LP
 * interface keeps it: after columns or rows were added, and after costs, bounds or sides changed.
 */
#include <dlfcn.h>

#include "scip_calls.h"

enum { SENSE_MINIMISE = 1 };

#define FUNCTIONS(F)                                                                               \
    F(Retcode, SCIPlpiLoadColLP,                                                                   \
      (Lpi *, int sense, int columns, const double *objective, const double *lower,                \
       const double *upper, char **column_names, int rows, const double *left,                     \
       const double *right, char **row_names, int entries, const int *starts, const int *indexes,  \
       const double *values))                                                                      \
    F(Retcode, SCIPlpiAddCols,                                                                     \
      (Lpi *, int columns, const double *objective, const double *lower, const double *upper,      \
       char **names, int entries, const int *starts, const int *indexes, const double *values))    \
    F(Retcode, SCIPlpiAddRows,                                                                     \
      (Lpi *, int rows, const double *left, const double *right, char **names, int entries,        \
       const int *starts, const int *indexes, const double *values))                               \
    F(Retcode, SCIPlpiDelColset, (Lpi *, int *removed))                                            \
    F(Retcode, SCIPlpiChgObj, (Lpi *, int count, const int *columns, const double *objective))     \
    F(Retcode, SCIPlpiChgBounds,                                                                   \
      (Lpi *, int count, const int *columns, const double *lower, const double *upper))            \
    F(Retcode, SCIPlpiChgSides,                                                                    \
      (Lpi *, int count, const int *rows, const double *left, const double *right))

FUNCTIONS(POINTER)

int find_changing(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

/* Columns in compressed sparse form; rows from left to right hand side. Replaces what was loaded. */
JNIEXPORT void CALLS(load)(JNIEnv *env, jclass type, jlong handle, jdoubleArray objective,
                           jdoubleArray lower, jdoubleArray upper, jdoubleArray left,
                           jdoubleArray right, jintArray starts, jintArray indexes,
                           jdoubleArray values) {
    (void)type;
    BORROW(arrays);
    double *c = doubles(&arrays, objective);
    double *l = doubles(&arrays, lower);
    double *u = doubles(&arrays, upper);
    double *from = doubles(&arrays, left);
    double *to = doubles(&arrays, right);
    double *entries = doubles(&arrays, values);
    jint *begins = ints(&arrays, starts);
    jint *rows = ints(&arrays, indexes);
    if (!arrays.failed) {
        OKAY(SCIPlpiLoadColLP, LPI(handle), SENSE_MINIMISE, (*env)->GetArrayLength(env, objective),
             c, l, u, NULL, (*env)->GetArrayLength(env, left), from, to, NULL,
             (*env)->GetArrayLength(env, values), begins, rows, entries);
    }
    give_back(&arrays);
}

JNIEXPORT void CALLS(addColumns)(JNIEnv *env, jclass type, jlong handle, jdoubleArray objective,
                                 jdoubleArray lower, jdoubleArray upper, jintArray starts,
                                 jintArray indexes, jdoubleArray values) {
    (void)type;
    BORROW(arrays);
    double *c = doubles(&arrays, objective);
    double *l = doubles(&arrays, lower);
    double *u = doubles(&arrays, upper);
    double *entries = doubles(&arrays, values);
    jint *begins = ints(&arrays, starts);
    jint *rows = ints(&arrays, indexes);
    if (!arrays.failed) {
        OKAY(SCIPlpiAddCols, LPI(handle), (*env)->GetArrayLength(env, objective), c, l, u, NULL,
             (*env)->GetArrayLength(env, values), begins, rows, entries);
    }
    give_back(&arrays);
}

JNIEXPORT void CALLS(addRows)(JNIEnv *env, jclass type, jlong handle, jdoubleArray left,
                              jdoubleArray right, jintArray starts, jintArray indexes,
                              jdoubleArray values) {
    (void)type;
    BORROW(arrays);
    double *from = doubles(&arrays, left);
    double *to = doubles(&arrays, right);
    double *entries = doubles(&arrays, values);
    jint *begins = ints(&arrays, starts);
    jint *columns = ints(&arrays, indexes);
    if (!arrays.failed) {
        OKAY(SCIPlpiAddRows, LPI(handle), (*env)->GetArrayLength(env, left), from, to, NULL,
             (*env)->GetArrayLength(env, values), begins, columns, entries);
    }
    give_back(&arrays);
}

/* Takes 1 for each column to be removed; the others move up. */
JNIEXPORT void CALLS(removeColumns)(JNIEnv *env, jclass type, jlong handle, jintArray removed) {
    (void)type;
    BORROW(arrays);
    jint *marks = ints(&arrays, removed);
    if (!arrays.failed) {
        OKAY(SCIPlpiDelColset, LPI(handle), marks);
    }
    give_back(&arrays);
}

JNIEXPORT void CALLS(changeCosts)(JNIEnv *env, jclass type, jlong handle, jintArray columns,
                                  jdoubleArray objective) {
    (void)type;
    BORROW(arrays);
    jint *which = ints(&arrays, columns);
    double *c = doubles(&arrays, objective);
    if (!arrays.failed) {
        OKAY(SCIPlpiChgObj, LPI(handle), (*env)->GetArrayLength(env, columns), which, c);
    }
    give_back(&arrays);
}

JNIEXPORT void CALLS(changeBounds)(JNIEnv *env, jclass type, jlong handle, jintArray columns,
                                   jdoubleArray lower, jdoubleArray upper) {
    (void)type;
    BORROW(arrays);
    jint *which = ints(&arrays, columns);
    double *l = doubles(&arrays, lower);
    double *u = doubles(&arrays, upper);
    if (!arrays.failed) {
        OKAY(SCIPlpiChgBounds, LPI(handle), (*env)->GetArrayLength(env, columns), which, l, u);
    }
    give_back(&arrays);
}

JNIEXPORT void CALLS(changeSides)(JNIEnv *env, jclass type, jlong handle, jintArray rows,
                                  jdoubleArray left, jdoubleArray right) {
    (void)type;
    BORROW(arrays);
    jint *which = ints(&arrays, rows);
    double *from = doubles(&arrays, left);
    double *to = doubles(&arrays, right);
    if (!arrays.failed) {
        OKAY(SCIPlpiChgSides, LPI(handle), (*env)->GetArrayLength(env, rows), which, from, to);
    }
    give_back(&arrays);
}
