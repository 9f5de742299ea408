/*
 * Stands between a process and its disk, for the storage tests: preload it and name a folder.
 *
 *   CAIRN_SHIM_DIR  the folder whose files "cairn.db*" and "cairn.acks" it watches
 *   CAIRN_SHIM_LOG  where it writes down, in order, what is done to them; syncs are written down, not done
 *   CAIRN_SHIM_KILL after how many operations on them the process is killed
 *   CAIRN_SHIM_FULL while this file exists, no watched file can grow: ENOSPC
 *
 * A record is: operation, file (a letter each), two bytes of nothing, length of the data (32 bits), offset (64 bits),
 * data; numbers as the machine writes them. Operations: O created, W written, T cut or stretched, S synced, U unlinked,
 * D folder synced. Files: d the database, w its WAL, a what was acknowledged, '/' the folder.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static char kind[FILES];
static int log_fd = -1;
static long kill_after = -1;
static const char *folder, *full;
static dev_t folder_dev;
static ino_t folder_ino;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);

__attribute__((constructor)) static void begin(void) {
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    folder = getenv("CAIRN_SHIM_DIR");
    full = getenv("CAIRN_SHIM_FULL");
    const char *log = getenv("CAIRN_SHIM_LOG");
    const char *point = getenv("CAIRN_SHIM_KILL");
    if (point != NULL) {
        kill_after = atol(point);
    }
    struct stat status;
    if (folder != NULL && stat(folder, &status) == 0) {
        folder_dev = status.st_dev;
        folder_ino = status.st_ino;
    }
    if (log != NULL) {
        log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

/* 0 for a file that does not matter, m for the memory that connections share, x for others of the database */
static char kind_of(const char *path) {
    size_t length = folder == NULL ? 0 : strlen(folder);
    if (length == 0 || path == NULL || strncmp(path, folder, length) != 0 || path[length] != '/') {
        return 0;
    }
    const char *name = path + length + 1;
    if (strcmp(name, "cairn.db") == 0) return 'd';
    if (strcmp(name, "cairn.db-wal") == 0) return 'w';
    if (strcmp(name, "cairn.db-shm") == 0) return 'm';
    if (strcmp(name, "cairn.acks") == 0) return 'a';
    if (strncmp(name, "cairn.db", strlen("cairn.db")) == 0) return 'x';
    return 0;
}

static void note(char operation, char file, uint64_t offset, const void *data, uint32_t length) {
    if (kill_after >= 0 && file != 'a' && kill_after-- == 0) kill(getpid(), SIGKILL);
    if (log_fd < 0 || file == 0 || file == 'm' || file == 'x') return;
    struct { char operation, file; uint16_t nothing; uint32_t length; uint64_t offset; } head =
        {operation, file, 0, length, offset};
    struct iovec parts[] = {{&head, sizeof head}, {(void *) data, length}};
    if (writev(log_fd, parts, length == 0 ? 1 : 2) != (ssize_t) (sizeof head + length)) abort();
}

static char known(int fd) { return fd >= 0 && fd < FILES ? kind[fd] : 0; }

static int no_space(int fd, off_t end) {
    struct stat status;
    if (full == NULL || known(fd) == 0 || known(fd) == 'a' || access(full, F_OK) != 0) return 0;
    return fstat(fd, &status) == 0 && end > status.st_size;
}

static int opened(const char *path, int flags, mode_t mode) {
    char file = kind_of(path);
    if (file == 0) return real_open(path, flags, mode);
    pthread_mutex_lock(&order);
    int created = (flags & O_CREAT) != 0 && access(path, F_OK) != 0;
    int fd = real_open(path, flags, mode);
    if (fd >= 0 && fd < FILES) {
        kind[fd] = file;
        if (created) note('O', file, 0, NULL, 0);
        if (flags & O_TRUNC) note('T', file, 0, NULL, 0);
    }
    int error = errno;
    pthread_mutex_unlock(&order);
    errno = error;
    return fd;
}

static mode_t mode_of(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return opened(path, flags | O_LARGEFILE, mode);
}

int close(int fd) {
    if (known(fd) != 0) kind[fd] = 0;
    return real_close(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
    char file = known(fd);
    if (file == 0) return real_pwrite(fd, data, length, offset);
    pthread_mutex_lock(&order);
    ssize_t written = -1;
    int error = ENOSPC;
    if (!no_space(fd, offset + (off_t) length)) {
        written = real_pwrite(fd, data, length, offset);
        error = errno;
        if (written > 0) note('W', file, (uint64_t) offset, data, (uint32_t) written);
    }
    pthread_mutex_unlock(&order);
    errno = error;
    return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
    if (known(fd) == 0) return real_write(fd, data, length);
    off_t offset = lseek(fd, 0, SEEK_CUR);
    ssize_t written = pwrite64(fd, data, length, offset);
    if (written > 0) lseek(fd, offset + written, SEEK_SET);
    return written;
}

int ftruncate64(int fd, off_t length) {
    char file = known(fd);
    if (file == 0) return real_ftruncate(fd, length);
    pthread_mutex_lock(&order);
    int answer = -1;
    int error = ENOSPC;
    if (!no_space(fd, length)) {
        answer = real_ftruncate(fd, length);
        error = errno;
        if (answer == 0) note('T', file, (uint64_t) length, NULL, 0);
    }
    pthread_mutex_unlock(&order);
    errno = error;
    return answer;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*real)(int)) {
    struct stat status;
    char file = known(fd);
    if (log_fd < 0 && kill_after < 0) return real(fd);
    if (file == 0 && fstat(fd, &status) == 0 && status.st_dev == folder_dev && status.st_ino == folder_ino) {
        file = '/';
    }
    if (file == 0) return real(fd);
    pthread_mutex_lock(&order);
    note(file == '/' ? 'D' : 'S', file, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return 0;
}

int fsync(int fd) { return synced(fd, real_fsync); }

int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int unlink(const char *path) {
    char file = kind_of(path);
    if (file == 0) return real_unlink(path);
    pthread_mutex_lock(&order);
    int answer = real_unlink(path);
    int error = errno;
    if (answer == 0) note('U', file, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    errno = error;
    return answer;
}
