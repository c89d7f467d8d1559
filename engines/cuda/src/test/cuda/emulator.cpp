// A device in a process: obeys commands on stdin, answers on stdout, all little-endian.
//   A bytes -> address | F address | W address count bytes | R address count -> bytes
//   L kernel grid_x grid_y threads count arguments -> 0
// Every number has 64 bits. At the end of input it fails if an allocation was not freed.
#include "cuda_emulation.h"
#include "similarity.cu"

#include <map>

static int64_t number() {
  int64_t value;
  if (std::fread(&value, sizeof value, 1, stdin) != 1) std::exit(4);
  return value;
}
static void answer(const void* bytes, size_t count) {
  std::fwrite(bytes, 1, count, stdout);
  std::fflush(stdout);
}
template <typename T>
static T* at(int64_t address) {
  return reinterpret_cast<T*>(address);
}

static void launch() {
  int64_t kernel = number(), x = number(), y = number(), threads = number(), count = number();
  std::vector<int64_t> a(count);
  for (auto& argument : a) argument = number();
  emulation::launch(x, y, threads, [&] {
    switch (kernel) {
      case 0:
        return select_rows(at<float>(a[0]), a[1], a[2], a[3], at<float>(a[4]), a[5],
                           at<float>(a[6]), at<float>(a[7]), at<float>(a[8]), at<int>(a[9]),
                           at<int>(a[10]), at<Key>(a[11]), a[12], a[13], at<Key>(a[14]));
      case 1:
        return merge_lists(at<Key>(a[0]), a[1], a[2], a[3], a[4], at<Key>(a[5]), at<Key>(a[6]));
      case 2:
        return put_rows(at<float>(a[0]), at<float>(a[1]), at<int>(a[2]), a[3], a[4], a[5],
                        at<float>(a[6]), at<float>(a[7]));
      case 3:
        return score_pairs(at<float>(a[0]), a[1], a[2], at<float>(a[3]), at<float>(a[4]),
                           at<float>(a[5]), at<int>(a[6]), at<int>(a[7]), a[8], at<float>(a[9]));
      case 4:
        return select_sparse_rows(at<int>(a[0]), at<int>(a[1]), at<float>(a[2]), a[3], a[4],
                                  at<int>(a[5]), at<int>(a[6]), at<float>(a[7]), at<float>(a[8]),
                                  at<float>(a[9]), at<float>(a[10]), at<int>(a[11]),
                                  at<int>(a[12]), at<Key>(a[13]), a[14], a[15], at<Key>(a[16]));
      default:
        emulation::fail("no such kernel");
    }
  });
  int64_t done = 0;
  answer(&done, sizeof done);
}

int main() {
  std::map<int64_t, std::unique_ptr<char[]>> memory;
  for (int command; (command = std::getchar()) != EOF;) {
    if (command == 'A') {
      char* block = new char[number()];
      int64_t address = reinterpret_cast<int64_t>(block);
      memory[address].reset(block);
      answer(&address, sizeof address);
    } else if (command == 'F') {
      if (memory.erase(number()) == 0) emulation::fail("freed what was not allocated");
    } else if (command == 'W') {
      char* to = at<char>(number());
      int64_t count = number();
      if (std::fread(to, 1, count, stdin) != static_cast<size_t>(count)) return 4;
    } else if (command == 'R') {
      char* from = at<char>(number());
      answer(from, number());
    } else if (command == 'L') {
      launch();
    } else {
      return 5;
    }
  }
  if (!memory.empty()) std::fprintf(stderr, "emulation: %zu allocations left\n", memory.size());
  return memory.empty() ? 0 : 6;
}
