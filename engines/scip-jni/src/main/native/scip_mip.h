/* A mixed integer programme that is open in a SCIP of its own. */
#ifndef QUARTERMASTER_SCIP_MIP_H
#define QUARTERMASTER_SCIP_MIP_H

#include "scip_calls.h"

typedef struct Scip Scip;
typedef struct Variable Variable;
typedef struct Constraint Constraint;
typedef struct Solution Solution;

typedef struct {
    Scip *scip;
    int columns;
    int rows;
    Variable **variables;
} Mixed;

#define MIXED(handle) ((Mixed *)(size_t)(handle))

#endif
