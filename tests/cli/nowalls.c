/* SPDX-License-Identifier: MIT */
/*
 * nowalls WALL... -- PROGRAM ARGUMENT...: run a program on a kernel that lacks these walls: `calls` (seccomp), `files` (Landlock). They
 * fail as they do where the kernel was built without. Exit code 127: it could not be done.
 */
#include <errno.h>
#include <linux/prctl.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int take_away(scmp_filter_ctx filter, const char *wall)
{
    if (strcmp(wall, "files") == 0)
        return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0);
    if (strcmp(wall, "calls") != 0)
        return -EINVAL;
    int status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0);
    if (status == 0)
        status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1,
                                  SCMP_A0(SCMP_CMP_MASKED_EQ, 0xffffffff, PR_SET_SECCOMP));
    return status;
}

int main(int argc, char **argv)
{
    int at = 1, status = 0;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (; filter != NULL && status == 0 && at < argc && strcmp(argv[at], "--") != 0; at++)
        status = take_away(filter, argv[at]);
    if (filter == NULL || status != 0 || at + 1 >= argc || seccomp_load(filter) != 0) {
        fputs("nowalls: it could not be done\n", stderr);
        return 127;
    }
    seccomp_release(filter);
    execv(argv[at + 1], argv + at + 1);
    perror(argv[at + 1]);
    return 127;
}
