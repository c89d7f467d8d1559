/* What both parts of the bridge share: checked calls, and arrays that cross in bulk. */
#ifndef QUARTERMASTER_SCIP_CALLS_H
#define QUARTERMASTER_SCIP_CALLS_H

#include <jni.h>

#define CALLS(name) JNICALL Java_io_quartermaster_engines_scipjni_ScipCalls_##name

typedef int Retcode;

enum { RETCODE_OKAY = 1 };

/* Raises an IllegalStateException; the format takes a call, why, and a code. */
void fail(JNIEnv *env, const char *format, const char *call, const char *why, int code);

/* True when a call succeeded; else an exception that names it is pending. */
int okay(JNIEnv *env, const char *call, Retcode code);

#define OKAY(call, ...) okay(env, #call, call(__VA_ARGS__))

double *doubles(JNIEnv *env, jdoubleArray array);
void release(JNIEnv *env, jdoubleArray array, double *values, jint mode);
jint *ints(JNIEnv *env, jintArray array);
void release_ints(JNIEnv *env, jintArray array, jint *values);

/* Declares and finds functions of libscip by name. */
#define POINTER(type, name, arguments) static type(*name) arguments;
#define FIND(result, function, arguments)                                              \
    *(void **)&function = dlsym(library, #function);                                   \
    if (function == NULL) {                                                            \
        fail(env, "%s is not in the library (%s, %d).", #function, "dlsym", 0);        \
        return 0;                                                                      \
    }

/* Finds the functions of scip_mip.c; false with an exception pending when one is missing. */
int find_mip(JNIEnv *env, void *library);

#endif
