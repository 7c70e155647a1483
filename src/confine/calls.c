/* SPDX-License-Identifier: MIT */
/* System calls: everything that reaches a network, another process or the kernel itself. */
#include "confine/walls.h"

#include <errno.h>

#ifdef FG_SECCOMP

#include <seccomp.h>
#include <string.h>
#include <sys/ioctl.h>

/* By name, since not every kernel and machine has each; what libseccomp does not know, it passes over. */
static const char *const denied[] = {
    /* a network, or a socket of another process; what came in open on a descriptor can still be read and written */
    "socket", "socketpair", "socketcall", "bind", "connect", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    "recvfrom", "recvmsg", "recvmmsg", "shutdown",
    /* calls that would go past this filter */
    "io_uring_setup", "io_uring_enter", "io_uring_register",
    /* other programs; tgkill stays, by which a process ends itself */
    "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_open",
    "pidfd_getfd", "pidfd_send_signal", "kill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "msgget", "semget", "shmget", "mq_open",
    /* the kernel */
    "bpf", "perf_event_open", "userfaultfd", "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load",
    "reboot", "swapon", "swapoff", "syslog", "acct", "quotactl", "quotactl_fd", "keyctl", "add_key", "request_key",
    "lookup_dcookie", "iopl", "ioperm", "modify_ldt", "vm86", "vm86old",
    /* another view of the file system, or a way round its names */
    "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "unshare", "setns", "name_to_handle_at", "open_by_handle_at", "mknod", "mknodat", "fanotify_init",
    "fanotify_mark",
    /* who one is, and what time it is for everybody */
    "setuid", "setuid32", "setgid", "setgid32", "setreuid", "setreuid32", "setregid", "setregid32", "setresuid", "setresuid32",
    "setresgid", "setresgid32", "setgroups", "setgroups32", "capset", "sethostname", "setdomainname", "settimeofday", "stime",
    "adjtimex", "clock_settime", "clock_settime64", "clock_adjtime", "clock_adjtime64",
};

static bool is_denied(const char *name, bool runs)
{
#ifdef FG_SANITIZED
    if (strcmp(name, "ptrace") == 0) /* by which LeakSanitizer stops the threads, when all is done */
        return false;
#endif
    return !runs || strcmp(name, "execve") != 0;
}

/* Typing into the terminal that the program was started from. */
static int deny_terminal(scmp_filter_ctx filter)
{
    static const unsigned long requests[] = {TIOCSTI, TIOCLINUX};
    int status = 0;
    for (size_t i = 0; status == 0 && i < sizeof requests / sizeof requests[0]; i++)
        status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                                  SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, requests[i]));
    return status;
}

static int deny_all(scmp_filter_ctx filter, bool runs, int *ret_count)
{
    int status = deny_terminal(filter), count = 0;
    for (size_t i = 0; status == 0 && i < sizeof denied / sizeof denied[0]; i++) {
        int number = seccomp_syscall_resolve_name(denied[i]);
        if (number < 0 || !is_denied(denied[i], runs)) /* not of this machine */
            continue;
        status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0);
        count++;
    }
    if (status == 0)
        status = seccomp_load(filter);
    *ret_count = status == 0 ? count : 0;
    return -status;
}

int fg_confine_calls(bool runs, int *ret_count)
{
    *ret_count = 0;
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == NULL)
        return ENOMEM;
    /* All threads; and no slower for it: we run no code that could spy on our own memory. Older libraries lack these. */
    seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
    seccomp_attr_set(filter, SCMP_FLTATR_CTL_SSB, 1);
    seccomp_attr_set(filter, SCMP_FLTATR_API_SYSRAWRC, 1); /* what the kernel says, not "canceled" */
    int error = deny_all(filter, runs, ret_count);
    seccomp_release(filter);
    return error;
}

#else

int fg_confine_calls(bool runs, int *ret_count)
{
    (void)runs;
    *ret_count = 0;
    return ENOTSUP;
}

#endif
