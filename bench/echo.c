/*
 * The fastest implementation that there could be: it answers every question with the same normal form, which it was
 * given as its first argument. The bench measures the harness against it, so that only the harness is measured.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM (1 << 20)

static char in[ROOM];
static char out[2 * ROOM];
static size_t written;

static void flush_out(void) {
  size_t done = 0;
  while (done < written) {
    ssize_t count = write(1, out + done, written - done);
    if (count <= 0) exit(1);
    done += (size_t)count;
  }
  written = 0;
}

static void say(const char *text, size_t length) {
  if (written + length > sizeof out) flush_out();
  memcpy(out + written, text, length);
  written += length;
}

static void answer(const char *line, const char *result, size_t length) {
  const char *id = strstr(line, "\"id\":") + 5;
  size_t digits = strspn(id, "0123456789");
  say("{\"jsonrpc\":\"2.0\",\"id\":", 22);
  say(id, digits);
  say(",\"result\":", 10);
  say(result, length);
  say("}\n", 2);
}

int main(int count, char **arguments) {
  static char accepted[ROOM / 2];
  static char hello[256];
  size_t held = 0;
  ssize_t got;
  if (count != 3) return 2;
  size_t length = (size_t)snprintf(accepted, sizeof accepted, "{\"accepted\":%s}", arguments[1]);
  snprintf(hello, sizeof hello,
           "{\"protocol\":1,\"implementation\":{\"name\":\"echo\",\"language\":\"C\"},\"inputs\":[\"json\"],\"window\":%s}",
           arguments[2]);
  while ((got = read(0, in + held, sizeof in - held - 1)) > 0) {
    char *line = in;
    char *end;
    held += (size_t)got;
    in[held] = 0;
    while ((end = memchr(line, '\n', held - (size_t)(line - in))) != NULL) {
      *end = 0;
      if (strstr(line, "\"id\":0,") != NULL) answer(line, hello, strlen(hello));
      else answer(line, accepted, length);
      line = end + 1;
    }
    held -= (size_t)(line - in);
    memmove(in, line, held);
    flush_out();
  }
  return 0;
}
