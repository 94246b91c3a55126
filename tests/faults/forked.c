// Loaded before a program, this starts it again and again without loading it again, and lets things
// fail in it.
//
// Each message on the descriptor FORKED asks for one run: the process forks before any constructor
// of the program has run, and the child goes on as the program, with the arguments and the
// environment of the message. A system call of it can fail, or be the last one; or an allocation
// can fail, alone or with all that follow. The answer says how the run ended, and how often it made
// which call. forked.py writes the messages.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_CALLS = 512, MOST_STRINGS = 128, ANY = -1, NONE = -2, KILL = -1 };

static struct {
  int call, number, onwards,
      fault;  // which system call, or ANY or NONE; its N-th; an errno, KILL, or 0: only count
  int allocation, all_later;  // which allocation fails, 0: none
  int argc;
  char strings[1 << 16];  // the folder, the arguments, the environment
} request;
static struct { int status, allocations, calls[MOST_CALLS]; } answer;
static char* strings[MOST_STRINGS + 1];
static atomic_int* allocations;  // of the run; the server reads them
static int running;

extern char** environ;
extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);

static int fails(void) {
  if (!running) return 0;  // what the loader allocates is not the program's
  const int number = ++*allocations;
  return request.allocation > 0 &&
         (number == request.allocation || (request.all_later && number > request.allocation));
}

static void* refuse(void) {
  errno = ENOMEM;
  return NULL;
}

void* malloc(size_t size) { return fails() ? refuse() : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return fails() ? refuse() : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return fails() ? refuse() : __libc_realloc(old, size); }

static void require(int holds, const char* what) {
  if (holds) return;
  const ssize_t said = write(2, what, strlen(what));
  _exit(said < 0 ? 126 : 125);
}

// One descriptor over a socket: sent where it is >= 0, received otherwise.
static int pass(int over, int descriptor) {
  char byte = 0, control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec part = {&byte, 1};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  if (descriptor < 0) {
    require(recvmsg(over, &message, 0) == 1 && CMSG_FIRSTHDR(&message) != NULL,
            "no descriptor was passed");
    memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
    return descriptor;
  }
  struct cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof descriptor);
  memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  require(sendmsg(over, &message, 0) == 1, "the descriptor can't be passed");
  return descriptor;
}

// From here on the server is asked before each call of that kind; both descriptors stay open.
static void ask_before(int call, int over) {
  struct sock_filter steps[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_sendmsg, 2, 0),  // by which the server learns of it
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, call == ANY ? 0 : 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
  require(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no new privileges");
  const int listener =
      (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
  require(listener >= 0, "no filter for system calls");
  pass(over, listener);
}

static void become(size_t size, int over) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  size_t count = 0;
  for (char* next = request.strings; next < (char*)&request + size; next += strlen(next) + 1) {
    if (count == (size_t)request.argc + 1) strings[count++] = NULL;  // ends the arguments
    require(count < MOST_STRINGS, "too many arguments");
    strings[count++] = next;
  }
  environ = strings + request.argc + 2;
  require(chdir(strings[0]) == 0, "no such folder");
  if (request.call != NONE) ask_before(request.call, over);
  *allocations = 0;
  running = 1;
}

static void supervise(pid_t child, int listener) {
  struct pollfd asked = {.fd = listener, .events = POLLIN};
  while (poll(&asked, 1, -1) == 1 && (asked.revents & POLLIN)) {
    struct seccomp_notif call = {0};
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0) continue;  // it is gone
    const int number = ++answer.calls[call.data.nr % MOST_CALLS];
    const int hit = number == request.number || (request.onwards && number > request.number);
    struct seccomp_notif_resp reply = {.id = call.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    if (hit && request.fault == KILL) {
      kill(child, SIGKILL);
      continue;
    }
    if (hit && request.fault > 0) {
      reply.error = -request.fault;
      reply.flags = 0;
    }
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
  }
  close(listener);
}

// Returns in the children only.
static void serve(int server) {
  allocations =
      mmap(NULL, sizeof *allocations, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (;;) {
    const ssize_t size = recv(server, &request, sizeof request, 0);
    if (size <= 0) _exit(0);
    memset(&answer, 0, sizeof answer);
    int over[2];
    require(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, over) == 0, "no sockets");
    const pid_t child = fork();
    if (child == 0) {
      close(server);
      become((size_t)size, over[1]);
      return;
    }
    close(over[1]);
    if (request.call != NONE) supervise(child, pass(over[0], -1));
    close(over[0]);
    waitpid(child, &answer.status, 0);
    answer.allocations = *allocations;
    if (send(server, &answer, sizeof answer, MSG_NOSIGNAL) < 0) _exit(1);
  }
}

__attribute__((constructor)) static void begin(void) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const char* server = getenv("FORKED");
  if (server != NULL) serve(atoi(server));
}

typedef int (*Main)(int, char**, char**);
typedef int (*Start)(Main, int, char**, void (*)(void), void (*)(void), void (*)(void), void*);

int __libc_start_main(Main main, int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*loader_fini)(void), void* stack_end) {
  const Start start = (Start)dlsym(RTLD_NEXT, "__libc_start_main");
  return start(main, running ? request.argc : argc, running ? strings + 1 : argv, init, fini,
               loader_fini, stack_end);
}
