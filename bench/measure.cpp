// measure COMMAND…: runs it with its output thrown away, and prints what it took: microseconds by
// the clock, microseconds of user and system time, KiB at most, exit code. A small program of its
// own, since a child's memory is counted from its parent's on.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int, char** argv) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO}) dup2(nowhere, fd);
    execvp(argv[1], argv + 1);
    std::_Exit(127);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child) return 1;
  const std::chrono::duration<double, std::micro> wall = std::chrono::steady_clock::now() - start;
  const auto microseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  std::printf("%.0f %.0f %ld %d\n", wall.count(),
              microseconds(used.ru_utime) + microseconds(used.ru_stime), used.ru_maxrss,
              WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}
