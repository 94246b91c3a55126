// Loaded before a program: lets its N-th allocation fail (FAIL_AT=N), and with FAIL_ON=1 all after it. How many there
// were is written to the file COUNT_TO when the program ends.
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);

static atomic_long allocations;
static long fail_at;
static int fail_on;

static int fails(void) {
  const long number = ++allocations;
  return fail_at > 0 && (number == fail_at || (fail_on && number > fail_at));
}

static void* refuse(void) {
  errno = ENOMEM;
  return NULL;
}

void* malloc(size_t size) { return fails() ? refuse() : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return fails() ? refuse() : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return fails() ? refuse() : __libc_realloc(old, size); }

// What the loader and the libraries allocate before the program starts is not the program's.
__attribute__((constructor)) static void begin(void) {
  const char* at = getenv("FAIL_AT");
  fail_on = getenv("FAIL_ON") != NULL;
  allocations = 0;
  fail_at = at == NULL ? 0 : atol(at);
}

__attribute__((destructor)) static void end(void) {
  const char* path = getenv("COUNT_TO");
  if (path == NULL) return;
  const long counted = allocations;
  FILE* file = fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%ld", counted);
  fclose(file);
}
