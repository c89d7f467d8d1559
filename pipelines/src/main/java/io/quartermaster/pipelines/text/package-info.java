/**
 * What customers write. Receives messages; hands on what they are about, how sure that is, and why
 * one cannot be judged.
 */
package io.quartermaster.pipelines.text;
