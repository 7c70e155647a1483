/* SPDX-License-Identifier: MIT */
/*
 * on_terminal COLUMNS COMMAND...: run the command with a terminal of so many columns (0: one that does not say) as its
 * standard output, and copy what it writes there to standard output. Exits as the command does.
 */
#define _DEFAULT_SOURCE /* TIOCSWINSZ */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static int open_terminal(unsigned short columns, int *ret_master) {
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    struct termios settings;
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) < 0 || unlockpt(master) < 0)
        return -1;
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    if (slave < 0 || ioctl(slave, TIOCSWINSZ, &size) < 0 || tcgetattr(slave, &settings) < 0)
        return -1;
    settings.c_oflag &= ~(tcflag_t)OPOST; /* line feeds stay what they are */
    if (tcsetattr(slave, TCSANOW, &settings) < 0)
        return -1;
    *ret_master = master;
    return slave;
}

int main(int argc, char **argv) {
    int master, status;
    char buffer[4096];
    int slave = argc < 3 ? -1 : open_terminal((unsigned short)atoi(argv[1]), &master);
    if (slave < 0) {
        perror(argc < 3 ? "usage: on_terminal COLUMNS COMMAND..." : "on_terminal");
        return 125;
    }
    pid_t child = fork();
    if (child == 0) {
        dup2(slave, STDOUT_FILENO);
        close(slave);
        close(master);
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(126);
    }
    close(slave);
    /* Linux says EIO when the last writer has gone, others say end of file. */
    for (ssize_t got; (got = read(master, buffer, sizeof buffer)) > 0;)
        fwrite(buffer, 1, (size_t)got, stdout);
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return 125;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
