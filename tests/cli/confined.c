/* SPDX-License-Identifier: MIT */
/*
 * confined OWN OTHER: confine this process as fargauge does, with the folder OWN to be written to, then try what a defect that
 * somebody uses would try. OTHER is a folder that was not named. One line for each attempt: its name, and "done" or the
 * error's. With --not, the same without confinement, to see that the attempts are some.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fargauge/confine.h"

static const char *own, *other;
static int inherited[2]; /* sockets that were open before */

static char *in(const char *folder, const char *name)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int socket_inet(void)
{
    return socket(AF_INET, SOCK_STREAM, 0);
}

static int socket_unix(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0);
}

static int socket_pair(void)
{
    int pair[2];
    return socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

static int send_inherited(void)
{
    return send(inherited[0], "x", 1, 0) < 0 ? -1 : 0;
}

static int io_uring(void)
{
    char parameters[256] = {0};
    return (int)syscall(SYS_io_uring_setup, 1, parameters);
}

static void *of_a_thread(void *ret_status)
{
    *(int *)ret_status = socket_inet() < 0 ? errno : 0;
    return NULL;
}

static int socket_of_a_thread(void)
{
    pthread_t thread;
    int status = 0;
    if (pthread_create(&thread, NULL, of_a_thread, &status) == 0)
        pthread_join(thread, NULL);
    errno = status;
    return status == 0 ? 0 : -1;
}

/* In a child, since it would be gone. */
static int run_program(void)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(errno);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return -1;
    errno = WEXITSTATUS(status);
    return errno == 0 ? 0 : -1;
}

static int signal_parent(void)
{
    return kill(getppid(), 0);
}

static int look_into_parent(void)
{
    char byte;
    struct iovec here = {&byte, 1}, there = {&byte, 1};
    return process_vm_readv(getppid(), &here, 1, &there, 1, 0) < 0 && errno == EPERM ? -1 : 0;
}

static int new_namespace(void)
{
    return unshare(CLONE_NEWUSER);
}

static int type_into_terminal(void)
{
    char letter = 'x';
    int status = ioctl(STDIN_FILENO, TIOCSTI, &letter);
    return status < 0 && errno != EPERM ? 0 : status; /* there is none: ENOTTY */
}

static int open_path(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC, 0600);
    if (file < 0)
        return -1;
    close(file);
    return 0;
}

static int read_other(void)
{
    return open_path(in(other, "secret"), O_RDONLY);
}

static int write_other(void)
{
    return open_path(in(other, "secret"), O_WRONLY);
}

static int make_other(void)
{
    return open_path(in(other, "new"), O_WRONLY | O_CREAT);
}

static int list_other(void)
{
    return open_path(other, O_RDONLY | O_DIRECTORY);
}

static int remove_other(void)
{
    return unlink(in(other, "old"));
}

static int make_folder_other(void)
{
    return mkdir(in(other, "folder"), 0700);
}

static int move_to_other(void)
{
    char *from = strdup(in(own, "file"));
    int status = rename(from, in(other, "moved"));
    free(from);
    return status;
}

static int link_to_other(void)
{
    return symlink(other, in(own, "way")) == 0 || errno == EEXIST ? open_path(in(own, "way/secret"), O_RDONLY) : -1;
}

static int read_passwords(void)
{
    return open_path("/etc/passwd", O_RDONLY);
}

static int read_own(void)
{
    return open_path(in(own, "file"), O_RDONLY);
}

static int write_own(void)
{
    return open_path(in(own, "new"), O_WRONLY | O_CREAT | O_TRUNC);
}

static int rename_own(void)
{
    char *from = strdup(in(own, "new"));
    int status = mkdir(in(own, "below"), 0700) < 0 && errno != EEXIST ? -1 : rename(from, in(own, "below/renamed"));
    free(from);
    return status;
}

static int write_inherited(void)
{
    return write(inherited[0], "x", 1) == 1 ? 0 : -1;
}

static const struct {
    const char *name;
    int (*attempt)(void);
} attempts[] = {
    {"calls socket inet", socket_inet},
    {"calls socket unix", socket_unix},
    {"calls socketpair", socket_pair},
    {"calls send", send_inherited},
    {"calls io_uring", io_uring},
    {"calls socket in a thread", socket_of_a_thread},
    {"calls execve", run_program},
    {"calls kill", signal_parent},
    {"calls process_vm_readv", look_into_parent},
    {"calls unshare", new_namespace},
    {"files read", read_other},
    {"files write", write_other},
    {"files make", make_other},
    {"files list", list_other},
    {"files remove", remove_other},
    {"files make a folder", make_folder_other},
    {"files move there", move_to_other},
    {"files read by a link", link_to_other},
    {"files read passwords", read_passwords},
    {"terminal type", type_into_terminal},
    {"own read", read_own},
    {"own write", write_own},
    {"own rename", rename_own},
    {"own inherited socket", write_inherited},
};

int main(int argc, char **argv)
{
    bool not = argc > 1 && strcmp(argv[1], "--not") == 0;
    if (argc != 3 + not || socketpair(AF_UNIX, SOCK_STREAM, 0, inherited) < 0)
        return 2;
    own = argv[1 + not];
    other = argv[2 + not];
    const struct fg_place places[] = {{own, FG_ACCESS_WRITE_DIR}};
    const struct fg_confinement wanted = {.places = places, .count = 1};
    struct fg_confined confined = {0};
    if (!not)
        fg_confine(&wanted, &confined);
    printf("walls calls %d\nwalls files %d\nwalls privileges %d\n", confined.calls > 0, confined.files > 0,
           prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
#ifdef FG_COVERAGE
    puts("walls gap"); /* for the counters */
#endif
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++)
        printf("%s: %s\n", attempts[i].name, attempts[i].attempt() < 0 ? strerror(errno) : "done");
    return 0;
}
