/**
 * Similarity on an NVIDIA GPU, through the CUDA driver. The kernel is {@code
 * src/main/cuda/similarity.cu}; its PTX is committed beside the resources and is built again only
 * where nvcc exists and the source has changed.
 *
 * <p>A {@code CudaSession} holds the device, two lanes on which batches travel, and the memory that
 * may be taken; {@code DeviceRows} and {@code DevicePostings} are matrices on the device; {@code
 * DeviceSearch} selects in either.
 *
 * <p>Nothing here is needed: where the probe finds no device the panel twin of the domain serves,
 * and where a device fails it answers in the kernel's place.
 */
package io.quartermaster.engines.cuda;
