// Scores queries against a resident matrix and selects the best of each, in one pass: a score lives
// in a register until it is taken into a list or dropped, so the score matrix is never written.
//
// The matrix lies turned: number j of row i at matrix[j * stride + i]. Sums run over j in order by
// fused multiply-add, as in the scalar kernel on the CPU, so scores have the same bits.
//
// A row that competes is a key of 64 bits: its score, mapped to an integer of the same order, above
// the complement of its id. The larger key wins, which breaks ties by the lower id; 0 is no row.

typedef unsigned long long Key;

constexpr int WARP = 32;
constexpr int WARPS = 4;
constexpr int THREADS = WARPS * WARP;
constexpr int OWN = 8;                   // queries of a warp, and rows of a lane
constexpr int QUERIES = WARPS * OWN;     // queries of a block
constexpr int ROWS = WARP * OWN;         // rows of a tile
constexpr int DEPTH = 8;                 // numbers of a vector that are held at a time
constexpr int LIST = 128;                // most rows that one pass selects; the host passes again
constexpr int SPARSE_ROWS = 4096;        // rows of which a block of sparse_rows sums at a time
constexpr unsigned ALL_LANES = 0xffffffffu;
constexpr Key EVERY_KEY = ~0ull;

// What is wanted of each query of a launch. Adds additions[row] to the score of a row, where minus
// infinity leaves it out (null for nothing at all). Query q leaves out excluded[starts[q]] to
// excluded[starts[q + 1] - 1], which ascend (starts is null for none at all), and takes only keys
// below below[q].
struct Wanted {
  const float* row_norms;  // null for the inner product
  const float* query_norms;
  const float* additions;
  const int* starts;
  const int* excluded;
  const Key* below;
};

static __device__ __forceinline__ Key key_of(float score, int row) {
  const unsigned bits = __float_as_uint(score + 0.0f);  // turns -0 into 0
  const unsigned ordered = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
  return static_cast<Key>(ordered) << 32 | ~static_cast<unsigned>(row);
}

