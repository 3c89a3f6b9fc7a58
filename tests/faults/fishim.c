// LD_PRELOAD shim for tests: makes every sync of a file whose path contains FI_MATCH slower by FI_SYNC_MS milliseconds.
// A fast disk hides what a laptop's slow one would do to the key press; this brings the slow disk into the test.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void wait_if_matched(int fd) {
    const char *match = getenv("FI_MATCH");
    const char *delay = getenv("FI_SYNC_MS");
    char link[64], path[PATH_MAX];
    if (match == NULL || delay == NULL) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    if (strstr(path, match) == NULL) return;
    long ms = atol(delay);
    struct timespec pause = {ms / 1000, (ms % 1000) * 1000000};
    nanosleep(&pause, NULL);
}

int fsync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_if_matched(fd);
    return real(fd);
}

int fdatasync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_if_matched(fd);
    return real(fd);
}
