// Runs a CUDA kernel on the CPU: a fiber for each thread of a block, one block after the other.
// A fiber runs until it waits at a barrier or a warp collective; who runs next is set by an order
// (forward, reverse or random), so that a missing barrier shows. Waits that cannot end, and lanes
// that meet at different collectives, abort with a message. Covers neither speed nor occupancy.
#pragma once
#include <ucontext.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#define __global__
#define __device__
#define __forceinline__ inline
#define __launch_bounds__(threads)
#define __align__(bytes) __attribute__((aligned(bytes)))
#define __shared__ static  // blocks run one at a time

struct Index {
  unsigned x, y, z;
};
struct alignas(16) float4 {
  float x, y, z, w;
};
static inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
static Index threadIdx, blockIdx, blockDim, gridDim;
using std::min;

namespace emulation {
enum Wait { RUNNING, BLOCK, WARP_SYNC, WARP_BALLOT, WARP_SHUFFLE, DONE };
struct Fiber {
  ucontext_t context;
  std::unique_ptr<char[]> stack{new char[1 << 16]};
  Wait wait = RUNNING;
  uint64_t slot[2] = {0, 0};
  int turn = 0;
};
static std::vector<Fiber> fibers;
static ucontext_t scheduler;
static int current;
static std::function<void()> body;
static std::mt19937 random_source;

[[noreturn]] static void fail(const char* why) {
  std::fprintf(stderr, "emulation: %s (thread %d of block %u, %u)\n", why, current, blockIdx.x,
               blockIdx.y);
  std::exit(3);
}
static void wait(Wait what) {
  fibers[current].wait = what;
  swapcontext(&fibers[current].context, &scheduler);
}
static void enter() {
  body();
  wait(DONE);
}
// Leaves a value for the warp, waits for all its lanes, and returns where they left theirs.
static int exchange(Wait what, unsigned mask, uint64_t value) {
  if (mask != 0xffffffffu) fail("only full masks are covered");
  Fiber& own = fibers[current];
  own.turn ^= 1;
  own.slot[own.turn] = value;
  wait(what);
  return own.turn;
}
static bool release(size_t from, size_t to, bool block) {
  Wait what = fibers[from].wait;
  bool is_block = what == BLOCK;
  if (what == RUNNING || what == DONE || is_block != block) return false;
  for (size_t i = from; i < to; i++) {
    if (fibers[i].wait != what) return false;
  }
  for (size_t i = from; i < to; i++) fibers[i].wait = RUNNING;
  return true;
}
static void order(std::vector<int>& places, const std::string& name) {
  for (size_t i = 0; i < places.size(); i++) places[i] = static_cast<int>(i);
  if (name == "reverse") std::reverse(places.begin(), places.end());
  if (name == "random") std::shuffle(places.begin(), places.end(), random_source);
}
static void run_block(const std::string& name) {
  size_t threads = fibers.size();
  for (auto& fiber : fibers) {
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.get();
    fiber.context.uc_stack.ss_size = 1 << 16;
    fiber.context.uc_link = nullptr;
    makecontext(&fiber.context, enter, 0);
    fiber.wait = RUNNING;
  }
  std::vector<int> places(threads);
  for (;;) {
    order(places, name);
    bool ran = false;
    for (int place : places) {
      if (fibers[place].wait != RUNNING) continue;
      ran = true;
      current = place;
      threadIdx = {static_cast<unsigned>(place), 0, 0};
      swapcontext(&scheduler, &fibers[place].context);
    }
    bool released = release(0, threads, true);
    for (size_t warp = 0; warp < threads; warp += 32) {
      released |= release(warp, std::min(threads, warp + 32), false);
    }
    if (!ran && !released) {
      for (auto& fiber : fibers) {
        if (fiber.wait != DONE) fail("threads wait at different places for ever");
      }
      return;
    }
  }
}
static void launch(int grid_x, int grid_y, int threads, std::function<void()> kernel) {
  const char* wanted = std::getenv("EMULATION_ORDER");
  std::string name = wanted == nullptr ? "forward" : wanted;
  fibers = std::vector<Fiber>(threads);
  body = kernel;
  blockDim = {static_cast<unsigned>(threads), 1, 1};
  gridDim = {static_cast<unsigned>(grid_x), static_cast<unsigned>(grid_y), 1};
  std::vector<int> places(static_cast<size_t>(grid_x) * grid_y);
  order(places, name);
  for (int place : places) {
    blockIdx = {static_cast<unsigned>(place % grid_x), static_cast<unsigned>(place / grid_x), 0};
    run_block(name);
  }
}
static uint64_t left_by(int lane, int turn) {
  return fibers[current / 32 * 32 + lane].slot[turn];
}
}  // namespace emulation

static inline void __syncthreads() { emulation::wait(emulation::BLOCK); }
static inline void __syncwarp() { emulation::exchange(emulation::WARP_SYNC, ~0u, 0); }
static inline unsigned __ballot_sync(unsigned mask, int predicate) {
  int turn = emulation::exchange(emulation::WARP_BALLOT, mask, predicate != 0);
  unsigned votes = 0;
  for (int lane = 0; lane < 32; lane++) votes |= emulation::left_by(lane, turn) << lane;
  return votes;
}
static inline unsigned long long __shfl_sync(unsigned mask, unsigned long long value, int lane) {
  return emulation::left_by(lane, emulation::exchange(emulation::WARP_SHUFFLE, mask, value));
}
static inline int __ffs(unsigned bits) { return __builtin_ffs(static_cast<int>(bits)); }
static inline float __fmul_rn(float left, float right) { return left * right; }
static inline float __fadd_rn(float left, float right) { return left + right; }
static inline unsigned __float_as_uint(float value) {
  unsigned bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}