// First place from which a rising list is not below a value.
static __device__ __forceinline__ int first_not_below(const int* sorted, int from, int to,
                                                      int value) {
  while (from < to) {
    const int middle = from + (to - from) / 2;
    if (sorted[middle] < value) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

// Key of a row whose inner product with a query is known; 0 where it cannot get into a list.
static __device__ __forceinline__ Key competing(const Wanted& wanted, float product, int row,
                                                int query, Key worst) {
  float score = product;
  if (wanted.row_norms != nullptr) {
    score = __fmul_rn(__fmul_rn(score, wanted.row_norms[row]), wanted.query_norms[query]);
  }
  if (wanted.additions != nullptr) {
    const float addition = wanted.additions[row];
    if (addition == -INFINITY) {
      return 0;
    }
    score = __fadd_rn(score, addition);
  }
  const Key key = key_of(score, row);
  if (key <= worst || key >= wanted.below[query]) {
    return 0;
  }
  if (wanted.starts != nullptr) {
    const int end = wanted.starts[query + 1];
    const int at = first_not_below(wanted.excluded, wanted.starts[query], end, row);
    if (at < end && wanted.excluded[at] == row) {
      return 0;
    }
  }
  return key;
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

// Block (x, y) selects for queries 32 x to 32 x + 31 among the rows of split y. Writes the first k
// keys of query q to lists[(q * gridDim.y + y) * k]. The stride and the rows of a split are whole
// tiles, so that a tile is read without a look at its end.
extern "C" __global__ void __launch_bounds__(THREADS)
    select_rows(const float* matrix, int rows, int stride, int depth, const float* queries,
                int query_count, const float* row_norms, const float* query_norms,
                const float* additions, const int* starts, const int* excluded, const Key* below,
                int k, int rows_of_split, Key* lists) {
  __shared__ __align__(16) float row_tile[DEPTH][ROWS];
  __shared__ __align__(16) float query_tile[DEPTH][QUERIES];
  __shared__ __align__(16) float scores[WARPS][ROWS];
  __shared__ Key best[QUERIES][LIST];
  const Wanted wanted = {row_norms, query_norms, additions, starts, excluded, below};
  const int thread = threadIdx.x;
  const int lane = thread % WARP;
  const int warp = thread / WARP;
  const int own = warp * OWN;  // first of this warp's queries in the block
  const int first_query = blockIdx.x * QUERIES;
  const int split_start = blockIdx.y * rows_of_split;
  const int split_end = min(rows, split_start + rows_of_split);

  for (int i = thread; i < QUERIES * LIST; i += THREADS) {
    best[i / LIST][i % LIST] = 0;
  }
  for (int tile = split_start; tile < split_end; tile += ROWS) {
    float sum[OWN][OWN] = {};
    for (int from = 0; from < depth; from += DEPTH) {
      __syncthreads();
      const int held = min(DEPTH, depth - from);
      for (int i = thread; i < held * ROWS / 4; i += THREADS) {
        const int j = i / (ROWS / 4);
        const int row = i % (ROWS / 4) * 4;
        *reinterpret_cast<float4*>(&row_tile[j][row]) = *reinterpret_cast<const float4*>(
            &matrix[static_cast<size_t>(from + j) * stride + tile + row]);
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
        const float4 row0 = *reinterpret_cast<const float4*>(&row_tile[j][lane * 4]);
        const float4 row1 = *reinterpret_cast<const float4*>(&row_tile[j][ROWS / 2 + lane * 4]);
        const float4 query0 = *reinterpret_cast<const float4*>(&query_tile[j][own]);
        const float4 query1 = *reinterpret_cast<const float4*>(&query_tile[j][own + 4]);
        const float of_row[OWN] = {row0.x, row0.y, row0.z, row0.w, row1.x, row1.y, row1.z, row1.w};
        const float of_query[OWN] = {query0.x, query0.y, query0.z, query0.w,
                                     query1.x, query1.y, query1.z, query1.w};
#pragma unroll
        for (int q = 0; q < OWN; q++) {
#pragma unroll
          for (int r = 0; r < OWN; r++) {
            sum[q][r] = fmaf(of_query[q], of_row[r], sum[q][r]);
          }
        }
      }
    }
#pragma unroll
    for (int q = 0; q < OWN; q++) {
      __syncwarp();
      *reinterpret_cast<float4*>(&scores[warp][lane * 4]) =
          make_float4(sum[q][0], sum[q][1], sum[q][2], sum[q][3]);
      *reinterpret_cast<float4*>(&scores[warp][ROWS / 2 + lane * 4]) =
          make_float4(sum[q][4], sum[q][5], sum[q][6], sum[q][7]);
      __syncwarp();
      const int query = first_query + own + q;
      for (int i = lane; query < query_count && i < ROWS; i += WARP) {
        Key* list = best[own + q];
        const int row = tile + i;
        const Key key =
            row < split_end ? competing(wanted, scores[warp][i], row, query, list[k - 1]) : 0;
        offer(list, key, k, lane);
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

// One warp per query joins its lists: the first k keys go to best[q * stride + offset], and the last
// of them to below[q], under which the next pass looks on.
extern "C" __global__ void __launch_bounds__(WARP)
    merge_lists(const Key* lists, int splits, int k, int stride, int offset, Key* best,
                Key* below) {
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
    best[query * stride + offset + i] = joined[i];
  }
  if (lane == 0) {
    below[query] = joined[k - 1];
  }
}

// Puts rows into the matrix: rows[i * depth + j] is number j of the row whose place is ids[i]. Block
// (x, y) turns rows 32 x to 32 x + 31, numbers 32 y to 32 y + 31.
extern "C" __global__ void __launch_bounds__(THREADS)
    put_rows(const float* rows, const float* norms, const int* ids, int count, int depth,
             int stride, float* matrix, float* row_norms) {
  __shared__ float tile[WARP][WARP + 1];
  const int lane = threadIdx.x % WARP;
  const int warp = threadIdx.x / WARP;
  const int first_row = blockIdx.x * WARP;
  const int first_number = blockIdx.y * WARP;
  for (int i = warp; i < WARP; i += WARPS) {
    const int row = first_row + i;
    const int number = first_number + lane;
    tile[i][lane] =
        row < count && number < depth ? rows[static_cast<size_t>(row) * depth + number] : 0.0f;
  }
  __syncthreads();
  const int row = first_row + lane;
  for (int i = warp; i < WARP; i += WARPS) {
    const int number = first_number + i;
    if (row < count && number < depth) {
      matrix[static_cast<size_t>(number) * stride + ids[row]] = tile[lane][i];
    }
  }
  if (blockIdx.y == 0 && warp == 0 && row < count) {
    row_norms[ids[row]] = norms[row];
  }
}

// scores[p] is the score of query pair_queries[p] with row pair_rows[p]: a thread each.
extern "C" __global__ void __launch_bounds__(THREADS)
    score_pairs(const float* matrix, int stride, int depth, const float* queries,
                const float* row_norms, const float* query_norms, const int* pair_queries,
                const int* pair_rows, int count, float* scores) {
  const int pair = blockIdx.x * THREADS + threadIdx.x;
  if (pair < count) {
    const int query = pair_queries[pair];
    const int row = pair_rows[pair];
    float sum = 0.0f;
    for (int j = 0; j < depth; j++) {
      sum = fmaf(queries[static_cast<size_t>(query) * depth + j],
                 matrix[static_cast<size_t>(j) * stride + row], sum);
    }
    if (row_norms != nullptr) {
      sum = __fmul_rn(__fmul_rn(sum, row_norms[row]), query_norms[query]);
    }
    scores[pair] = sum + 0.0f;
  }
}

// Sparse rows, turned: the rows that have index j, rising, are rows[postings[j]] to
// rows[postings[j + 1] - 1], with their numbers there. Block (x, y) selects for query x among the
// rows of split y; its numbers are query_values[query_postings[x]] and so on. Indexes come one after
// the other and a row has each once, so no two threads add to a sum at a time, and sums run in
// order. Each warp keeps a list: warp w of split y writes its first k keys to
// lists[((x * gridDim.y + y) * 4 + w) * k].
extern "C" __global__ void __launch_bounds__(THREADS)
    select_sparse_rows(const int* postings, const int* rows, const float* values, int indexes,
                       int row_count, const int* query_postings, const int* query_indexes,
                       const float* query_values, const float* row_norms, const float* query_norms,
                       const float* additions, const int* starts, const int* excluded,
                       const Key* below, int k, int rows_of_split, Key* lists) {
  __shared__ float sums[SPARSE_ROWS];
  __shared__ Key best[WARPS][LIST];
  const Wanted wanted = {row_norms, query_norms, additions, starts, excluded, below};
  const int thread = threadIdx.x;
  const int lane = thread % WARP;
  const int warp = thread / WARP;
  const int query = blockIdx.x;
  const int split_start = blockIdx.y * rows_of_split;
  const int split_end = min(row_count, split_start + rows_of_split);

  for (int i = thread; i < WARPS * LIST; i += THREADS) {
    best[i / LIST][i % LIST] = 0;
  }
  for (int first = split_start; first < split_end; first += SPARSE_ROWS) {
    const int held = min(SPARSE_ROWS, split_end - first);
    for (int i = thread; i < held; i += THREADS) {
      sums[i] = 0.0f;
    }
    __syncthreads();
    for (int number = query_postings[query]; number < query_postings[query + 1]; number++) {
      const int index = query_indexes[number];
      if (index < indexes) {
        const float value = query_values[number];
        const int end = postings[index + 1];
        int at = first_not_below(rows, postings[index], end, first) + thread;
        for (; at < end && rows[at] < first + held; at += THREADS) {
          float* sum = &sums[rows[at] - first];
          *sum = fmaf(value, values[at], *sum);
        }
      }
      __syncthreads();
    }
    for (int i = warp * WARP; i < held; i += THREADS) {
      Key* list = best[warp];
      const int row = first + i + lane;
      const Key key =
          row < split_end ? competing(wanted, sums[i + lane], row, query, list[k - 1]) : 0;
      offer(list, key, k, lane);
    }
    __syncthreads();
  }
  for (int i = thread; i < WARPS * k; i += THREADS) {
    const size_t list = (static_cast<size_t>(query) * gridDim.y + blockIdx.y) * WARPS + i / k;
    lists[list * k + i % k] = best[i / k][i % k];
  }
}
