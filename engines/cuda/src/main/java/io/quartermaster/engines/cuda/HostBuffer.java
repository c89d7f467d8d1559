package io.quartermaster.engines.cuda;

import java.nio.ByteBuffer;

/**
 * Memory of the host that a device copies from and to while the host goes on.
 *
 * @param handle its device's name for it
 * @param bytes the memory, in the order of bytes of the machine
 */
record HostBuffer(long handle, ByteBuffer bytes) {}
