/*
 * The fastest implementation that there could be: it echoes what it was told beforehand. Its first argument is a file
 * with one result per line; the question with the id n is answered with line n. The suite asks a fixed corpus in order,
 * so the bench can write down the right answers, normal forms and rejections, and this program needs to know nothing.
 * It costs next to nothing: what is measured against it is the harness.
 *
 * Its second argument is its window. It reads requests only as this suite writes them.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define IN_ROOM (1 << 20)
#define OUT_ROOM (1 << 16)

struct text {
  const char *at;
  size_t length;
};

static char in[IN_ROOM];
static char out[OUT_ROOM];
static size_t written;

static void write_all(const char *at, size_t length) {
  while (length > 0) {
    ssize_t count = write(1, at, length);
    if (count <= 0) exit(1);
    at += count;
    length -= (size_t)count;
  }
}

static void flush_out(void) {
  write_all(out, written);
  written = 0;
}

static void say(const char *at, size_t length) {
  if (written + length > sizeof out) flush_out();
  if (length > sizeof out) {
    write_all(at, length);
    return;
  }
  memcpy(out + written, at, length);
  written += length;
}

static void answer(const char *id, size_t digits, struct text result) {
  static const char head[] = "{\"jsonrpc\":\"2.0\",\"id\":";
  static const char middle[] = ",\"result\":";
  say(head, sizeof head - 1);
  say(id, digits);
  say(middle, sizeof middle - 1);
  say(result.at, result.length);
  say("}\n", 2);
}

/* The lines of a file; line 0 is `first`. */
static struct text *read_lines(const char *path, struct text first, size_t *count) {
  struct stat size;
  int file = open(path, O_RDONLY);
  if (file < 0 || fstat(file, &size) != 0) exit(2);
  const char *at = mmap(NULL, (size_t)size.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (at == MAP_FAILED) exit(2);
  const char *end = at + size.st_size;
  size_t room = 1 << 10;
  struct text *lines = malloc(room * sizeof *lines);
  lines[0] = first;
  *count = 1;
  for (const char *stop; at < end && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL; at = stop + 1) {
    if (*count == room) lines = realloc(lines, (room *= 2) * sizeof *lines);
    lines[(*count)++] = (struct text){at, (size_t)(stop - at)};
  }
  return lines;
}

int main(int count, char **arguments) {
  static char hello[256];
  static const size_t before_id = sizeof "{\"jsonrpc\":\"2.0\",\"id\":" - 1;
  size_t known, held = 0;
  ssize_t got;
  if (count != 3) return 2;
  int length = snprintf(hello, sizeof hello,
                        "{\"protocol\":1,\"implementation\":{\"name\":\"echo\",\"language\":\"C\"},"
                        "\"inputs\":[\"json\"],\"window\":%s}",
                        arguments[2]);
  struct text *results = read_lines(arguments[1], (struct text){hello, (size_t)length}, &known);
  while ((got = read(0, in + held, sizeof in - held)) > 0) {
    char *line = in;
    char *stop;
    held += (size_t)got;
    while ((stop = memchr(line, '\n', held - (size_t)(line - in))) != NULL) {
      char *digits;
      size_t id = strtoul(line + before_id, &digits, 10);
      struct text goodbye = {"null", 4};
      answer(line + before_id, (size_t)(digits - line) - before_id, id < known ? results[id] : goodbye);
      line = stop + 1;
    }
    held -= (size_t)(line - in);
    memmove(in, line, held);
    flush_out();
  }
  return 0;
}
