/* What the parts of the bridge share: checked calls, and arrays that cross in bulk. */
#ifndef QUARTERMASTER_SCIP_CALLS_H
#define QUARTERMASTER_SCIP_CALLS_H

#include <jni.h>
#include <stddef.h>

#define CALLS(name) JNICALL Java_io_quartermaster_engines_scipjni_ScipCalls_##name

typedef int Retcode;

enum { RETCODE_OKAY = 1 };

/* SCIP's interface to its LP solver. */
typedef struct Lpi Lpi;

#define LPI(handle) ((Lpi *)(size_t)(handle))

/* A truth value is read as one byte: it is 0 or 1 there whether the library returns an int or a
 * bool. */
typedef unsigned char Truth;

/* Raises an IllegalStateException; the format takes a call, why, and a code. */
void fail(JNIEnv *env, const char *format, const char *call, const char *why, int code);

/* True when a call succeeded; else an exception that names it is pending. */
int okay(JNIEnv *env, const char *call, Retcode code);

#define OKAY(call, ...) okay(env, #call, call(__VA_ARGS__))

/* Arrays of Java, borrowed for the length of one call. */
enum { MOST_ARRAYS = 12 };

typedef struct {
    JNIEnv *env;
    int count;
    int failed;
    struct {
        jobject array;
        void *elements;
        int whole;
        jint mode;
    } borrowed[MOST_ARRAYS];
} Arrays;

/* Reading; what is written there is dropped. */
double *doubles(Arrays *arrays, jdoubleArray array);
jint *ints(Arrays *arrays, jintArray array);

/* Writing; what is written there reaches Java. */
double *doubles_out(Arrays *arrays, jdoubleArray array);
jint *ints_out(Arrays *arrays, jintArray array);

/* Gives every array back. */
void give_back(Arrays *arrays);

#define BORROW(arrays) Arrays arrays = {.env = env}

/* Declares and finds functions of libscip by name. */
#define POINTER(type, name, arguments) static type(*name) arguments;
#define FIND(result, function, arguments)                                              \
    *(void **)&function = dlsym(library, #function);                                   \
    if (function == NULL) {                                                            \
        fail(env, "%s is not in the library (%s, %d).", #function, "dlsym", 0);        \
        return 0;                                                                      \
    }

/* Each finds the functions of its file; false with an exception pending when one is missing. */
int find_solving(JNIEnv *env, void *library);
int find_changing(JNIEnv *env, void *library);
int find_mip(JNIEnv *env, void *library);
int find_search(JNIEnv *env, void *library);

#endif
