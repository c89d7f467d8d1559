// Scores queries against a resident matrix and selects the best of each, in one pass: a score lives
// in a register until it is taken into a list or dropped, so the score matrix is never written.
//
// The matrix lies turned: number j of row i at matrix[j * rows + i]. Sums run over j in order by
// fused multiply-add, as in the scalar kernel on the CPU, so scores have the same bits.
//
// A row that competes is a key of 64 bits: its score, mapped to an integer of the same order, above
// the complement of its id. The larger key wins, which breaks ties by the lower id; 0 is no row.

typedef unsigned long long Key;

constexpr int QUERIES = 16;  // queries of a block, four to a warp
constexpr int ROWS = 128;    // rows of a tile, four to a lane
constexpr int DEPTH = 16;    // numbers of a vector that are held at a time
constexpr int THREADS = 128;
constexpr int LIST = 128;  // most rows that one pass selects; the host passes again for more
constexpr int WARP = 32;
constexpr unsigned ALL_LANES = 0xffffffffu;
constexpr Key EVERY_KEY = ~0ull;

static __device__ __forceinline__ Key key_of(float score, int row) {
  const unsigned bits = __float_as_uint(score + 0.0f);  // turns -0 into 0
  const unsigned ordered = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
  return static_cast<Key>(ordered) << 32 | ~static_cast<unsigned>(row);
}

static __device__ bool is_excluded(const int* excluded, int from, int to, int row) {
  while (from < to) {
    const int middle = from + (to - from) / 2;
    if (excluded[middle] == row) {
      return true;
    }
    if (excluded[middle] < row) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return false;
}

// Puts a key into its place in a falling list; the last key falls out. All lanes of a warp together.
static __device__ __forceinline__ void insert(Key* list, Key key, int lane) {
  Key kept[LIST / WARP];
  Key before[LIST / WARP];
#pragma unroll
  for (int part = 0; part < LIST / WARP; part++) {
    const int place = part * WARP + lane;
    kept[part] = list[place];
    before[part] = place == 0 ? EVERY_KEY : list[place - 1];
  }
  __syncwarp();
#pragma unroll
  for (int part = 0; part < LIST / WARP; part++) {
    if (kept[part] <= key) {
      list[part * WARP + lane] = before[part] > key ? key : before[part];
    }
  }
  __syncwarp();
}

// Offers one key of each lane to a list of which the first k places count; 0 offers nothing.
static __device__ __forceinline__ void offer(Key* list, Key key, int k, int lane) {
  unsigned hits = __ballot_sync(ALL_LANES, key > list[k - 1]);
  while (hits != 0) {
    const Key next = __shfl_sync(ALL_LANES, key, __ffs(hits) - 1);
    hits &= hits - 1;
    if (next > list[k - 1]) {
      insert(list, next, lane);
    }
  }
}

// Block (x, y) selects for queries 16 x to 16 x + 15 among the rows of split y. Writes the first k
// keys of query q to lists[(q * gridDim.y + y) * k]. Norms are null for the inner product. Query q
// adds additions[row] to
// the score of a row, where minus infinity leaves it out (null for nothing at all), leaves out
// excluded[starts[q]] to excluded[starts[q + 1] - 1], which ascend (starts is null for
// none at all), and takes only keys below below[q].
extern "C" __global__ void __launch_bounds__(THREADS)
    select_rows(const float* matrix, int rows, int depth, const float* queries, int query_count,
                const float* row_norms, const float* query_norms, const float* additions,
                const int* starts,
                const int* excluded, const Key* below, int k, int rows_of_split, Key* lists) {
  __shared__ __align__(16) float row_tile[DEPTH][ROWS];
  __shared__ __align__(16) float query_tile[DEPTH][QUERIES];
  __shared__ Key best[QUERIES][LIST];
  const int thread = threadIdx.x;
  const int lane = thread % WARP;
  const int own = thread / WARP * 4;  // first of this warp's queries in the block
  const int first_query = blockIdx.x * QUERIES;
  const int split_start = blockIdx.y * rows_of_split;
  const int split_end = min(rows, split_start + rows_of_split);

  for (int i = thread; i < QUERIES * LIST; i += THREADS) {
    best[i / LIST][i % LIST] = 0;
  }
  for (int tile = split_start; tile < split_end; tile += ROWS) {
    float sum[4][4] = {};
    for (int from = 0; from < depth; from += DEPTH) {
      __syncthreads();
      const int held = min(DEPTH, depth - from);
      for (int j = 0; j < held; j++) {
        const int row = tile + thread;
        row_tile[j][thread] =
            row < split_end ? matrix[static_cast<size_t>(from + j) * rows + row] : 0.0f;
      }
      for (int i = thread; i < QUERIES * DEPTH; i += THREADS) {
        const int query = first_query + i / DEPTH;
        const int j = i % DEPTH;
        query_tile[j][i / DEPTH] =
            query < query_count && j < held
                ? queries[static_cast<size_t>(query) * depth + from + j]
                : 0.0f;
      }
      __syncthreads();
      for (int j = 0; j < held; j++) {
        const float4 row = *reinterpret_cast<const float4*>(&row_tile[j][lane * 4]);
        const float4 query = *reinterpret_cast<const float4*>(&query_tile[j][own]);
        const float of_row[4] = {row.x, row.y, row.z, row.w};
        const float of_query[4] = {query.x, query.y, query.z, query.w};
#pragma unroll
        for (int q = 0; q < 4; q++) {
#pragma unroll
          for (int r = 0; r < 4; r++) {
            sum[q][r] = fmaf(of_query[q], of_row[r], sum[q][r]);
          }
        }
      }
    }
#pragma unroll
    for (int q = 0; q < 4; q++) {
      const int query = first_query + own + q;
      if (query < query_count) {
        const Key limit = below[query];
#pragma unroll
        for (int r = 0; r < 4; r++) {
          const int row = tile + lane * 4 + r;
          Key key = 0;
          if (row < split_end) {
            float score = sum[q][r];
            if (row_norms != nullptr) {
              score = __fmul_rn(__fmul_rn(score, row_norms[row]), query_norms[query]);
            }
            bool is_out = false;
            if (additions != nullptr) {
              is_out = additions[row] == -INFINITY;
              score = __fadd_rn(score, additions[row]);
            }
            key = key_of(score, row);
            if (is_out || key >= limit || key <= best[own + q][k - 1] ||
                (starts != nullptr &&
                 is_excluded(excluded, starts[query], starts[query + 1], row))) {
              key = 0;
            }
          }
          offer(best[own + q], key, k, lane);
        }
      }
    }
  }
  __syncthreads();
  for (int i = thread; i < QUERIES * k; i += THREADS) {
    const int query = first_query + i / k;
    if (query < query_count) {
      lists[(static_cast<size_t>(query) * gridDim.y + blockIdx.y) * k + i % k] = best[i / k][i % k];
    }
  }
}

// One warp per query joins the lists of its splits: best[q * k] gets the first k keys.
extern "C" __global__ void __launch_bounds__(WARP)
    merge_lists(const Key* lists, int splits, int k, Key* best) {
  __shared__ Key joined[LIST];
  const int lane = threadIdx.x;
  const size_t query = blockIdx.x;
  const int count = splits * k;
  for (int i = lane; i < LIST; i += WARP) {
    joined[i] = 0;
  }
  __syncwarp();
  for (int i = 0; i < count; i += WARP) {
    offer(joined, i + lane < count ? lists[query * count + i + lane] : 0, k, lane);
  }
  for (int i = lane; i < k; i += WARP) {
    best[query * k + i] = joined[i];
  }
}
