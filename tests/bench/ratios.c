/* SPDX-License-Identifier: MIT */
/*
 * Medians of paired measurements. Each line of standard input is a pair, as `peak` writes them: first
 * fargauge's wall seconds, CPU seconds and peak KB, then the other tool's.
 *
 *     ratios row NAME COUNTS    a row of a Markdown table: the other tool's medians, and the medians of
 *                               its ratios to fargauge
 *     ratios share              the other's wall time as a percentage of fargauge's
 *     ratios rate AMOUNT        AMOUNT per wall second of fargauge
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WALL, CPU, PEAK, MEASURES, MAX_PAIRS = 1000 };

struct pairs {
    double ours[MEASURES][MAX_PAIRS];
    double theirs[MEASURES][MAX_PAIRS];
    double ratio[MEASURES][MAX_PAIRS];
    size_t count;
};

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, ascending);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static int read_pairs(struct pairs *pairs)
{
    double one[2 * MEASURES];
    while (pairs->count < MAX_PAIRS && scanf("%lf %lf %lf %lf %lf %lf", &one[0], &one[1], &one[2],
                                             &one[3], &one[4], &one[5]) == 2 * MEASURES) {
        for (int i = 0; i < MEASURES; i++) {
            pairs->ours[i][pairs->count] = one[i];
            pairs->theirs[i][pairs->count] = one[MEASURES + i];
            pairs->ratio[i][pairs->count] = one[i] > 0 ? one[MEASURES + i] / one[i] : 0;
        }
        pairs->count++;
    }
    return feof(stdin) && pairs->count > 0 ? 0 : -1;
}

/* Three digits are all that a measurement is good for. */
static void print_ratio(double ratio)
{
    printf(" %.*f× |", ratio < 10 ? 2 : ratio < 100 ? 1 : 0, ratio);
}

static void print_row(struct pairs *pairs, const char *name, const char *counts)
{
    printf("| %s | %zu | %.3f | %.3f | %.1f |", name, pairs->count,
           median(pairs->theirs[WALL], pairs->count), median(pairs->theirs[CPU], pairs->count),
           median(pairs->theirs[PEAK], pairs->count) / 1e3);
    for (int i = 0; i < MEASURES; i++)
        print_ratio(median(pairs->ratio[i], pairs->count));
    printf(" %s |\n", counts);
}

int main(int argc, char **argv)
{
    static struct pairs pairs;
    const char *what = argc > 1 ? argv[1] : "";
    if (read_pairs(&pairs) < 0) {
        fputs("ratios: no pairs\n", stderr);
        return 1;
    }
    if (argc == 4 && strcmp(what, "row") == 0)
        print_row(&pairs, argv[2], argv[3]);
    else if (argc == 2 && strcmp(what, "share") == 0)
        printf("%.0f %%\n", 100 * median(pairs.ratio[WALL], pairs.count));
    else if (argc == 3 && strcmp(what, "rate") == 0)
        printf("%.0f\n", strtod(argv[2], NULL) / median(pairs.ours[WALL], pairs.count));
    else
        return 2;
    return 0;
}
