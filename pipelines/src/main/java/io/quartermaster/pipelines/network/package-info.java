/**
 * Files of the network: reads places, customers, orders, arcs and stops, and writes who serves
 * whom. Receives paths; hands on problems of the domain's network and their answers as text.
 */
package io.quartermaster.pipelines.network;
