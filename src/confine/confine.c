/* SPDX-License-Identifier: MIT */
#include "fargauge/confine.h"

#include <errno.h>
#include <stdio.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "confine/walls.h"

/* Both walls ask for it first, of who is not root. */
static bool give_up_privileges(void)
{
#ifdef __linux__
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
#else
    return false;
#endif
}

void fg_confine_missed(struct fg_confined *confined, const char *which, int why)
{
    static const int of_the_machine[] = {EMFILE, ENFILE, ENOMEM, EIO};
    for (size_t i = 0; confined->missed == 0 && i < sizeof of_the_machine / sizeof of_the_machine[0]; i++)
        if (of_the_machine[i] == why) {
            confined->missed = why;
            snprintf(confined->missed_what, sizeof confined->missed_what, "%s", which);
        }
}

void fg_confine(const struct fg_confinement *wanted, struct fg_confined *ret_confined)
{
    bool runs = false;
    for (size_t i = 0; i < wanted->count; i++)
        runs = runs || wanted->places[i].access == FG_ACCESS_RUN;
    *ret_confined = (struct fg_confined){.no_new_privileges = give_up_privileges()};
    fg_confine_files(wanted, ret_confined);
    ret_confined->calls_error = fg_confine_calls(runs, &ret_confined->calls);
    fg_confine_missed(ret_confined, "seccomp", ret_confined->calls_error);
}
