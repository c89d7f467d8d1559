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
    if (kernel == 0) {
      select_rows(at<float>(a[0]), a[1], a[2], at<float>(a[3]), a[4], at<float>(a[5]),
                  at<float>(a[6]), at<float>(a[7]), at<int>(a[8]), at<int>(a[9]), at<Key>(a[10]),
                  a[11], a[12], at<Key>(a[13]));
    } else {
      merge_lists(at<Key>(a[0]), a[1], a[2], at<Key>(a[3]));
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
