/*
 * A thin bridge from Java to SCIP: its linear programming interface (SCIPlpi*) and its solver of
 * mixed integer programmes.
 *
 * It is written against no header of SCIP and linked against no library: the functions are declared
 * here, and found by name in the libscip that the process opens. Arrays cross in bulk. Every call
 * into SCIP is checked, and a failure names the call.
 *
 * Java: io.quartermaster.engines.scipjni.ScipCalls. Build: build.sh beside this file.
 */
#include "scip_calls.h"

#include <dlfcn.h>
#include <stdio.h>

#ifndef SOURCE_SHA256
#error "build.sh defines SOURCE_SHA256"
#endif

/* Read by a test, which fails when a source changed and the committed library did not. */
__attribute__((used)) const char quartermaster_source[] = "source-sha256=" SOURCE_SHA256;

#define FUNCTIONS(F)                                                                               \
    F(int, SCIPmajorVersion, (void))                                                               \
    F(int, SCIPminorVersion, (void))                                                               \
    F(int, SCIPtechVersion, (void))                                                                \
    F(void, SCIPmessageSetErrorPrinting, (void (*printing)(void *, FILE *, const char *), void *))

FUNCTIONS(POINTER)

static int find_version(JNIEnv *env, void *library) {
    FUNCTIONS(FIND)
    return 1;
}

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

static void *borrow(Arrays *arrays, jobject array, int whole, jint mode) {
    JNIEnv *env = arrays->env;
    void *elements = whole ? (void *)(*env)->GetIntArrayElements(env, array, NULL)
                           : (void *)(*env)->GetDoubleArrayElements(env, array, NULL);
    if (elements == NULL) {
        arrays->failed = 1;
        return NULL;
    }
    int at = arrays->count++;
    arrays->borrowed[at].array = array;
    arrays->borrowed[at].elements = elements;
    arrays->borrowed[at].whole = whole;
    arrays->borrowed[at].mode = mode;
    return elements;
}

double *doubles(Arrays *arrays, jdoubleArray array) {
    return arrays->failed ? NULL : borrow(arrays, array, 0, JNI_ABORT);
}

jint *ints(Arrays *arrays, jintArray array) {
    return arrays->failed ? NULL : borrow(arrays, array, 1, JNI_ABORT);
}

double *doubles_out(Arrays *arrays, jdoubleArray array) {
    return arrays->failed ? NULL : borrow(arrays, array, 0, 0);
}

jint *ints_out(Arrays *arrays, jintArray array) {
    return arrays->failed ? NULL : borrow(arrays, array, 1, 0);
}

void give_back(Arrays *arrays) {
    JNIEnv *env = arrays->env;
    for (int i = 0; i < arrays->count; i++) {
        jobject array = arrays->borrowed[i].array;
        void *elements = arrays->borrowed[i].elements;
        jint mode = arrays->borrowed[i].mode;
        if (arrays->borrowed[i].whole) {
            (*env)->ReleaseIntArrayElements(env, array, elements, mode);
        } else {
            (*env)->ReleaseDoubleArrayElements(env, array, elements, mode);
        }
    }
    arrays->count = 0;
}

/* Opens libscip, finds every function, and returns major * 10000 + minor * 100 + patch. The version
 * is read before the rest, so that another one is told as such. */
JNIEXPORT jint CALLS(open)(JNIEnv *env, jclass type, jstring path, jint major) {
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
    if (!find_version(env, library)) {
        return 0;
    }
    int version = SCIPmajorVersion() * 10000 + SCIPminorVersion() * 100 + SCIPtechVersion();
    if (SCIPmajorVersion() == major
        && (!find_solving(env, library) || !find_changing(env, library) || !find_mip(env, library)
            || !find_search(env, library))) {
        return 0;
    }
    SCIPmessageSetErrorPrinting(NULL, NULL);
    return version;
}
